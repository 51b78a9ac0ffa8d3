// bot/answering/echo.h
// An answer must say more than its question: of "which universities are there", "the top universities" is none.

#pragma once

#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/match.h"
#include "bot/answering/unit.h"

namespace docent {

// Whether the slot that would answer "which ..." names nothing: all its words stand in the question, or are said of
// anything ("many", "well-known"). False for names and figures, which are answers whatever else they repeat.
bool OnlyRepeats(const Brain& brain, const std::vector<Unit>& units, const Asked& asked, const FrameMatch& match);

// Whether the values of the slot that the match fits are words that the question says itself: of "what is the
// profession of the station leader" the post of somebody, "station leader", tells nothing.
bool OnlyEchoes(const Brain& brain, const std::vector<Unit>& units, const Asked& asked, const FrameMatch& match);

}  // namespace docent
