// bot/answering/denied.h
// Claims that a fact's author says it shows to be false: "denies: closed".

#pragma once

#include <vector>

#include "bot/answering/frame_index.h"
#include "bot/answering/match.h"
#include "bot/answering/unit.h"
#include "bot/reading/asked.h"

namespace docent {

// Sets what the match says of claims that its fact shows to be false: whether the question holds all words of one, and
// which units hold them.
void ReadDenied(const std::vector<Unit>& units, const Asked& asked, const FrameIndex& index, FrameMatch& match);

}  // namespace docent
