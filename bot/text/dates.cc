// Dates in English and in digits. A date may lack its year, its day or all but its year.

#include <charconv>
#include <string_view>
#include <unordered_set>

#include "bot/text/date_parts.h"
#include "bot/text/numerals.h"
#include "bot/text/readers.h"
#include "bot/text/starters.h"
#include "bot/text/utf8.h"
#include "bot/text/word_table.h"

namespace docent {
namespace {

struct Month {
  int number = 0;
  bool ordinary = false;  // its word is also an ordinary one, or an abbreviation: it wants company
};

const WordTable<Month>& Months() {
  static const WordTable<Month> months = {
      {"january", {1}},    {"february", {2}},   {"march", {3, true}}, {"april", {4}},     {"may", {5, true}},
      {"june", {6}},       {"july", {7}},       {"august", {8}},      {"september", {9}}, {"october", {10}},
      {"november", {11}},  {"december", {12}},  {"jan", {1, true}},   {"feb", {2, true}}, {"mar", {3, true}},
      {"apr", {4, true}},  {"jun", {6, true}},  {"jul", {7, true}},   {"aug", {8, true}}, {"sep", {9, true}},
      {"sept", {9, true}}, {"oct", {10, true}}, {"nov", {11, true}},  {"dec", {12, true}}};
  return months;
}

struct Part {
  int value = 0;
  size_t end = 0;
};

std::optional<Part> ReadYear(const Scan& scan, size_t at) {
  const auto year = scan.IsNumber(at) ? YearOf(scan.Text(at)) : std::nullopt;
  return year ? std::optional(Part{*year, at + 1}) : std::nullopt;
}

// A day of the month: "24", "24th", "twenty-fourth". A number that goes on ("24 billion") is none.
std::optional<Part> ReadDay(const Scan& scan, size_t at) {
  if (const auto rank = ReadOrdinal(scan, at)) {
    if (rank->value >= 1 && rank->value <= 31) return Part{static_cast<int>(rank->value), rank->end};
    return std::nullopt;
  }
  if (!scan.IsNumber(at) || scan.Text(at).size() > 2) return std::nullopt;
  const auto numeral = ReadNumeral(scan, at);
  if (!numeral || numeral->end != at + 1 || numeral->value < 1 || numeral->value > 31) return std::nullopt;
  return Part{static_cast<int>(numeral->value), at + 1};
}

// The year behind a day or month: "24 May 2018", "May 24, 2018", "May of 2018".
void ReadYearBehind(const Scan& scan, Quantity& date) {
  size_t at = date.span.end;
  if (scan.Follows(at, "of")) {
    ++at;
    if (!scan.Follows(at)) return;
  } else if (!scan.FollowsComma(at)) {
    return;
  }
  if (const auto year = ReadYear(scan, at)) {
    date.date.year = year->value;
    date.span.end = year->end;
  }
}

// "24 May", "the 24th of May"
std::optional<Quantity> ReadDayMonth(const Scan& scan, size_t at) {
  const size_t day_at = scan.Text(at) == "the" ? at + 1 : at;
  if (day_at != at && !scan.Follows(day_at)) return std::nullopt;
  const auto day = ReadDay(scan, day_at);
  if (!day) return std::nullopt;
  size_t month_at = day->end;
  const bool of = scan.Follows(month_at, "of");
  if (of) ++month_at;
  if (!scan.Follows(month_at)) return std::nullopt;
  const auto month = Months().Find(scan.Text(month_at));
  if (!month) return std::nullopt;
  // "the first may", "8 march on" are no dates unless they look like one.
  const bool verb = month->ordinary && !of && scan.Text(month_at).size() > 2 && !scan[month_at].capitalized &&
                    !scan.IsNumber(day_at) && !IsAsciiDigit(scan.Text(day_at)[0]);
  if (verb) return std::nullopt;
  Quantity date = MakeDate({.month = month->number, .day = day->value}, at, month_at + 1);
  ReadYearBehind(scan, date);
  return date;
}

// Words before "may" and "march" that make months of them.
bool NamesTime(std::string_view before) {
  static const std::unordered_set<std::string_view> kWords = {
      "in",     "of",    "last", "this", "until", "till", "since", "by",   "next",     "during",
      "before", "after", "from", "late", "early", "mid",  "every", "each", "previous", "past"};
  return kWords.contains(before);
}

// "May 24", "May 24th, 2018", "January 2018", "January"
std::optional<Quantity> ReadMonthFirst(const Scan& scan, size_t at) {
  const auto month = Months().Find(scan.Text(at));
  if (!month) return std::nullopt;
  Quantity date = MakeDate({.month = month->number}, at, at + 1);
  size_t day_at = at + 1;
  if (scan.Follows(day_at, "the")) ++day_at;
  const auto day = scan.Follows(day_at) ? ReadDay(scan, day_at) : std::nullopt;
  if (day) {
    date.date.day = day->value;
    date.span.end = day->end;
  }
  ReadYearBehind(scan, date);
  const bool alone = date.span.size() == 1;
  if (alone && month->ordinary && !scan.is_value() && !NamesTime(scan.TextBefore(at))) return std::nullopt;
  return date;
}

// "2018-05-24", "2018/5/24", "24.5.2018", "5/24/2018". Where day and month could be either, the year alone is sure.
std::optional<Quantity> ReadDigitDate(const Scan& scan, size_t at) {
  if (!scan.IsNumber(at)) return std::nullopt;
  const std::string_view word = scan.Text(at);
  int parts[3] = {};
  size_t digits[3] = {};
  const char* from = word.data();
  const char* end = word.data() + word.size();
  for (size_t i = 0; i < 3; ++i) {
    const auto [stop, error] = std::from_chars(from, end, parts[i]);
    if (error != std::errc() || parts[i] < 1) return std::nullopt;
    digits[i] = static_cast<size_t>(stop - from);
    from = stop;
    if (i == 2) break;
    if (from == end || (*from != '-' && *from != '/' && *from != '.')) return std::nullopt;
    ++from;
  }
  if (from != end) return std::nullopt;
  const auto [a, b, c] = parts;
  const bool year_first = digits[0] == 4 && b <= 12 && c <= 31 && a >= 1000 && a <= 2999;
  if (year_first) return MakeDate({.year = a, .month = b, .day = c}, at, at + 1);
  if (digits[2] != 4 || c < 1000 || c > 2999 || a > 31 || b > 31) return std::nullopt;
  if (a > 12 && b > 12) return std::nullopt;
  if (a > 12 || word.find('.') != std::string_view::npos)
    return MakeDate({.year = c, .month = b, .day = a}, at, at + 1);
  if (b > 12) return MakeDate({.year = c, .month = a, .day = b}, at, at + 1);
  if (a == b) return MakeDate({.year = c, .month = a, .day = a}, at, at + 1);
  return MakeDate({.year = c}, at, at + 1);
}

// "2018", "2018-05", "2018 May 24"
std::optional<Quantity> ReadYearFirst(const Scan& scan, size_t at) {
  constexpr int kLatest = 2199;  // "2300" is so many of something
  const auto year = ReadYear(scan, at);
  if (!year || year->value > kLatest) return std::nullopt;
  Quantity date = MakeDate({.year = year->value}, at, year->end);
  const std::string_view next = scan.Text(year->end);
  const bool hyphen = scan.FollowsHyphen(year->end);
  if (hyphen && scan.IsNumber(year->end) && next.size() == 2 && next[0] == '0' && next[1] > '0') {
    date.date.month = next[1] - '0';
    ++date.span.end;
  } else if (scan.Follows(year->end)) {
    const auto month = Months().Find(next);
    const auto day = month && scan.Follows(year->end + 1) ? ReadDay(scan, year->end + 1) : std::nullopt;
    if (month && (day || !month->ordinary || scan[year->end].capitalized)) {
      date.date.month = month->number;
      date.date.day = day ? day->value : 0;
      date.span.end = day ? day->end : year->end + 1;
    }
  }
  return date;
}

// The second year of "2018-19".
std::optional<Quantity> ReadShortYear(const Scan& scan, size_t at) {
  if (at == 0 || !scan.IsNumber(at) || scan.Text(at).size() != 2 || !scan.FollowsHyphen(at)) return std::nullopt;
  const auto before = ReadYear(scan, at - 1);
  const auto number = ReadDigits(scan.Text(at));
  if (!before || !number) return std::nullopt;
  const int year = before->value / 100 * 100 + static_cast<int>(*number);
  return year > before->value ? std::optional(MakeDate({.year = year}, at, at + 1)) : std::nullopt;
}

// "twenty eighteen", "nineteen ninety-five"; "two thousand eighteen" only behind "in" or "year"
std::optional<Quantity> ReadSpokenYear(const Scan& scan, size_t at) {
  const auto century = CardinalWord(scan.Text(at));
  if (!century) return std::nullopt;
  if (*century == 19 || *century == 20) {
    const auto rest = scan.Follows(at + 1) ? ReadBelowHundred(scan, at + 1) : std::nullopt;
    if (!rest || rest->value < 10) return std::nullopt;
    if (ReadNumeral(scan, at + 1)->end != rest->end) return std::nullopt;  // "twenty sixty billion" is nothing
    return MakeDate({.year = *century * 100 + static_cast<int>(rest->value)}, at, rest->end);
  }
  const std::string_view before = scan.TextBefore(at);
  if (*century != 2 || !scan.Follows(at + 1, "thousand") || (before != "in" && before != "year")) return std::nullopt;
  const auto numeral = ReadNumeral(scan, at);
  if (!numeral || numeral->value <= 2000 || numeral->value >= 2100) return std::nullopt;
  return MakeDate({.year = static_cast<int>(numeral->value)}, at, numeral->end);
}

}  // namespace

void AddMonthStarters(WordSet& words) { Months().AddStarters(words); }

std::optional<int> YearOf(std::string_view word) {
  if (word.size() != 4) return std::nullopt;
  int year = 0;
  for (const char c : word) {
    if (!IsAsciiDigit(c)) return std::nullopt;
    year = year * 10 + (c - '0');
  }
  return year >= 1000 && year <= 2999 ? std::optional(year) : std::nullopt;
}

Quantity MakeDate(const Date& date, size_t begin, size_t end) {
  Quantity quantity;
  quantity.kind = QuantityKind::kDate;
  quantity.date = date;
  quantity.span = {begin, end};
  return quantity;
}

std::optional<Quantity> ReadDate(const Scan& scan, size_t at) {
  if (auto date = ReadPartOfYear(scan, at)) return date;
  if (auto date = ReadSeason(scan, at)) return date;
  if (auto date = ReadDayMonth(scan, at)) return date;
  if (auto date = ReadMonthFirst(scan, at)) return date;
  if (auto date = ReadDigitDate(scan, at)) return date;
  if (auto date = ReadYearFirst(scan, at)) return date;
  if (auto date = ReadShortYear(scan, at)) return date;
  return ReadSpokenYear(scan, at);
}

}  // namespace docent
