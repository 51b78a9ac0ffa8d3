#include "bot/text/elapsed.h"

#include <chrono>
#include <utility>

namespace docent {
namespace {

std::chrono::sys_days DayOf(const Date& date) { return std::chrono::year(date.year) / date.month / date.day; }

bool IsEarlier(const Date& one, const Date& other) {
  if (one.year != other.year) return one.year < other.year;
  if (one.month != other.month) return one.month < other.month;
  return one.day < other.day;
}

}  // namespace

std::optional<Elapsed> TimeBetween(const Date& one, const Date& other) {
  constexpr int kMonths = 12;
  constexpr int kMostDays = 61;  // two months and less are told in days
  Date from = one;
  Date to = other;
  if (IsEarlier(to, from)) std::swap(from, to);
  if (from.year == 0 || to.year == 0) return std::nullopt;
  Elapsed elapsed;
  if (from.month == 0 || to.month == 0) {
    elapsed.years = to.year - from.year;
    elapsed.exact = from.month == to.month;
    return elapsed.years > 0 ? std::optional(elapsed) : std::nullopt;
  }
  const bool has_days = from.day != 0 && to.day != 0;
  if (has_days) {
    const auto days = static_cast<int>((DayOf(to) - DayOf(from)).count());
    if (days == 0) return std::nullopt;
    elapsed.in_days = days;
    if (days <= kMostDays) {
      elapsed.days = days;
      return elapsed;
    }
  }
  int months = (to.year - from.year) * kMonths + to.month - from.month;
  if (has_days && to.day < from.day) --months;
  elapsed.years = months / kMonths;
  elapsed.months = months % kMonths;
  elapsed.exact = from.day == to.day;
  return months > 0 ? std::optional(elapsed) : std::nullopt;
}

}  // namespace docent
