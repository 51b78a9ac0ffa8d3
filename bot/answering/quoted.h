// bot/answering/quoted.h
// "What did the director say": asks for facts that are somebody's own words, and not for what else is known of them.

#pragma once

#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/finding.h"
#include "bot/answering/match.h"
#include "bot/answering/unit.h"

namespace docent {

// Whether the fact says, in its `by`, that it is the words of someone whom the question names or means by a pronoun.
bool IsInWordsOf(const Brain& brain, const FrameMatch& match, const std::vector<Unit>& units);

// "What did the mayor say": whether the fact tells only who is mayor, or what somebody's post is, and gives nobody's
// words by its `by` or in its sentence.
bool TellsOnlyWho(const Brain& brain, const FrameMatch& match, const std::vector<Unit>& units, const Asked& asked);

// Everything that is in the words of the one whom the question names, in the order of the facts and bounded in number;
// nothing if the question says about what, or if nothing is in their words.
Finding AllInWordsOf(const Brain& brain, const std::vector<Unit>& units, const std::vector<FrameMatch>& matches);

}  // namespace docent
