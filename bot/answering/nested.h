// bot/answering/nested.h
// References by description: "the president of the firm that manages the fund whose hinterland is the corridor". The
// innermost description, the last thing named only by its type ("the fund that ...") or by what it belongs to
// ("Aurora's captain"), is looked up first and takes its place, until the question itself is left: the same cascade as
// that of phrase rules, over facts instead of templates.

#pragma once

#include <optional>
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
};

// Resolves the innermost description among `units`, which are of `marked`; nothing if there is none or the facts hold
// none.
std::optional<NestedReference> ResolveInnermost(const Brain& brain, StoreConnection& store,
                                                const MarkedQuestion& marked, const std::vector<Unit>& units);

}  // namespace docent
