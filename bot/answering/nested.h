// bot/answering/nested.h
// References by description: "the president of the firm that manages the fund whose hinterland is the corridor". A
// thing named only by its type ("the fund that ...") or by what it belongs to ("Aurora's captain") is looked up by what
// is said of it and takes its place in the question. Which words say it and which ask of the thing is tried, innermost
// first.

#pragma once

#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/finding.h"
#include "bot/answering/unit.h"
#include "bot/knowledge/store.h"
#include "bot/reading/mention.h"

namespace docent {

struct NestedReference {
  std::vector<Unit> units;  // of the question, with the entity in place of its description
  EntityId entity = kNone;
  FactId fact = kNone;  // that the description was found in
  double missed = 0;    // weight of the description's words that this fact does not account for
};

// A unit that names the entity, in the place of the words at `span` by which it was described.
Unit NameUnit(const Brain& brain, EntityId entity, WordSpan span);

// Ways to resolve one description among `units`, which are of `marked`: the innermost descriptions first, and of one
// description those that leave something to be asked of the thing before those that take all words for it. None if
// there is no description or the facts hold none. `is_claim`: what is claimed of the thing may begin like a clause that
// says which it is ("did he say that it floats").
std::vector<NestedReference> ResolveDescriptions(const Brain& brain, StoreConnection& store,
                                                 const MarkedQuestion& marked, const std::vector<Unit>& units,
                                                 bool is_claim);

}  // namespace docent
