// bot/answering/claim_doubts.h
// What keeps a fact that accounts for a claim's words from bearing it out.

#pragma once

#include <cstddef>
#include <vector>

#include "bot/answering/frame_index.h"
#include "bot/answering/match.h"
#include "bot/answering/unit.h"
#include "bot/reading/asked.h"

namespace docent {

// Whether the fact does not tell what the claim claims, though it holds its words: how two names go together, where one
// of them is, when the deed was.
bool IsDoubtful(const Knowledge& knowledge, const std::vector<Unit>& units, const Asked& asked,
                const FrameMatch& match);

// Whether the fact holds, if only in its sentence, a word that means the opposite of the unit.
bool SaysOpposite(const FrameIndex& frames, FactId fact, const Unit& unit);

// Whether the fact says one of two things of a kind that the claim offers, and contradicts the other: "30 or 40".
// `contradicted` are indices into the units.
bool HoldsTheOther(const std::vector<Unit>& units, const FrameMatch& match, const std::vector<size_t>& contradicted);

}  // namespace docent
