#include "bot/text/bounds.h"

#include <string_view>
#include <unordered_set>

#include "bot/text/phrases.h"
#include "bot/text/starters.h"

namespace docent {
namespace {

struct BoundMeaning {
  Bound bound = Bound::kExactly;
  bool loose = false;
};

constexpr BoundMeaning kMore{Bound::kMoreThan};
constexpr BoundMeaning kLeast{Bound::kAtLeast};
constexpr BoundMeaning kClose{Bound::kNearly};
constexpr BoundMeaning kRough{Bound::kAbout};
constexpr BoundMeaning kMost{Bound::kAtMost};
constexpr BoundMeaning kLess{Bound::kLessThan};

using Bounds = PhraseTable<BoundMeaning>;

const Bounds& BoundsBefore() {
  static const Bounds bounds = {{"more than", kMore},
                                {"greater than", kMore},
                                {"larger than", kMore},
                                {"bigger than", kMore},
                                {"higher than", kMore},
                                {"longer than", kMore},
                                {"taller than", kMore},
                                {"deeper than", kMore},
                                {"wider than", kMore},
                                {"heavier than", kMore},
                                {"faster than", kMore},
                                {"stronger than", kMore},
                                {"dearer than", kMore},
                                {"more expensive than", kMore},
                                {"well over", kMore},
                                {"just over", kMore},
                                {"a little over", kMore},
                                {"slightly over", kMore},
                                {"slightly more than", kMore},
                                {"a little more than", kMore},
                                {"just more than", kMore},
                                {"way more than", kMore},
                                {"far more than", kMore},
                                {"a bit more than", kMore},
                                {"a tad more than", kMore},
                                {"somewhat more than", kMore},
                                {"comfortably more than", kMore},
                                {"a bit over", kMore},
                                {"a tad over", kMore},
                                {"way over", kMore},
                                {"barely over", kMore},
                                {"comfortably over", kMore},
                                {"well above", kMore},
                                {"just above", kMore},
                                {"slightly above", kMore},
                                {"a bit above", kMore},
                                {"better than", kMore},
                                {"much more than", kMore},
                                {"over", {Bound::kMoreThan, true}},
                                {"above", {Bound::kMoreThan, true}},
                                {"beyond", {Bound::kMoreThan, true}},
                                {"exceed", kMore},
                                {"exceeds", kMore},
                                {"exceeded", kMore},
                                {"exceeding", kMore},
                                {"surpass", kMore},
                                {"surpasses", kMore},
                                {"surpassed", kMore},
                                {"surpassing", kMore},
                                {"topped", kMore},
                                {"topping", kMore},
                                {"in excess of", kMore},
                                {"upwards of", kMore},
                                {"upward of", kMore},
                                {"north of", kMore},
                                {"no less than", kLeast},
                                {"no fewer than", kLeast},
                                {"not less than", kLeast},
                                {"not fewer than", kLeast},
                                {"no lower than", kLeast},
                                {"not lower than", kLeast},
                                {"no smaller than", kLeast},
                                {"not under", kLeast},
                                {"not below", kLeast},
                                {"at least", kLeast},
                                {"at the least", kLeast},
                                {"at the very least", kLeast},
                                {"at minimum", kLeast},
                                {"at a minimum", kLeast},
                                {"a minimum of", kLeast},
                                {"minimum of", kLeast},
                                {"minimum", kLeast},
                                {"nearly", kClose},
                                {"almost", kClose},
                                {"close to", kClose},
                                {"just under", kClose},
                                {"just shy of", kClose},
                                {"shy of", kClose},
                                {"just below", kClose},
                                {"slightly below", kClose},
                                {"slightly under", kClose},
                                {"slightly less than", kClose},
                                {"slightly fewer than", kClose},
                                {"a little less than", kClose},
                                {"a little fewer than", kClose},
                                {"a bit less than", kClose},
                                {"a bit under", kClose},
                                {"a tad under", kClose},
                                {"a tad less than", kClose},
                                {"a bit short of", kClose},
                                {"a little short of", kClose},
                                {"a little under", kClose},
                                {"a bit below", kClose},
                                {"bordering on", kClose},
                                {"verging on", kClose},
                                {"just short of", kClose},
                                {"not quite", kClose},
                                {"approaching", kClose},
                                {"nigh on", kClose},
                                {"getting on for", kClose},
                                {"about", {Bound::kAbout, true}},
                                {"around", kRough},
                                {"roughly", kRough},
                                {"approximately", kRough},
                                {"approx", kRough},
                                {"circa", kRough},
                                {"ca", kRough},
                                {"some", {Bound::kAbout, true}},
                                {"something like", kRough},
                                {"somewhere around", kRough},
                                {"in the region of", kRough},
                                {"in the neighborhood of", kRough},
                                {"in the neighbourhood of", kRough},
                                {"on the order of", kRough},
                                {"of the order of", kRough},
                                {"an estimated", kRough},
                                {"at most", kMost},
                                {"at the most", kMost},
                                {"up to", {Bound::kAtMost, true}},
                                {"no more than", kMost},
                                {"not more than", kMost},
                                {"no greater than", kMost},
                                {"no higher than", kMost},
                                {"no larger than", kMost},
                                {"no longer than", kMost},
                                {"not exceeding", kMost},
                                {"not over", kMost},
                                {"not above", kMost},
                                {"a maximum of", kMost},
                                {"maximum of", kMost},
                                {"maximum", kMost},
                                {"max", kMost},
                                {"at maximum", kMost},
                                {"within", {Bound::kAtMost, true}},
                                {"within the next", {Bound::kAtMost, true}},
                                {"within the coming", {Bound::kAtMost, true}},
                                {"within about", kRough},
                                {"less than", kLess},
                                {"fewer than", kLess},
                                {"lower than", kLess},
                                {"smaller than", kLess},
                                {"shorter than", kLess},
                                {"narrower than", kLess},
                                {"lighter than", kLess},
                                {"slower than", kLess},
                                {"weaker than", kLess},
                                {"cheaper than", kLess},
                                {"less expensive than", kLess},
                                {"under", {Bound::kLessThan, true}},
                                {"below", {Bound::kLessThan, true}},
                                {"short of", kLess},
                                {"well under", kLess},
                                {"well below", kLess},
                                {"well short of", kLess},
                                {"way under", kLess},
                                {"way below", kLess},
                                {"way less than", kLess},
                                {"far less than", kLess},
                                {"far fewer than", kLess},
                                {"much less than", kLess},
                                {"many fewer than", kLess},
                                {"far below", kLess},
                                {"south of", kLess},
                                {"超过", kMore},
                                {"已超过", kMore},
                                {"突破", kMore},
                                {"超出", kMore},
                                {"多于", kMore},
                                {"大于", kMore},
                                {"高于", kMore},
                                {"逾", kMore},
                                {"超", kMore},
                                {"不止", kMore},
                                {"至少", kLeast},
                                {"不少于", kLeast},
                                {"不低于", kLeast},
                                {"不小于", kLeast},
                                {"不下", kLeast},
                                {"不下于", kLeast},
                                {"起码", kLeast},
                                {"最少", kLeast},
                                {"最低", kLeast},
                                {"上", {Bound::kAtLeast, true}},
                                {"近", kClose},
                                {"将近", kClose},
                                {"接近", kClose},
                                {"几乎", kClose},
                                {"约", kRough},
                                {"大约", kRough},
                                {"大概", kRough},
                                {"约为", kRough},
                                {"差不多", kRough},
                                {"至多", kMost},
                                {"最多", kMost},
                                {"最高", kMost},
                                {"不超过", kMost},
                                {"不多于", kMost},
                                {"不高于", kMost},
                                {"不大于", kMost},
                                {"不足", kLess},
                                {"不到", kLess},
                                {"不满", kLess},
                                {"低于", kLess},
                                {"少于", kLess},
                                {"小于", kLess},
                                {"未满", kLess}};
  return bounds;
}

const Bounds& BoundsBehind() {
  static const Bounds bounds = {
      {"or more", kLeast},    {"and more", kLeast}, {"or above", kLeast},      {"and above", kLeast},
      {"or over", kLeast},    {"and up", kLeast},   {"and upwards", kLeast},   {"or higher", kLeast},
      {"or greater", kLeast}, {"at least", kLeast}, {"at the least", kLeast},  {"minimum", kLeast},
      {"at minimum", kLeast}, {"plus", kMore},      {"or so", kRough},         {"or thereabouts", kRough},
      {"ish", kRough},        {"odd", kRough},      {"approximately", kRough}, {"roughly", kRough},
      {"approx", kRough},     {"or less", kMost},   {"or fewer", kMost},       {"or under", kMost},
      {"or below", kMost},    {"at most", kMost},   {"at the most", kMost},    {"maximum", kMost},
      {"max", kMost},         {"tops", kMost},      {"以上", kLeast},          {"及以上", kLeast},
      {"或以上", kLeast},     {"起", kLeast},       {"左右", kRough},          {"上下", kRough},
      {"多", kMore},          {"余", kMore},        {"以下", kLess},           {"以内", kMost},
      {"之内", kMost},        {"内", kMost}};
  return bounds;
}

// Words after which "about" names a topic: "what about 8 platforms", "tell me about 2018".
bool AsksAbout(std::string_view before) {
  static const std::unordered_set<std::string_view> kWords = {
      "what",       "how",         "tell", "me",   "us",  "know",  "knows",   "anything", "something",
      "everything", "information", "info", "talk", "ask", "asks",  "asked",   "hear",     "heard",
      "learn",      "say",         "says", "said", "and", "facts", "details", "think",    "question"};
  return kWords.contains(before);
}

}  // namespace

void AddBoundStarters(WordSet& words) { BoundsBefore().AddStarters(words); }

std::optional<BoundPhrase> ReadBoundBefore(const Scan& scan, size_t at) {
  const auto found = BoundsBefore().Find(scan, at);
  if (!found || !scan.Follows(found->end)) return std::nullopt;
  if (scan.Text(at) == "about" && AsksAbout(scan.TextBefore(at))) return std::nullopt;
  // "上百亿" is about amounts; "上" before anything else is a place or a time.
  if (scan.Text(at) == "上" && scan.Text(at + 1) != "百" && scan.Text(at + 1) != "千") return std::nullopt;
  return BoundPhrase{found->meaning.bound, found->end, found->meaning.loose};
}

std::optional<BoundPhrase> ReadBoundBehind(const Scan& scan, size_t at, const Quantity& quantity) {
  const std::string_view behind = scan.GapBefore(at);
  for (const std::string_view plus : {"+", "＋"}) {
    const bool sum =
        at < scan.size() && behind.find_first_not_of(' ', plus.size()) == std::string_view::npos && scan.IsNumber(at);
    if (behind.starts_with(plus) && !sum) return BoundPhrase{Bound::kMoreThan, at, false, plus.size()};
  }
  const auto found = BoundsBehind().FindBehind(scan, at);
  if (!found) return std::nullopt;
  const std::string_view word = scan.Text(at);
  const bool sum = word == "plus" && !scan.FollowsHyphen(at) && !scan.Touches(at);  // "500 plus 300"
  const bool strange = word == "odd" && !scan.FollowsHyphen(at);  // "40-odd" is a number, "40 odd jobs" is not
  const bool not_time = word == "内" && quantity.kind != QuantityKind::kSpan;
  const bool question = word == "多" && (scan.Follows(at + 1, "少") || scan.Follows(at + 1, "长"));
  const bool begins = word == "起" && quantity.kind == QuantityKind::kDate;
  const bool date = quantity.kind == QuantityKind::kDate && word != "左右" && word != "or";
  const bool next = scan.Follows(found->end, "than");  // "200 and more than 3": of the quantity behind it
  if (sum || strange || not_time || question || begins || date || next) return std::nullopt;
  return BoundPhrase{found->meaning.bound, found->end, found->meaning.loose};
}

BoundSign BoundSignBefore(const Scan& scan, size_t at) {
  const std::string_view whole_gap = scan.GapBefore(at);
  const std::string_view gap = whole_gap.substr(0, whole_gap.find_last_not_of(' ') + 1);
  // The arrows "->" and "=>" are no comparisons.
  if (gap.ends_with("->") || gap.ends_with("=>")) return {};
  struct Sign {
    std::string_view text;
    Bound bound;
  };
  static constexpr Sign kSigns[] = {{">=", Bound::kAtLeast},  {"≥", Bound::kAtLeast},   {"⩾", Bound::kAtLeast},
                                    {"<=", Bound::kAtMost},   {"≤", Bound::kAtMost},    {"⩽", Bound::kAtMost},
                                    {">", Bound::kMoreThan},  {"＞", Bound::kMoreThan}, {"<", Bound::kLessThan},
                                    {"＜", Bound::kLessThan}, {"~", Bound::kAbout},     {"～", Bound::kAbout},
                                    {"≈", Bound::kAbout}};
  for (const Sign& sign : kSigns) {
    if (gap.ends_with(sign.text)) return {sign.bound, whole_gap.size() - gap.size() + sign.text.size()};
  }
  return {};
}

}  // namespace docent
