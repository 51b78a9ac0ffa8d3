// Parts of a whole, as fractions of one.

#include <string_view>
#include <unordered_set>

#include "bot/text/numerals.h"
#include "bot/text/readers.h"
#include "bot/text/word_table.h"

namespace docent {
namespace {

Quantity Share(double share, size_t begin, size_t end, Bound bound = Bound::kExactly) {
  Quantity quantity;
  quantity.kind = QuantityKind::kShare;
  quantity.number = share;
  quantity.bound = bound;
  quantity.span = {begin, end};
  return quantity;
}

struct Denominator {
  double parts = 0;
  bool plural = false;
};

const WordTable<Denominator>& Denominators() {
  static const WordTable<Denominator> denominators = {
      {"half", {2}},        {"halves", {2, true}},       {"third", {3}},         {"thirds", {3, true}},
      {"quarter", {4}},     {"quarters", {4, true}},     {"fourth", {4}},        {"fourths", {4, true}},
      {"fifth", {5}},       {"fifths", {5, true}},       {"sixth", {6}},         {"sixths", {6, true}},
      {"seventh", {7}},     {"sevenths", {7, true}},     {"eighth", {8}},        {"eighths", {8, true}},
      {"ninth", {9}},       {"ninths", {9, true}},       {"tenth", {10}},        {"tenths", {10, true}},
      {"hundredth", {100}}, {"hundredths", {100, true}}, {"thousandth", {1000}}, {"thousandths", {1000, true}}};
  return denominators;
}

// "33%", "5‰"
std::optional<Quantity> ReadSignedShare(const Scan& scan, size_t at) {
  const std::string_view word = scan.Text(at);
  constexpr std::string_view kPermille = "‰";
  if (word.ends_with('%')) {
    const auto value = ReadDigits(word.substr(0, word.size() - 1));
    return value ? std::optional(Share(*value / 100, at, at + 1)) : std::nullopt;
  }
  if (word.ends_with(kPermille)) {
    const auto value = ReadDigits(word.substr(0, word.size() - kPermille.size()));
    return value ? std::optional(Share(*value / 1000, at, at + 1)) : std::nullopt;
  }
  return std::nullopt;
}

// "33 %", "33 percent", "thirty-three per cent"
std::optional<Quantity> ReadPercent(const Scan& scan, size_t at, const Numeral& numeral) {
  const size_t end = numeral.end;
  if (!scan.Follows(end)) return std::nullopt;
  const std::string_view unit = scan.Text(end);
  const double share = numeral.value / 100;
  if (unit == "%" || unit == "percent" || unit == "pct" || unit == "percents") return Share(share, at, end + 1);
  if (unit == "per" && scan.Follows(end + 1, "cent")) return Share(share, at, end + 2);
  return std::nullopt;
}

// A fraction with a slash, where the numbers look like one: "1/3" is, "24/7" and "5/24" (a date?) are not.
std::optional<double> ReadSlash(std::string_view numerator, std::string_view denominator) {
  static const std::unordered_set<double> kDenominators = {2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 25, 50, 100, 1000};
  const auto top = ReadDigits(numerator);
  const auto bottom = ReadDigits(denominator);
  if (!top || !bottom || *top <= 0 || *top >= *bottom || !kDenominators.contains(*bottom)) return std::nullopt;
  return *top / *bottom;
}

std::optional<Quantity> ReadFraction(const Scan& scan, size_t at) {
  const std::string_view word = scan.Text(at);
  if (!scan.IsNumber(at)) return std::nullopt;
  if (const size_t slash = word.find('/'); slash != std::string_view::npos) {
    const auto share = ReadSlash(word.substr(0, slash), word.substr(slash + 1));
    return share ? std::optional(Share(*share, at, at + 1)) : std::nullopt;
  }
  if (scan.IsNumber(at + 1) && scan.GapBefore(at + 1) == " / ") {
    const auto share = ReadSlash(word, scan.Text(at + 1));
    return share ? std::optional(Share(*share, at, at + 2)) : std::nullopt;
  }
  return std::nullopt;
}

// How many parts: "a", "one", "two", "2".
std::optional<double> Numerator(const Scan& scan, size_t at) {
  const std::string_view word = scan.Text(at);
  if (word == "a" || word == "an") return 1;
  if (const auto cardinal = CardinalWord(word)) return *cardinal;
  return scan.IsNumber(at) ? ReadDigits(word) : std::nullopt;
}

// "a third", "two thirds", "one-tenth". "a fourth institute" is one more institute, no share.
std::optional<Quantity> ReadPartsInWords(const Scan& scan, size_t at) {
  if (!scan.Follows(at + 1)) return std::nullopt;
  const auto denominator = Denominators().Find(scan.Text(at + 1));
  if (!denominator) return std::nullopt;
  const auto numerator = Numerator(scan, at);
  if (!numerator || *numerator < 1 || *numerator >= denominator->parts) return std::nullopt;
  if (denominator->plural != (*numerator > 1)) return std::nullopt;
  const bool article = scan.Text(at) == "a" || scan.Text(at) == "an";
  const bool closed = scan.is_value() || !scan.Follows(at + 2) || scan.Text(at + 2) == "of";
  const bool common = denominator->parts == 3 && !scan.Follows(at + 2, "party");
  if (article && !closed && !common) return std::nullopt;
  return Share(*numerator / denominator->parts, at, at + 2);
}

// "half of the talents", "half the talents". Not the second half of a match or year.
std::optional<Quantity> ReadHalf(const Scan& scan, size_t at) {
  static const std::unordered_set<std::string_view> kBefore = {"first", "second", "latter", "other", "last", "next",
                                                               "1st",   "2nd",    "better", "a",     "the",  "and"};
  static const std::unordered_set<std::string_view> kBehind = {"of",  "the", "its",  "their", "our",
                                                               "his", "her", "your", "all",   "these"};
  if (scan.Text(at) != "half" || kBefore.contains(scan.TextBefore(at))) return std::nullopt;
  const bool counts = scan.is_value() || (scan.Follows(at + 1) && kBehind.contains(scan.Text(at + 1)));
  return counts ? std::optional(Share(0.5, at, at + 1)) : std::nullopt;
}

// "one in three", "one in every five", "3 out of 10"
std::optional<Quantity> ReadOneIn(const Scan& scan, size_t at) {
  const auto top = Numerator(scan, at);
  if (!top || scan.Text(at) == "a") return std::nullopt;
  size_t next = at + 1;
  const bool out_of = scan.Follows(next, "out") && scan.Follows(next + 1, "of");
  if (!out_of && !scan.Follows(next, "in")) return std::nullopt;
  next += out_of ? 2 : 1;
  const bool every = scan.Follows(next, "every");
  if (every) ++next;
  if (!scan.Follows(next)) return std::nullopt;
  const auto bottom = Numerator(scan, next);
  const double most = every || out_of ? 1000 : 10;
  if (!bottom || *bottom < 2 || *bottom > most || *top >= *bottom || *top < 1) return std::nullopt;
  return Share(*top / *bottom, at, next + 1);
}

std::optional<Numeral> ChineseNumber(const Scan& scan, size_t at) {
  if (!scan.Follows(at)) return std::nullopt;
  if (auto numeral = ReadChineseNumeral(scan, at)) return numeral;
  if (!scan.IsNumber(at)) return std::nullopt;
  const auto value = ReadDigits(scan.Text(at));
  return value ? std::optional(Numeral{*value, at + 1}) : std::nullopt;
}

// "三分之一", "百分之三十", "千分之五"
std::optional<Quantity> ReadChineseParts(const Scan& scan, size_t at) {
  double parts = scan.Text(at) == "百" ? 100 : scan.Text(at) == "千" ? 1000 : 0;
  size_t end = at + 1;
  if (parts == 0) {
    const auto numeral = at < scan.size() && (scan.IsHan(at) || scan.IsNumber(at))
                             ? (scan.IsHan(at) ? ReadChineseNumeral(scan, at) : ChineseNumber(scan, at))
                             : std::nullopt;
    if (!numeral) return std::nullopt;
    parts = numeral->value;
    end = numeral->end;
  }
  const auto of = scan.Follows(end) ? scan.EndOfPhrase(end, "分之") : std::nullopt;
  if (!of || parts <= 0) return std::nullopt;
  const bool whole = scan.Follows(*of, "百") && parts == 100;  // "百分之百"
  const auto numerator = whole ? Numeral{100, *of + 1} : ChineseNumber(scan, *of);
  if (!numerator) return std::nullopt;
  return Share(numerator->value / parts, at, numerator->end, numerator->bound);
}

// "七成", "三成五": tenths. "成" begins many other words.
std::optional<Quantity> ReadTenths(const Scan& scan, size_t at) {
  static const std::unordered_set<std::string_view> kOtherWords = {"立", "为", "功", "果", "员", "都", "本", "品",
                                                                   "熟", "长", "交", "了", "绩", "就", "分", "不"};
  const auto tenths = scan.IsHan(at) ? ReadChineseNumeral(scan, at) : ChineseNumber(scan, at);
  if (!tenths || tenths->value > 10 || tenths->value <= 0 || !scan.Follows(tenths->end, "成")) return std::nullopt;
  size_t end = tenths->end + 1;
  if (scan.Follows(end) && kOtherWords.contains(scan.Text(end))) return std::nullopt;
  double share = tenths->value / 10;
  if (scan.Follows(end, "半")) {
    share += 0.05;
    ++end;
  } else if (const auto more = scan.Follows(end) && scan.IsHan(end) ? ReadChineseNumeral(scan, end) : std::nullopt;
             more && more->end == end + 1 && more->value < 10) {
    share += more->value / 100;
    ++end;
  }
  Bound bound = tenths->bound;
  if (scan.Follows(end, "多")) {
    bound = Bound::kMoreThan;
    ++end;
  }
  return Share(share, at, end, bound);
}

std::optional<Quantity> ReadChineseHalf(const Scan& scan, size_t at) {
  if (scan.EndOfPhrase(at, "一半") || scan.EndOfPhrase(at, "半数")) return Share(0.5, at, at + 2);
  if (scan.EndOfPhrase(at, "过半") || scan.EndOfPhrase(at, "大半")) return Share(0.5, at, at + 2, Bound::kMoreThan);
  return std::nullopt;
}

}  // namespace

std::optional<Quantity> ReadShare(const Scan& scan, size_t at) {
  if (auto share = ReadSignedShare(scan, at)) return share;
  if (auto share = ReadFraction(scan, at)) return share;
  if (auto share = ReadPartsInWords(scan, at)) return share;
  if (auto share = ReadOneIn(scan, at)) return share;
  if (auto share = ReadHalf(scan, at)) return share;
  if (auto share = ReadChineseParts(scan, at)) return share;
  if (auto share = ReadTenths(scan, at)) return share;
  if (auto share = ReadChineseHalf(scan, at)) return share;
  const auto numeral = ReadNumeral(scan, at);
  return numeral ? ReadPercent(scan, at, *numeral) : std::nullopt;
}

}  // namespace docent
