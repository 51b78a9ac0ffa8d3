// bot/answering/comparison.h
// Whether one quantity is more than another, as people mean it: May 2000 is not after 2000.

#pragma once

#include "bot/reading/query.h"
#include "bot/text/quantity.h"

namespace docent {

inline constexpr double kEqual = 1e-9;  // relative: numbers that differ less are the same

bool SameNumber(double one, double other);
bool Passes(double number, Comparison comparison, double bound);

// Whether `value` stands to `bound` so. What is known less exactly than the bound is not known to.
bool Passes(const Quantity& value, Comparison comparison, const Quantity& bound);

}  // namespace docent
