// bot/answering/offered.h
// "Where are the odds better, in the first layer or in the second": of the things that are offered the fact need speak
// of one only, and that one is the answer.

#pragma once

#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/unit.h"
#include "bot/reading/mention.h"

namespace docent {

// Makes one unit of the names that stand side by side with "or" between the last two of them, if they are of things of
// one type; it keeps what it was made of.
void JoinOffered(const Brain& brain, const MarkedQuestion& marked, std::vector<Unit>& units);

// Whether anything is offered.
bool OffersAny(const std::vector<Unit>& units);

// The units with each thing that is offered as one of its own again.
std::vector<Unit> WithEachOffered(const std::vector<Unit>& units);

// Whether the fact speaks of all that is offered.
bool HoldsAllOffered(const FrameIndex& index, FactId fact, const std::vector<Unit>& units);

}  // namespace docent
