// bot/answering/match_text.h
// Why facts that were weighed stand where they do, in words, for `docent explain`: the author of a fact sees what it
// counts, by which class of words it was found, and which words nothing of it accounts for.

#pragma once

#include <string>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/match.h"
#include "bot/answering/unit.h"

namespace docent {

// The figures of the best few, one after another.
std::string MatchesToString(const Brain& brain, const std::vector<Unit>& units, const std::vector<FrameMatch>& matches);

// What accounts for each of the units in the best few facts, a line for each of these:
// `ships.facts:5: [aurora] name "Aurora" in subject 100 %; [hands] synonym of "crew" in attribute 92 %; left over:
// [1912]`. It weighs them again: nothing of this is kept for questions that nobody wants explained.
std::string CoversToString(const Brain& brain, const std::vector<Unit>& units, const std::vector<FrameMatch>& matches);

}  // namespace docent
