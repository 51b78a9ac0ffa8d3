// bot/answering/verify.h
// Claims: yes, no with what the facts say instead, or undecided.

#pragma once

#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/finding.h"
#include "bot/answering/unit.h"
#include "bot/reading/asked.h"

namespace docent {

// What the facts say to the claim that the units state. `matches` are the facts nearest to it.
Finding Verify(const Brain& brain, const std::vector<Unit>& units, const Asked& asked,
               const std::vector<FrameMatch>& matches);

}  // namespace docent
