#include "bot/answering/comparison.h"

#include <algorithm>
#include <cmath>

#include "bot/knowledge/row_index.h"
#include "bot/text/scales.h"

namespace docent {
namespace {

// The parts of `date` that `other` has too, so that May 2000 is not after 2000.
Date Cut(Date date, const Date& other) {
  if (other.year == 0) date.year = 0;
  if (other.month == 0) date.month = 0;
  if (other.day == 0) date.day = 0;
  if (other.half == 0) date.half = 0;
  if (other.quarter == 0) date.quarter = 0;
  if (other.season == 0) date.season = 0;
  if (other.stage == 0) date.stage = 0;
  return date;
}

}  // namespace

bool SameNumber(double one, double other) {
  return std::abs(one - other) <= kEqual * std::max({std::abs(one), std::abs(other), 1.0});
}

bool Passes(double number, Comparison comparison, double bound) {
  const bool same = SameNumber(number, bound);
  switch (comparison) {
    case Comparison::kIs:
      return same;
    case Comparison::kAbove:
      return number > bound && !same;
    case Comparison::kBelow:
      return number < bound && !same;
    case Comparison::kFrom:
      return number > bound || same;
    case Comparison::kUpTo:
      return number < bound || same;
  }
  return false;
}

bool Passes(const Quantity& value, Comparison comparison, const Quantity& bound) {
  const bool dates = value.kind == QuantityKind::kDate;
  if (dates != (bound.kind == QuantityKind::kDate)) return false;
  if (!dates) {
    if (!AreOfOneScale(value, bound)) return false;
    const bool by_number = value.unit.empty() || bound.unit.empty() || value.unit == bound.unit;
    return by_number ? Passes(value.number, comparison, bound.number)
                     : Passes(OrderOf(value), comparison, OrderOf(bound));
  }
  Quantity cut = value;
  cut.date = Cut(value.date, bound.date);
  if (Cut(bound.date, value.date) != bound.date) {
    cut.date = value.date;
    Quantity limit = bound;
    limit.date = Cut(bound.date, value.date);
    return OrderOf(cut) != OrderOf(limit) && Passes(OrderOf(cut), comparison, OrderOf(limit));
  }
  return Passes(OrderOf(cut), comparison, OrderOf(bound));
}

}  // namespace docent
