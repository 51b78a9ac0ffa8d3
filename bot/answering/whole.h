// bot/answering/whole.h
// "The top floor of the museum": a part that facts know says of what it is a part, so that a fact about the floor need
// not speak of the museum.

#pragma once

#include <vector>

#include "bot/answering/frame_index.h"
#include "bot/answering/unit.h"
#include "bot/knowledge/fact.h"
#include "bot/reading/mention.h"
#include "bot/rules/rule_set.h"

namespace docent {

// Lets a name behind "of" or the like be accounted for by the name before it, and an owner by what it owns ("the
// museum's top floor"), if a fact is about the one and holds the other.
void LetPartsStandForWholes(const MarkedQuestion& marked, const Knowledge& knowledge, const RuleSet& rules,
                            const FrameIndex& index, std::vector<Unit>& units);

}  // namespace docent
