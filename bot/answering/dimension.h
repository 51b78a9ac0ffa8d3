// By what two things are held against each other, where the form of a question says it by an adjective: "is it longer",
// "as heavy as". Of which is longer the numbers of their lamps tell nothing.

#pragma once

#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/unit.h"
#include "bot/reading/form.h"
#include "bot/reading/mention.h"

namespace docent {

// A unit for each word of the form that names a dimension, as if it were content. "Higher" and "lower" name one only of
// things that are `only_named`: else of whatever is said of them.
std::vector<Unit> DimensionUnits(const Brain& brain, const MarkedQuestion& marked, const Form& form, bool only_named);

// Whether the unit is one of those.
bool IsDimension(const Brain& brain, const MarkedQuestion& marked, const Form& form, const Unit& unit);

// Whether the quantity is of the unit's dimension by itself: a sum of money of "cheaper", a time of "longer".
bool IsOfDimension(const Brain& brain, const MarkedQuestion& marked, const Unit& unit, const Quantity& quantity);

}  // namespace docent
