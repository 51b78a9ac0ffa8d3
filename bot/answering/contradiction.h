// Where a fact names another thing than a claim does, and whether it says of that what the claim says of this.

#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "bot/answering/match.h"
#include "bot/answering/unit.h"
#include "bot/knowledge/fact.h"

namespace docent {

// The slot of the fact that names another thing than the unit does, where it can name only one.
std::optional<size_t> ContradictingSlot(const Knowledge& knowledge, const Fact& fact, const Unit& unit);

// Whether the fact says of another thing just what the claim says of this one. What stands in the very slot that names
// the other thing only describes that: "she is no academician" is not told by the academician who directs the
// institute. And where something is, or who took part in it, says nothing without what it was.
// `slot` is the slot, `contradicted` the unit that it contradicts.
bool IsOfSameRelation(const Knowledge& knowledge, const std::vector<Unit>& units, const FrameMatch& match, size_t slot,
                      size_t contradicted);

// What a figure is of one year says nothing of another year.
bool IsOfAnotherTime(const Fact& fact, const Unit& contradicted);

}  // namespace docent
