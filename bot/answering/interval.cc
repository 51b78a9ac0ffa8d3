#include "bot/answering/interval.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>
#include <tuple>
#include <utility>

#include "bot/text/scales.h"

namespace docent {
namespace {

// How far "nearly" and "about" may reach, as a share of the figure. Wider than most people mean, so that a verdict
// is given only where nobody would object.
constexpr double kLooseness = 0.1;
constexpr double kInfinity = std::numeric_limits<double>::infinity();
// A lower bound is named because it is near (H. P. Grice, "Logic and Conversation", 1975, maxim of quantity): nobody
// says "more than 500" of 650.
constexpr double kFarBeyond = 1.25;
constexpr double kLeastOfMany = 10;  // of fewer any number may be meant: two are "more than one", and so are four

struct Interval {
  double low = 0;
  double high = 0;
};

Interval IntervalOf(double number, Bound bound) {
  const double slack = std::fabs(number) * kLooseness;
  switch (bound) {
    case Bound::kExactly:
      return {number, number};
    case Bound::kMoreThan:
    case Bound::kAtLeast:
      return {number, number >= kLeastOfMany ? kFarBeyond * number : kInfinity};
    case Bound::kNearly:
      return {number - slack, number};
    case Bound::kAbout:
      return {number - slack, number + slack};
    case Bound::kAtMost:
    case Bound::kLessThan:
      return {-kInfinity, number};
  }
  return {number, number};
}

// Spans of time come in two measures that do not go into each other: months, and days of so many seconds.
bool IsOfMonths(std::string_view unit) { return unit == "month" || unit == "year"; }

Verdict DecideDate(const Date& claimed, const Date& stated) {
  const auto differ = [](int one, int other) { return one != 0 && other != 0 && one != other; };
  if (differ(claimed.year, stated.year) || differ(claimed.month, stated.month) || differ(claimed.day, stated.day) ||
      differ(claimed.half, stated.half) || differ(claimed.quarter, stated.quarter) ||
      differ(claimed.season, stated.season) || differ(claimed.stage, stated.stage)) {
    return Verdict::kFalse;
  }
  const auto missing = [](int one, int other) { return one != 0 && other == 0; };
  const bool unsaid = missing(claimed.year, stated.year) || missing(claimed.month, stated.month) ||
                      missing(claimed.day, stated.day) || missing(claimed.half, stated.half) ||
                      missing(claimed.season, stated.season) || missing(claimed.stage, stated.stage);
  return unsaid ? Verdict::kOpen : Verdict::kTrue;
}

// The first and the last day that a date may mean, as numbers that order days; its year is `year` if it names none.
std::pair<int, int> DaysOf(const Date& date, int year) {
  int first = 1;
  int last = 12;
  const auto narrow = [&](int begin, int months) {
    first = std::min(begin, 12);
    last = std::min(begin + months - 1, 12);
  };
  if (date.half != 0) narrow(6 * (date.half - 1) + 1, 6);
  if (date.quarter != 0) narrow(3 * (date.quarter - 1) + 1, 3);
  if (date.season != 0) narrow(3 * date.season, 3);
  if (date.stage != 0) narrow(4 * (date.stage - 1) + 1, 4);
  if (date.month != 0) narrow(date.month, 1);
  const int begin = 10000 * (date.year != 0 ? date.year : year);
  // The winter of a year may be the one that ends in it or the one that begins in it.
  constexpr int kWinter = 4;
  if (date.season == kWinter && date.month == 0) return {begin + 101, begin + 10231};
  return {begin + 100 * first + std::max(date.day, 1), begin + 100 * last + (date.day != 0 ? date.day : 31)};
}

// "Before 2000", "by May": whether the stated day lies on that side.
Verdict DecideBoundedDate(const Quantity& claimed, const Date& stated) {
  if (claimed.date.year != 0 && stated.year == 0) return Verdict::kOpen;
  const auto [first, last] = DaysOf(claimed.date, stated.year);
  const auto [earliest, latest] = DaysOf(stated, 0);
  switch (claimed.bound) {
    case Bound::kLessThan:
      return latest < first ? Verdict::kTrue : earliest >= first ? Verdict::kFalse : Verdict::kOpen;
    case Bound::kMoreThan:
      return earliest > last ? Verdict::kTrue : latest <= last ? Verdict::kFalse : Verdict::kOpen;
    case Bound::kAtMost:
      return latest <= last ? Verdict::kTrue : earliest > last ? Verdict::kFalse : Verdict::kOpen;
    default:
      return DecideDate(claimed.date, stated);
  }
}

// The month that a date names, or the first one of the part of the year that it does: in a winter December.
int MonthOf(const Date& date) {
  if (date.month != 0) return date.month;
  if (date.season != 0) return 3 * date.season;
  if (date.stage != 0) return 4 * (date.stage - 1) + 1;
  return (date.half - 1) * 6 + 1;
}

}  // namespace

bool MayMeet(const Date& one, const Date& other) {
  const int year = one.year != 0 ? one.year : other.year;
  const auto [begin, end] = DaysOf(one, year);
  const auto [other_begin, other_end] = DaysOf(other, year);
  return begin <= other_end && other_begin <= end;
}

bool NamesPartOfYear(const Date& date) {
  return date.month != 0 || date.half != 0 || date.quarter != 0 || date.season != 0 || date.stage != 0;
}

std::optional<double> NumberIn(const Quantity& quantity, std::string_view unit) {
  const bool is_span = quantity.kind == QuantityKind::kSpan;
  if (quantity.unit == unit || (!is_span && quantity.kind != QuantityKind::kNumber)) return quantity.number;
  const std::optional<double> factor = FactorBetween(quantity.unit, unit);
  if (factor && IsOfMonths(quantity.unit) == IsOfMonths(unit)) return quantity.number * *factor;
  return is_span ? std::nullopt : std::optional(quantity.number);
}

bool AreComparable(const Quantity& claimed, const Quantity& stated) {
  const bool are_spans = claimed.kind == QuantityKind::kSpan && stated.kind == QuantityKind::kSpan;
  const bool are_numbers = claimed.kind == QuantityKind::kNumber && stated.kind == QuantityKind::kNumber;
  const bool same_unit = claimed.unit.empty() || stated.unit.empty() || claimed.unit == stated.unit ||
                         (are_spans && NumberIn(stated, claimed.unit)) ||
                         (are_numbers && AreOfOneScale(claimed, stated));
  if (claimed.kind == stated.kind) return same_unit;
  // "over 60 billion" names no currency.
  return claimed.kind == QuantityKind::kNumber && stated.kind == QuantityKind::kMoney && claimed.unit.empty();
}

Verdict Decide(const Quantity& claimed, const Quantity& stated) {
  if (claimed.kind == QuantityKind::kDate) return DecideBoundedDate(claimed, stated.date);
  // "Up to 60" said of "up to 20" means another limit, though it would hold.
  const bool is_limit = claimed.bound == Bound::kAtMost || claimed.bound == Bound::kLessThan;
  const double number = NumberIn(stated, claimed.unit).value_or(stated.number);
  if (is_limit && claimed.bound == stated.bound && claimed.number > number) return Verdict::kOpen;
  // "More than 800" is another minimum than "more than 500": who knew of more would have said so.
  const auto is_minimum = [](Bound bound) { return bound == Bound::kMoreThan || bound == Bound::kAtLeast; };
  const bool are_minima = is_minimum(claimed.bound) && is_minimum(stated.bound);
  if (are_minima && number >= kLeastOfMany && claimed.number >= kFarBeyond * number) return Verdict::kFalse;
  const Interval known = IntervalOf(number, stated.bound);
  const double limit = claimed.number;
  switch (claimed.bound) {
    case Bound::kMoreThan:
      if (known.low > limit || (known.low == limit && stated.bound == Bound::kMoreThan)) return Verdict::kTrue;
      return known.high <= limit ? Verdict::kFalse : Verdict::kOpen;
    case Bound::kAtLeast:
      if (known.low >= limit) return Verdict::kTrue;
      return known.high < limit || (known.high == limit && stated.bound == Bound::kNearly) ? Verdict::kFalse
                                                                                           : Verdict::kOpen;
    case Bound::kLessThan:
      if (known.high < limit ||
          (known.high == limit && stated.bound != Bound::kExactly && stated.bound != Bound::kAtMost))
        return Verdict::kTrue;
      return known.low >= limit ? Verdict::kFalse : Verdict::kOpen;
    case Bound::kAtMost:
      if (known.high <= limit) return Verdict::kTrue;
      // "At most six" is held against "no less than six", though both would be six.
      return known.low > limit || (known.low == limit && stated.bound != Bound::kExactly) ? Verdict::kFalse
                                                                                          : Verdict::kOpen;
    case Bound::kExactly:
    case Bound::kNearly:
    case Bound::kAbout:
      break;
  }
  // The figure as it is stated, with whatever bound, is what people repeat.
  const double tolerance = claimed.kind == QuantityKind::kShare ? 0.01 : 1e-9 * std::fmax(1, std::fabs(limit));
  if (std::fabs(limit - number) <= tolerance) return Verdict::kTrue;
  const bool is_far_beyond = is_minimum(stated.bound) && limit >= known.high;
  return limit < known.low || limit > known.high || is_far_beyond ? Verdict::kFalse : Verdict::kOpen;
}

int Order(const Quantity& first, const Quantity& second) {
  if (first.kind == QuantityKind::kDate) {
    const auto key = [](const Date& date) { return std::make_tuple(date.year, MonthOf(date), date.day); };
    // A year that one of them does not give is passed over: both are then of the source's own year.
    Date one = first.date;
    Date other = second.date;
    if (one.year == 0 || other.year == 0) one.year = other.year = 0;
    return key(one) < key(other) ? -1 : (key(other) < key(one) ? 1 : 0);
  }
  const double other = NumberIn(second, first.unit).value_or(second.number);
  return first.number < other ? -1 : (other < first.number ? 1 : 0);
}

}  // namespace docent
