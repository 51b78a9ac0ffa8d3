#include "bot/text/quantity.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "bot/text/bounds.h"
#include "bot/text/readers.h"
#include "bot/text/scan.h"
#include "bot/text/starters.h"
#include "bot/text/units.h"

namespace docent {
namespace {

// What begins at `at` without a bound: the longest that any reader finds. Where two reach as far, the earlier in this
// order: a date is also a number, and a share a number and a rank.
std::optional<Quantity> ReadCore(const Scan& scan, size_t at) {
  std::optional<Quantity> longest;
  for (const auto reader : {ReadChineseDate, ReadDate, ReadShare, ReadAmount, ReadRank}) {
    auto found = reader(scan, at);
    if (found && (!longest || found->span.size() > longest->span.size())) longest = std::move(found);
  }
  return longest;
}

bool IsYearAlone(const Quantity& quantity) {
  return quantity.kind == QuantityKind::kDate && quantity.span.size() == 1 && quantity.date.year != 0 &&
         quantity.date.month == 0;
}

// What only a bound makes a quantity: "within a year", "more than half", "half" of what was said before.
std::optional<Quantity> ReadBoundedOnly(const Scan& scan, size_t at) {
  if (auto span = ReadHalfSpan(scan, at)) return span;
  if (scan.Text(at) != "half") return std::nullopt;
  Quantity half;
  half.kind = QuantityKind::kShare;
  half.number = 0.5;
  half.span = {at, at + 1};
  return half;
}

// "Invests over five years" says in what time, "took over five years" that it was more.
bool SaysInWhatTime(const Scan& scan, size_t at, const Quantity& quantity) {
  static const std::unordered_set<std::string_view> kLasts = {
      "for",  "have",  "has",   "had",   "boasts", "on",     "back",  "than",   "took",  "takes",
      "take", "taken", "last",  "lasts", "lasted", "is",     "was",   "be",     "been",  "are",
      "were", "of",    "after", "well",  "just",   "spend",  "spent", "need",   "needs", "needed",
      "and",  "or",    "by",    "with",  "wait",   "waited", "not",   "already"};
  const bool is_over_time = quantity.kind == QuantityKind::kSpan && scan.Text(at) == "over" && !scan.is_value();
  return is_over_time && at > 0 && !kLasts.contains(scan.TextBefore(at));
}

// The quantity behind the bound phrase `phrase`, if there is one that it can bound.
std::optional<Quantity> ReadBounded(const Scan& scan, size_t at, const BoundPhrase& phrase) {
  auto core = ReadCore(scan, phrase.end);
  if (!core) core = ReadBoundedOnly(scan, phrase.end);
  if (!core || core->kind == QuantityKind::kOrdinal) return std::nullopt;
  if (core->kind == QuantityKind::kDate) {
    if (phrase.loose) return std::nullopt;
    // "more than 2018" counts; "around 2018" is a time.
    if (IsYearAlone(*core) && phrase.bound != Bound::kAbout) {
      core = ReadAmount(scan, phrase.end);
      if (!core) return std::nullopt;
    }
  }
  // "within" bounds times, and "within 10 km"; a bare number behind it is something else.
  if (scan.Text(at) == "within" && core->kind == QuantityKind::kNumber && core->unit.empty()) return std::nullopt;
  if (!SaysInWhatTime(scan, at, *core)) core->bound = phrase.bound;
  core->span.begin = at;
  return core;
}

// The quantity at `at` with a bound phrase before it, or without.
std::optional<Quantity> ReadUpToUnit(const Scan& scan, size_t at) {
  if (const auto phrase = ReadBoundBefore(scan, at)) {
    if (auto bounded = ReadBounded(scan, at, *phrase)) return bounded;
  }
  auto core = ReadCore(scan, at);
  if (core && core->kind != QuantityKind::kNumber) return core;
  // "half a year" and "one and a half years" reach further than their numbers; "a year" alone says nothing.
  auto span = ReadHalfSpan(scan, at);
  if (!span || (core && core->span.size() >= span->span.size())) return core;
  return span->number == 1 && !scan.is_value() ? core : span;
}

// What stands behind: "or more", "+", "左右"; in Chinese a measure word may come first, "500人左右".
std::optional<BoundPhrase> ReadBehind(const Scan& scan, Quantity& quantity) {
  const size_t end = quantity.span.end;
  const bool bare = quantity.kind == QuantityKind::kNumber && quantity.unit.empty();
  if (bare && IsMeasureWord(scan, end)) {
    const auto behind = ReadBoundBehind(scan, end + 1, quantity);
    if (behind || (scan.is_value() && end + 1 == scan.size())) {
      quantity.unit = scan.Text(end);
      return behind ? behind : BoundPhrase{quantity.bound, end + 1};
    }
  }
  return ReadBoundBehind(scan, end, quantity);
}

std::optional<Quantity> ReadQuantity(const Scan& scan, size_t at) {
  auto quantity = ReadUpToUnit(scan, at);
  if (!quantity) return std::nullopt;
  BoundSign before;
  if (quantity->bound == Bound::kExactly && quantity->kind != QuantityKind::kDate) {
    before = BoundSignBefore(scan, at);
    quantity->bound = before.bound;
  }
  size_t text_end = scan[quantity->span.end - 1].end;
  if (const auto behind = ReadBehind(scan, *quantity)) {
    if (quantity->bound == Bound::kExactly) quantity->bound = behind->bound;
    quantity->span.end = behind->end;
    text_end = scan[behind->end - 1].end + behind->sign_bytes;
  }
  quantity->text = scan.Original(scan[at].begin - before.bytes, text_end);
  return quantity;
}

}  // namespace

std::vector<Quantity> FindQuantities(std::string_view text, const std::vector<Word>& words) {
  const Scan scan(text, words, ScanMode::kSentence);
  std::vector<Quantity> quantities;
  for (size_t at = 0; at < words.size();) {
    auto quantity = MayBeginQuantity(scan, at) ? ReadQuantity(scan, at) : std::nullopt;
    if (!quantity) {
      ++at;
      continue;
    }
    at = quantity->span.end;
    quantities.push_back(std::move(*quantity));
  }
  return quantities;
}

namespace {

// "Only 19,500" and "exactly 12" are 19,500 and 12.
bool SaysOnlyHow(std::string_view word) {
  constexpr std::array<std::string_view, 6> kWords = {"only", "just", "merely", "exactly", "precisely", "fully"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

}  // namespace

std::optional<Quantity> ParseQuantity(std::string_view text) {
  const std::vector<Word> words = SplitWords(text);
  if (words.empty()) return std::nullopt;
  const Scan scan(text, words, ScanMode::kValue);
  auto quantity = ReadQuantity(scan, 0);
  if (!quantity && words.size() > 1 && SaysOnlyHow(words.front().text)) quantity = ReadQuantity(scan, 1);
  if (!quantity || quantity->span.end != words.size()) return std::nullopt;
  return quantity;
}

}  // namespace docent
