// bot/answering/contradiction.h
// Where a fact names another thing than a claim does, and whether it says of that what the claim says of this.

#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "bot/answering/match.h"
#include "bot/answering/unit.h"
#include "bot/knowledge/fact.h"

namespace docent {

// The number of the first slot of the fact that names another thing than the unit does, where it can name only one;
// nothing if there is none.
std::optional<size_t> ContradictingSlot(const Knowledge& knowledge, const Fact& fact, const Unit& unit);

// Whether the fact says of another thing just what the claim says of this one. What stands in the very slot that names
// the other thing only describes that: "she is no academician" is not told by the academician who directs the
// institute. And where something is, or who took part in it, says nothing without what it was.
// `slot` is the slot, `contradicted` the unit that it contradicts.
bool IsOfSameRelation(const Knowledge& knowledge, const std::vector<Unit>& units, const FrameMatch& match, size_t slot,
                      size_t contradicted);

// Whether the unit that the fact contradicts is the time of its figure: what that is of one year says nothing of
// another.
bool IsOfAnotherTime(const Fact& fact, const Unit& contradicted);

}  // namespace docent
