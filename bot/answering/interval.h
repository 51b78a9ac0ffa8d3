// bot/answering/interval.h
// Claims about figures: whether "is it over 400?" follows from "more than 500". A stated figure is an interval, a
// claim is a condition on it; where the interval lies partly inside, the facts do not decide.

#pragma once

#include "bot/text/quantity.h"

namespace docent {

enum class Verdict { kTrue, kFalse, kOpen };

// A span of time in the unit of another one, if that is exact: 14 months are 1 1/6 years, but no number of days. Any
// other quantity stays as it is.
Quantity InUnitOf(const Quantity& quantity, const Quantity& other);

// Whether the two can be held against each other at all: the same kind of quantity, in the same unit or one that goes
// into it.
bool AreComparable(const Quantity& claimed, const Quantity& stated);

// Whether `claimed` holds of the figure that `as_stated` gives. Both must be comparable.
Verdict Decide(const Quantity& claimed, const Quantity& as_stated);

// Which of two stated figures is larger: -1 the second, 1 the first, 0 equal as stated. kOpen bounds that overlap
// are decided by the figures themselves, since both are stated with their bounds in the answer.
int Order(const Quantity& first, const Quantity& second);

}  // namespace docent
