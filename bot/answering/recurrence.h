// bot/answering/recurrence.h
// What happens every twenty minutes takes no twenty minutes, and that it happens somewhere tells not how often.

#pragma once

#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/match.h"
#include "bot/answering/unit.h"
#include "bot/reading/asked.h"

namespace docent {

// "How often does it run": whether the fact, by its own words or its author's, tells nothing of how often.
bool MissesHowOften(const Brain& brain, const std::vector<Unit>& units, const Asked& asked, const FrameMatch& match);

// "It takes 20 minutes": whether the fact has the claim's span of time as one that lies between two times.
bool IsSpanBetweenTimes(const Brain& brain, const std::vector<Unit>& units, const Asked& asked,
                        const FrameMatch& match);

}  // namespace docent
