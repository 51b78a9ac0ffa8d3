// bot/text/scales.h
// Units that go into each other: minutes and hours, feet and kilometres, kilograms and tonnes, and what there is of
// them in a time: miles an hour.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "bot/text/quantity.h"

namespace docent {

struct Scale {
  std::string base;   // "second", "metre", "kilogram", "square metre", "metre per second"
  double factor = 1;  // how many of these the unit is
};

// Of a unit of time or a measure, in any of its spellings; nothing for any other. A month is a twelfth of 365.25 days:
// good for telling which of two spans is longer, not for telling that they are equal. Factors after the international
// yard and pound agreement of 1959 and the SI Brochure.
std::optional<Scale> ScaleOf(std::string_view unit);

// How many of `to` one of `from` is; nothing if they do not go into each other. Of what there is in a time and what
// there is of it ("20 tonnes a year", "20 tonnes") the one is taken for the other: sentences often say the time, where
// the figure beside them does not.
std::optional<double> FactorBetween(std::string_view from, std::string_view to);

// Whether the numbers of the two can be held against each other, as they stand or by their scales: a number without a
// unit goes with any.
bool AreOfOneScale(const Quantity& one, const Quantity& other);

// The number in the base of its scale; as it stands if it has none.
double InBase(const Quantity& quantity);

}  // namespace docent
