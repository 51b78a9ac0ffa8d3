// bot/answering/measure.h
// By what the things of a type are measured, where a question says it in its own words: "the deepest water", "cost less
// than 50 pounds".

#pragma once

#include <optional>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/inquiry.h"
#include "bot/answering/unit.h"
#include "bot/knowledge/store.h"

namespace docent {

// The type of the things ranked by the word for an extreme that stands at `extreme`: that which is asked for, that of
// the noun behind it, or that of the noun with which the question begins ("of all the ships"); kNone if there is none.
TypeId TypeRanked(const Brain& brain, const Inquiry& inquiry, WordSpan extreme);

// What is left of the question beside the words in `beside` and those for the type: by what is measured, and at what
// date if it names one.
struct Measured {
  std::vector<Unit> units;
  std::optional<Quantity> when;
};

// Nothing if a name or another figure stands there, which would say which things of the type are meant.
std::optional<Measured> UnitsOfMeasure(const std::vector<Unit>& units, WordSpan beside, TypeId type);

// The attribute whose figures, of things of the type, account for the most of the units; kNone if none stands out. Of
// no type (kNone), what is counted of several things.
AttributeId MeasuredBy(const Brain& brain, StoreConnection& store, const std::vector<Unit>& units, TypeId type);

}  // namespace docent
