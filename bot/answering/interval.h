// bot/answering/interval.h
// Claims about figures: whether "is it over 400?" follows from "more than 500". A stated figure is an interval, a
// claim is a condition on it; where the interval lies partly inside, the facts do not decide.

#pragma once

#include <optional>
#include <string_view>

#include "bot/text/quantity.h"

namespace docent {

enum class Verdict { kTrue, kFalse, kOpen };

// The number of a span of time in another unit of time; nothing if the one does not go into the other: 14 months are
// 1 1/6 years, but no number of days. Of a measure its number in the other unit, if that is of its scale. Of any other
// quantity its own number.
std::optional<double> NumberIn(const Quantity& quantity, std::string_view unit);

// Whether the two can be held against each other at all: the same kind of quantity, in the same unit or one that goes
// into it.
bool AreComparable(const Quantity& claimed, const Quantity& stated);

// Whether `claimed` holds of the figure that `stated` gives. Both must be comparable.
Verdict Decide(const Quantity& claimed, const Quantity& stated);

// Which of two stated figures is larger: -1 the second, 1 the first, 0 equal as stated. kOpen bounds that overlap
// are decided by the figures themselves, since both are stated with their bounds in the answer.
int Order(const Quantity& first, const Quantity& second);

// Whether any day lies in both: none in June and late in the year.
bool MayMeet(const Date& one, const Date& other);

// "May 2019", "early in 2019", and not "2019".
bool NamesPartOfYear(const Date& date);

}  // namespace docent
