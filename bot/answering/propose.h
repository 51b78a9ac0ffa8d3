// bot/answering/propose.h
// Which facts are worth matching with a question: those about the things that it names, and those that share its rare
// terms, as the full-text index finds them. How many is bounded, whatever the knowledge holds.

#pragma once

#include <vector>

#include "bot/answering/frame_index.h"
#include "bot/answering/unit.h"
#include "bot/knowledge/store.h"
#include "bot/reading/asked.h"

namespace docent {

// In the order of facts, each once; the facts of the answer before among them.
std::vector<FactId> ProposeFacts(const std::vector<Unit>& units, const Asked& asked, const FrameIndex& index,
                                 StoreConnection& store);

}  // namespace docent
