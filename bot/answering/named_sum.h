// bot/answering/named_sum.h
// "What did the cellar cost": a question for a sum that names nothing but a thing. Which of its sums is meant is said
// by the word that the question's form took for its own.

#pragma once

#include <optional>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/match.h"
#include "bot/answering/unit.h"
#include "bot/reading/asked.h"

namespace docent {

// The matches whose attribute is called by a word of the question; nothing if the question is of another kind, or if
// none of them is called so, or all are.
std::optional<std::vector<FrameMatch>> SumsCalledSo(const Brain& brain, const std::vector<FrameMatch>& matches,
                                                    const std::vector<Unit>& units, const Asked& asked);

// "What was the price tag of the cellar", of which facts give several sums, none of them called so: whether any of them
// may be meant.
bool IsAnySumOf(const Brain& brain, const std::vector<FrameMatch>& matches, const std::vector<Unit>& units,
                const Asked& asked);

}  // namespace docent
