// bot/answering/elsewhere.h
// "Cloud computing belongs to the technical layer": facts list it under another layer, and under this one other things.

#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/match.h"
#include "bot/answering/unit.h"

namespace docent {

// The fact that lists what the claim of `units` names, under another thing of the same type than the one that the claim
// says, and the fact of this one's list, which lacks it; nothing if no two facts of one attribute show it.
std::optional<std::pair<FactId, FactId>> ListedElsewhere(const Brain& brain, const std::vector<Unit>& units,
                                                         const Asked& asked, const std::vector<FrameMatch>& matches);

}  // namespace docent
