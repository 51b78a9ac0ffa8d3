// bot/answering/given.h
// Whether a question already holds what a slot of a fact holds, so that it cannot be what is asked for.

#pragma once

#include <cstddef>
#include <vector>

#include "bot/answering/frame_index.h"
#include "bot/answering/held_terms.h"
#include "bot/answering/unit.h"
#include "bot/knowledge/fact.h"
#include "bot/reading/asked.h"

namespace docent {

// `id` is that of `fact`; `terms` asks for those of the units and is turned to the fact.
bool IsGiven(const Fact& fact, FactId id, size_t slot, const std::vector<Unit>& units, const Asked& asked,
             const FrameIndex& index, const HeldTerms& terms);

}  // namespace docent
