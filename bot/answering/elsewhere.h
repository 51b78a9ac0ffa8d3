// bot/answering/elsewhere.h
// "The hopper belongs to the ground floor": facts list it under another floor, and under this one other things.

#pragma once

#include <optional>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/match.h"
#include "bot/answering/unit.h"

namespace docent {

struct Elsewhere {
  FactId listing = 0;  // lists what the claim names, under another thing of the same type than the one it says
  FactId own = 0;      // lists what that one has, and lacks it
};

// Nothing if no two facts of one attribute show it, or any list of the thing that the claim says holds what it names.
std::optional<Elsewhere> ListedElsewhere(const Brain& brain, const std::vector<Unit>& units, const Asked& asked,
                                         const std::vector<FrameMatch>& matches);

}  // namespace docent
