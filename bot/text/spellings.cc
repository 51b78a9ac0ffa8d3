#include "bot/text/spellings.h"

#include <algorithm>
#include <array>

namespace docent {

bool KeepsItsDot(std::string_view word) {
  static constexpr std::array kAbbreviations = {
      "st", "mr", "mrs", "ms",  "dr",  "prof", "inc", "ltd", "co",  "corp", "no",   "vs",  "approx", "ca",  "est",
      "jr", "sr", "jan", "feb", "mar", "apr",  "jun", "jul", "aug", "sep",  "sept", "oct", "nov",    "dec", "etc"};
  return std::find(kAbbreviations.begin(), kAbbreviations.end(), word) != kAbbreviations.end();
}

bool IsAttachedUnit(std::string_view letters) {
  static constexpr std::array kUnits = {
      "bn",   "b",     "m",    "mn",      "mln", "mio",  "million", "billion", "trillion", "thousand", "k",
      "tn",   "trn",   "t",    "km",      "kg",  "cm",   "mm",      "nm",      "kw",       "mw",       "gw",
      "kwh",  "mwh",   "gwh",  "mb",      "gb",  "tb",   "pb",      "hz",      "khz",      "mhz",      "ghz",
      "ft",   "lb",    "lbs",  "mi",      "sqm", "sqkm", "yuan",    "rmb",     "cny",      "usd",      "eur",
      "gbp",  "hkd",   "jpy",  "percent", "pct", "yr",   "yrs",     "year",    "years",    "month",    "months",
      "week", "weeks", "day",  "days",    "h",   "hr",   "hrs",     "hour",    "hours",    "min",      "mins",
      "sec",  "secs",  "plus", "ish",     "ha",  "km2",  "m2",      "m3"};
  return std::find(kUnits.begin(), kUnits.end(), letters) != kUnits.end();
}

bool IsCurrencyCode(std::string_view letters) {
  static constexpr std::array kCodes = {"rmb", "cny", "usd", "eur", "gbp", "hkd", "jpy"};
  return std::find(kCodes.begin(), kCodes.end(), letters) != kCodes.end();
}

bool IsPeriodOfYear(std::string_view letters) {
  return letters.size() == 2 && ((letters[0] == 'q' && letters[1] >= '1' && letters[1] <= '4') ||
                                 (letters[0] == 'h' && (letters[1] == '1' || letters[1] == '2')));
}

bool IsCalendarYear(std::string_view digits) {
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

}  // namespace docent
