// Numbers with their units: money, spans of time, measures, and ranks.

#include <string_view>
#include <unordered_set>

#include "bot/text/numerals.h"
#include "bot/text/readers.h"
#include "bot/text/units.h"

namespace docent {
namespace {

Quantity Make(QuantityKind kind, const Numeral& numeral, std::string_view unit, WordSpan span) {
  Quantity quantity;
  quantity.kind = kind;
  quantity.number = numeral.value;
  quantity.unit = unit;
  quantity.bound = numeral.bound;
  quantity.span = span;
  return quantity;
}

// "$5", "RMB 60,000 million", "¥60bn yuan"
std::optional<Quantity> ReadMoneyByPrefix(const Scan& scan, size_t at) {
  const auto currency = ReadCurrencyBefore(scan, at);
  if (!currency || !scan.Follows(currency->end)) return std::nullopt;
  const auto numeral = ReadNumeral(scan, currency->end, ScaleLetters::kMoney);
  if (!numeral || numeral->form == NumberForm::kBareScale) return std::nullopt;
  const auto again = ReadCurrencyBehind(scan, numeral->end);
  return Make(QuantityKind::kMoney, *numeral, currency->name, {at, again ? again->end : numeral->end});
}

// "60 billion yuan", "六百亿元"
std::optional<Quantity> ReadMoneyBySuffix(const Scan& scan, size_t at) {
  const auto numeral = ReadNumeral(scan, at, ScaleLetters::kMoney);
  if (!numeral) return std::nullopt;
  const auto currency = ReadCurrencyBehind(scan, numeral->end);
  if (!currency) return std::nullopt;
  return Make(QuantityKind::kMoney, *numeral, currency->name, {at, currency->end});
}

// "一年" in a sentence is seldom a length of time: "一年的营收" is what a year brings, "哪一年" asks for one.
bool IsAnyOne(const Scan& scan, const Numeral& numeral, size_t unit_end) {
  if (numeral.form != NumberForm::kBareOne || !scan.IsHan(numeral.end - 1) || scan.is_value()) return false;
  const std::string_view next = scan.Follows(unit_end) ? scan.Text(unit_end) : "";
  return next != "内" && next != "之" && next != "以" && next != "半" && next != "多";
}

// What the words of a span say besides its number and unit: "and a half", "-old", "半", "多", "内".
void ReadSpanEnding(const Scan& scan, double half, Quantity& span) {
  size_t& end = span.span.end;
  if (scan.Follows(end, "半")) {
    span.number += half;
    ++end;
  } else if (const auto part = scan.Follows(end) ? scan.EndOfPhrase(end, "and a half") : std::nullopt) {
    span.number += half;
    end = *part;
  }
  if (scan.Follows(end, "old")) ++end;
  if (scan.Follows(end, "多")) {
    span.bound = Bound::kMoreThan;
    ++end;
  }
}

bool MeasuresTime(std::string_view before) {
  static const std::unordered_set<std::string_view> kWords = {
      "in", "for", "within", "after", "than", "about", "only", "just", "every", "exactly", "least", "most", "takes"};
  return kWords.contains(before);
}

// "Five more years", "three full days", "two long weeks".
std::optional<MeasuringUnit> ReadTimeUnitBehind(const Scan& scan, const Numeral& numeral) {
  static const std::unordered_set<std::string_view> kBetween = {
      "more", "full", "further", "additional", "extra", "whole", "long", "straight", "consecutive", "calendar", "odd"};
  const bool counts = numeral.form != NumberForm::kBareOne && numeral.form != NumberForm::kBareHan;
  const bool is_between =
      counts && scan.Follows(numeral.end) && kBetween.contains(scan.Text(numeral.end)) && scan.Follows(numeral.end + 1);
  return ReadTimeUnit(scan, numeral.end + (is_between ? 1 : 0));
}

std::optional<Quantity> ReadSpan(const Scan& scan, size_t at, const Numeral& numeral) {
  const auto unit = ReadTimeUnitBehind(scan, numeral);
  if (!unit || (unit->extra == 0 && IsAnyOne(scan, numeral, unit->end))) return std::nullopt;
  // "the 2018 year plan" has no span of 2018 years.
  const bool calendar = numeral.form == NumberForm::kDigits && numeral.value >= 1900 && numeral.value <= 2100;
  if (calendar && scan.Text(numeral.end) == "year") return std::nullopt;
  // "I would like to visit one day."
  const bool idiom = numeral.form == NumberForm::kBareOne && unit->name == "day" && !scan.is_value();
  if (idiom && !MeasuresTime(scan.TextBefore(at))) return std::nullopt;
  Quantity span = Make(QuantityKind::kSpan, numeral, unit->name, {at, unit->end});
  span.number = (span.number + unit->extra) * unit->factor;
  ReadSpanEnding(scan, unit->factor / 2, span);
  return span;
}

// "one" is a number only where its words say that it counts: "only one".
bool OneCounts(const Scan& scan, size_t at) {
  const std::string_view before = scan.TextBefore(at);
  return scan.is_value() || before == "only" || before == "just" || before == "exactly" || before == "than" ||
         before == "least" || before == "most" || before == "有" || before == "仅" || before == "只";
}

std::optional<Quantity> ReadBareNumber(const Scan& scan, size_t at, const Numeral& numeral) {
  if (const auto measure = ReadMeasure(scan, numeral.end)) {
    Quantity number = Make(QuantityKind::kNumber, numeral, "", {at, measure->end});
    for (size_t i = numeral.end; i < measure->end; ++i) {
      if (i > numeral.end && !scan.IsHan(i)) number.unit += ' ';
      number.unit += scan.Text(i);
    }
    return number;
  }
  const bool measured = IsMeasureWord(scan, numeral.end);
  if (numeral.form == NumberForm::kBareOne && !OneCounts(scan, at)) return std::nullopt;
  if (numeral.form == NumberForm::kBareHan && !measured && !scan.is_value()) return std::nullopt;
  return Make(QuantityKind::kNumber, numeral, "", {at, numeral.end});
}

}  // namespace

std::optional<Quantity> ReadAmount(const Scan& scan, size_t at) {
  if (const auto money = ReadMoneyByPrefix(scan, at)) return money;
  if (const auto money = ReadMoneyBySuffix(scan, at)) return money;
  if (const auto numeral = ReadNumeral(scan, at)) {
    if (const auto span = ReadSpan(scan, at, *numeral)) return span;
    return ReadBareNumber(scan, at, *numeral);
  }
  const bool negative = scan.Text(at) == "minus" || scan.Text(at) == "负";
  if (!negative || !scan.Follows(at + 1)) return std::nullopt;
  const auto numeral = ReadNumeral(scan, at + 1);
  if (!numeral || numeral->value == 0) return std::nullopt;
  auto number = ReadBareNumber(scan, at + 1, *numeral);
  if (!number) return std::nullopt;
  number->number = -number->number;
  number->span.begin = at;
  return number;
}

std::optional<Quantity> ReadHalfSpan(const Scan& scan, size_t at) {
  const std::string_view word = scan.Text(at);
  const auto make = [&](double count, const MeasuringUnit& unit) {
    return Make(QuantityKind::kSpan, {count * unit.factor, unit.end}, unit.name, {at, unit.end});
  };
  if (word == "半") {
    const std::string_view before = scan.TextBefore(at);
    const auto unit = ReadTimeUnit(scan, at + 1);
    const bool half_of_year = before == "上" || before == "下" || before == "前" || before == "后";
    return unit && !half_of_year ? std::optional(make(0.5, *unit)) : std::nullopt;
  }
  if (word == "half" && (scan.Follows(at + 1, "a") || scan.Follows(at + 1, "an"))) {
    const auto unit = ReadTimeUnit(scan, at + 2);
    return unit ? std::optional(make(0.5, *unit)) : std::nullopt;
  }
  if (word != "a" && word != "an") return std::nullopt;
  if (scan.Follows(at + 1, "couple") && scan.Follows(at + 2, "of")) {
    const auto unit = ReadTimeUnit(scan, at + 3);
    if (!unit) return std::nullopt;
    auto span = make(2, *unit);
    span.bound = Bound::kAbout;
    return span;
  }
  const auto unit = ReadTimeUnit(scan, at + 1);
  if (!unit) return std::nullopt;
  auto span = make(1, *unit);
  ReadSpanEnding(scan, unit->factor / 2, span);
  return span;
}

std::optional<Quantity> ReadRank(const Scan& scan, size_t at) {
  if (scan.Text(at) == "no") {  // "No. 5"
    const bool numbered = scan.IsNumber(at + 1) && scan.Follows(at + 1) && scan.GapBefore(at + 1).starts_with('.');
    const auto value = numbered ? ReadDigits(scan.Text(at + 1)) : std::nullopt;
    return value ? std::optional(Make(QuantityKind::kOrdinal, {*value, at + 2}, "", {at, at + 2})) : std::nullopt;
  }
  const auto rank = ReadOrdinal(scan, at);
  if (!rank) return std::nullopt;
  const bool adverb = scan.Text(at) == "first" && scan.TextBefore(at) == "at";  // "at first"
  const bool party = scan.Follows(rank->end, "party") || scan.Follows(rank->end, "parties");
  if (adverb || party) return std::nullopt;
  return Make(QuantityKind::kOrdinal, *rank, "", {at, rank->end});
}

}  // namespace docent
