// bot/answering/aside.h
// Facts that account for much of a question and yet tell of something else than it asks for.

#pragma once

#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/match.h"
#include "bot/answering/unit.h"
#include "bot/reading/asked.h"

namespace docent {

// Whether the fact, however much of the question it accounts for, tells of something else than was asked for.
bool IsAside(const Brain& brain, const std::vector<Unit>& units, const Asked& asked, const FrameMatch& match);

// "Where is the base" is not answered by where something happened that it had a part in.
bool HappenedThere(const Fact& fact, const Asked& asked, const FrameMatch& match);

// "Who was chairman before her" is not answered by who came after her.
bool CameAfter(const Fact& fact, const std::vector<Unit>& units, const Asked& asked, const FrameMatch& match);

}  // namespace docent
