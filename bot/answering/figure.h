// bot/answering/figure.h
// A figure that a fact states, and which two of them can be held against each other.

#pragma once

#include <string>
#include <vector>

#include "bot/knowledge/fact.h"

namespace docent {

// With the words by which the question asked for it.
struct Figure {
  FactId fact = kNone;
  Quantity quantity;
  std::string asked;
  double worth = 0;                // the weight of the words that the fact accounts for
  bool is_aside = false;           // a date that says when something holds of a thing, and not how old it is
  size_t side = 0;                 // which of the sides that were given asks for it
  AttributeId attribute = kNone;   // of the value, which may stand in a fact of another: a year beside who founded it
  std::vector<FactId> added = {};  // the further facts, of a figure that is a sum
};

struct FigurePair {
  Figure first;
  Figure second;
};

// Whether two facts are of one thing or of one attribute: not the workers of one and the rooms of another.
bool AreOfOneThing(const Fact& one, const Fact& other);

// Whether two figures can be held against each other: sums of one currency, numbers of one unit. A large number whose
// unit the source leaves out may be a sum.
bool AreOfOneMeasure(const Quantity& one, const Quantity& other);

// The quantity that the fact gives for the role first; null if it gives none.
const Quantity* QuantityOf(const Fact& fact, Role role);

// Those that account for nearly as much as the best of them.
std::vector<Figure> NearlyBest(std::vector<Figure> figures);

}  // namespace docent
