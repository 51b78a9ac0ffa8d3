// Dates in Chinese: "2018年5月24日", "二〇一八年五月", "2018年上半年", "第一季度".

#include <string_view>

#include "bot/text/date_parts.h"
#include "bot/text/numerals.h"
#include "bot/text/readers.h"

namespace docent {
namespace {

struct Part {
  int value = 0;
  size_t end = 0;
};

// A small number in digits or Chinese numerals, from one to `most`.
std::optional<Part> ReadSmallNumber(const Scan& scan, size_t at, int most) {
  if (at >= scan.size()) return std::nullopt;
  Part part;
  if (scan.IsNumber(at)) {
    const auto value = scan.Text(at).size() <= 2 ? ReadDigits(scan.Text(at)) : std::nullopt;
    if (!value) return std::nullopt;
    part = {static_cast<int>(*value), at + 1};
  } else if (scan.IsHan(at)) {
    const auto numeral = ReadChineseNumeral(scan, at);
    if (!numeral || numeral->bound != Bound::kExactly || numeral->value > most) return std::nullopt;
    part = {static_cast<int>(numeral->value), numeral->end};
  }
  return part.value >= 1 && part.value <= most ? std::optional(part) : std::nullopt;
}

// The digit that a Chinese sign is in a year read digit by digit.
std::optional<int> YearDigit(std::string_view word) {
  constexpr std::string_view kDigits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  if (word == "〇") return 0;
  for (int i = 0; i < 10; ++i) {
    if (kDigits[i] == word) return i;
  }
  return std::nullopt;
}

// "2018年", "二〇一八年", and "2018" before "上半年"
std::optional<Part> ReadYear(const Scan& scan, size_t at) {
  if (scan.IsNumber(at)) {
    const auto year = YearOf(scan.Text(at));
    if (!year) return std::nullopt;
    if (scan.Follows(at + 1, "年")) return Part{*year, at + 2};
    const bool half = scan.Follows(at + 1, "上") || scan.Follows(at + 1, "下");
    return half && scan.EndOfPhrase(at + 2, "半年") ? std::optional(Part{*year, at + 1}) : std::nullopt;
  }
  int year = 0;
  for (size_t i = 0; i < 4; ++i) {
    const auto digit = i == 0 || scan.Follows(at + i) ? YearDigit(scan.Text(at + i)) : std::nullopt;
    if (!digit) return std::nullopt;
    year = year * 10 + *digit;
  }
  const bool plausible = year >= 1000 && year <= 2999 && scan.Follows(at + 4, "年");
  return plausible ? std::optional(Part{year, at + 5}) : std::nullopt;
}

// "上半年", "第一季度", "一季度", with or without a year before it
std::optional<Quantity> ReadPart(const Scan& scan, size_t at) {
  if (const auto end = scan.EndOfPhrase(at, "上半年")) return MakeDate({.half = 1}, at, *end);
  if (const auto end = scan.EndOfPhrase(at, "下半年")) return MakeDate({.half = 2}, at, *end);
  const auto quarter = ReadSmallNumber(scan, scan.Text(at) == "第" ? at + 1 : at, 4);
  const auto end = quarter && scan.Follows(quarter->end) ? scan.EndOfPhrase(quarter->end, "季度") : std::nullopt;
  return end ? std::optional(MakeDate({.quarter = quarter->value}, at, *end)) : std::nullopt;
}

// "5月24日", "五月", "24日"
std::optional<Quantity> ReadMonthAndDay(const Scan& scan, size_t at) {
  const auto first = ReadSmallNumber(scan, at, 31);
  if (!first || !scan.Follows(first->end)) return std::nullopt;
  const std::string_view unit = scan.Text(first->end);
  if (unit == "日") return MakeDate({.day = first->value}, at, first->end + 1);
  if (unit != "月" || first->value > 12) return std::nullopt;
  Quantity date = MakeDate({.month = first->value}, at, first->end + 1);
  const size_t next = date.span.end;
  if (scan.Follows(next, "份")) {
    ++date.span.end;
  } else if (const auto day = scan.Follows(next) ? ReadSmallNumber(scan, next, 31) : std::nullopt;
             day && (scan.Follows(day->end, "日") || scan.Follows(day->end, "号"))) {
    date.date.day = day->value;
    date.span.end = day->end + 1;
  }
  return date;
}

std::optional<Quantity> ReadWithoutYear(const Scan& scan, size_t at) {
  if (auto part = ReadPart(scan, at)) return part;
  return ReadMonthAndDay(scan, at);
}

}  // namespace

std::optional<Quantity> ReadChineseDate(const Scan& scan, size_t at) {
  if (!scan.IsHan(at) && !scan.IsHan(at + 1)) return std::nullopt;
  const auto year = ReadYear(scan, at);
  if (!year) return ReadWithoutYear(scan, at);
  Quantity date = MakeDate({.year = year->value}, at, year->end);
  size_t next = year->end;
  if (scan.Follows(next, "的")) ++next;
  if (!scan.Follows(next)) return date;
  if (const auto rest = ReadWithoutYear(scan, next); rest && (rest->date.month != 0 || rest->date.day == 0)) {
    date.date = rest->date;
    date.date.year = year->value;
    date.span.end = rest->span.end;
  }
  return date;
}

}  // namespace docent
