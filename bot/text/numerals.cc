#include "bot/text/numerals.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_set>

#include "bot/text/starters.h"
#include "bot/text/utf8.h"
#include "bot/text/word_table.h"

namespace docent {
namespace {

const WordTable<int>& Cardinals() {
  static const WordTable<int> cardinals = {
      {"zero", 0},      {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},
      {"six", 6},       {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},
      {"twelve", 12},   {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17},
      {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fourty", 40},
      {"fifty", 50},    {"sixty", 60},    {"seventy", 70},  {"eighty", 80},  {"ninety", 90}};
  return cardinals;
}

struct Scale {
  double factor = 1;
  bool letter = false;      // "m": a scale only where it touches its number
  bool money_only = false;  // "t": trillion of money, else tonnes
};

const WordTable<Scale>& Scales() {
  static const WordTable<Scale> scales = {
      {"hundred", {1e2}}, {"thousand", {1e3}},      {"million", {1e6}},   {"millions", {1e6}},
      {"billion", {1e9}}, {"billions", {1e9}},      {"trillion", {1e12}}, {"trillions", {1e12}},
      {"mn", {1e6}},      {"mln", {1e6}},           {"mio", {1e6}},       {"bn", {1e9}},
      {"bln", {1e9}},     {"tn", {1e12}},           {"trn", {1e12}},      {"lakh", {1e5}},
      {"crore", {1e7}},   {"dozen", {12}},          {"k", {1e3, true}},   {"m", {1e6, true}},
      {"b", {1e9, true}}, {"t", {1e12, true, true}}};
  return scales;
}

// Words that stand before a scale that is not "a thousand": "how many billion yuan", "several hundred".
bool LeavesScaleOpen(std::string_view before) {
  static const std::unordered_set<std::string_view> kWords = {
      "many", "few", "several", "couple", "per", "in", "of", "by", "some", "which", "what", "the", "much", "multi"};
  return kWords.contains(before);
}

// The scale at `at` if it belongs to the number before it.
std::optional<Scale> ScaleBehind(const Scan& scan, size_t at, ScaleLetters letters) {
  if (!scan.Follows(at)) return std::nullopt;
  const auto scale = Scales().Find(scan.Text(at));
  if (!scale) return std::nullopt;
  if (scale->letter && !scan.Touches(at) && letters == ScaleLetters::kCount) return std::nullopt;
  if (scale->money_only && letters == ScaleLetters::kCount) return std::nullopt;
  return scale;
}

// "and a half", "and a quarter" behind a number.
std::optional<Numeral> PartBehind(const Scan& scan, size_t at) {
  if (!scan.Follows(at, "and") || !(scan.Follows(at + 1, "a") || scan.Follows(at + 1, "one"))) return std::nullopt;
  if (scan.Follows(at + 2, "half")) return Numeral{0.5, at + 3};
  if (scan.Follows(at + 2, "quarter")) return Numeral{0.25, at + 3};
  return std::nullopt;
}

// "point five" behind a number.
std::optional<Numeral> DecimalsBehind(const Scan& scan, size_t at) {
  if (!scan.Follows(at, "point")) return std::nullopt;
  Numeral decimals{0, at + 1};
  double place = 0.1;
  while (scan.Follows(decimals.end)) {
    const auto digit = CardinalWord(scan.Text(decimals.end));
    if (!digit || *digit > 9) break;
    decimals.value += *digit * place;
    place /= 10;
    ++decimals.end;
  }
  return decimals.end == at + 1 ? std::nullopt : std::optional(decimals);
}

// One to nine hundred and ninety-nine in words, or "twenty-five hundred".
std::optional<Numeral> ReadGroup(const Scan& scan, size_t at) {
  auto group = ReadBelowHundred(scan, at);
  if (!group) return std::nullopt;
  if (scan.Follows(group->end, "hundred")) {
    group->value *= 100;
    size_t rest_at = ++group->end;
    if (scan.Follows(rest_at, "and")) ++rest_at;
    const auto rest = scan.Follows(rest_at) ? ReadBelowHundred(scan, rest_at) : std::nullopt;
    if (rest) {
      group->value += rest->value;
      group->end = rest->end;
    }
  }
  return group;
}

// "60 000": groups of three parted by spaces. An ordinary space parts groups only where zeros end the number, for
// "14 500" may be two numbers.
std::optional<Numeral> ReadSpacedGroups(const Scan& scan, size_t at) {
  static const std::unordered_set<std::string_view> kNarrowSpaces = {"\u00A0", "\u2009", "\u202F"};
  const auto is_group = [&](size_t i) {
    return scan.Follows(i) && scan.IsNumber(i) && scan.Text(i).size() == 3 && ReadDigits(scan.Text(i)) &&
           (scan.GapBefore(i) == " " || kNarrowSpaces.contains(scan.GapBefore(i)));
  };
  if (scan.Text(at).size() > 3 || !is_group(at + 1)) return std::nullopt;
  constexpr size_t kMostGroups = 5;
  Numeral numeral{*ReadDigits(scan.Text(at)), at + 1};
  bool narrow = true;
  while (numeral.end <= at + kMostGroups && is_group(numeral.end)) {
    numeral.value = numeral.value * 1000 + *ReadDigits(scan.Text(numeral.end));
    narrow = narrow && scan.GapBefore(numeral.end) != " ";
    ++numeral.end;
  }
  const bool sure = narrow || scan.Text(numeral.end - 1) == "000";
  return sure ? std::optional(numeral) : std::nullopt;
}

// What comes before the first scale: digits, words, "a", or nothing at all ("thousand").
std::optional<Numeral> ReadHead(const Scan& scan, size_t at) {
  const std::string_view word = scan.Text(at);
  if (scan.IsNumber(at)) {
    const auto value = ReadDigits(word);
    if (!value) return std::nullopt;
    Numeral head{*value, at + 1};
    if (const auto spaced = ReadSpacedGroups(scan, at)) return spaced;
    if (scan.Follows(at + 1) &&
        (scan.Text(at + 1) == "1/2" || scan.Text(at + 1) == "1/4" || scan.Text(at + 1) == "3/4")) {
      head.value += static_cast<double>(scan.Text(at + 1)[0] - '0') / (scan.Text(at + 1)[2] - '0');  // "3½"
      ++head.end;
    }
    return head;
  }
  if (auto group = ReadGroup(scan, at)) {
    group->form = group->value == 1 ? NumberForm::kBareOne : NumberForm::kScaled;
    return group;
  }
  const auto scale_next = [&](size_t next) {
    const auto scale = scan.Follows(next) ? Scales().Find(scan.Text(next)) : std::nullopt;
    return scale && !scale->letter;
  };
  if ((word == "a" || word == "an") && scale_next(at + 1)) return Numeral{1, at + 1, NumberForm::kScaled};
  if (word == "half" && scan.Follows(at + 1, "a") && scale_next(at + 2)) {
    return Numeral{0.5, at + 2, NumberForm::kScaled};
  }
  const auto scale = Scales().Find(word);
  const bool open = at > 0 && LeavesScaleOpen(scan.TextBefore(at));
  const bool singular = !word.ends_with('s');
  if (scale && !scale->letter && singular && !open && word.size() > 4 && word != "dozen") {
    return Numeral{1, at, NumberForm::kBareScale};
  }
  return std::nullopt;
}

}  // namespace

void AddNumeralStarters(WordSet& words) {
  Cardinals().AddStarters(words);
  Scales().AddStarters(words);
}

std::optional<int> CardinalWord(std::string_view word) { return Cardinals().Find(word); }

std::optional<Numeral> ReadBelowHundred(const Scan& scan, size_t at) {
  const auto first = CardinalWord(scan.Text(at));
  if (!first) return std::nullopt;
  Numeral numeral{static_cast<double>(*first), at + 1, NumberForm::kScaled};
  if (*first >= 20 && scan.Follows(at + 1)) {
    const auto second = CardinalWord(scan.Text(at + 1));
    if (second && *second >= 1 && *second <= 9) {
      numeral.value += *second;
      ++numeral.end;
    }
  }
  return numeral;
}

std::optional<double> ReadDigits(std::string_view word) {
  std::string digits;
  for (const char c : word) {
    if (c != ',') digits.push_back(c);
  }
  double value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value, std::chars_format::fixed);
  if (error != std::errc() || stop != end || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<Numeral> ReadEnglishNumeral(const Scan& scan, size_t at, ScaleLetters letters) {
  Numeral total{0, at};
  double last_scale = std::numeric_limits<double>::infinity();
  for (size_t next = at;;) {
    auto group = ReadHead(scan, next);
    if (!group || (next != at && group->form == NumberForm::kBareScale)) break;
    const bool is_digits = group->form == NumberForm::kDigits;
    if (next != at && is_digits) break;
    auto part = PartBehind(scan, group->end);
    if (!part) part = DecimalsBehind(scan, group->end);
    if (part) {
      group->value += part->value;
      group->end = part->end;
      group->form = NumberForm::kScaled;
    }
    double scale = 1;
    if (group->form == NumberForm::kBareScale) {
      scale = Scales().Find(scan.Text(group->end))->factor;
      ++group->end;
    }
    constexpr int kMostScales = 4;
    for (int i = 0; i < kMostScales; ++i) {
      const auto more = ScaleBehind(scan, group->end, letters);
      if (!more) break;
      scale *= more->factor;
      ++group->end;
      group->form = NumberForm::kScaled;
    }
    if (scale >= last_scale) break;
    const bool first = next == at;
    total.value += group->value * scale;
    total.end = group->end;
    total.form = first ? group->form : NumberForm::kScaled;
    last_scale = scale;
    if (scale == 1 || is_digits) break;
    next = group->end;
    if (scan.Follows(next, "and")) ++next;
    if (!scan.Follows(next)) break;
  }
  if (total.end == at || !std::isfinite(total.value)) return std::nullopt;
  return total;
}

std::optional<Numeral> ReadNumeral(const Scan& scan, size_t at, ScaleLetters letters) {
  if (const auto chinese = ReadChineseNumeral(scan, at)) return chinese;
  return scan.IsHan(at) ? std::nullopt : ReadEnglishNumeral(scan, at, letters);
}

}  // namespace docent
