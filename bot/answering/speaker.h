// bot/answering/speaker.h
// What askers say of themselves: "I'm reading this over my tea: ...", "For my thesis, ...", "I noted 60 billion but
// forgot what it is". It is no part of what is asked; a fact that speaks of it is welcome, but need not.

#pragma once

#include <vector>

#include "bot/answering/frame_index.h"
#include "bot/answering/unit.h"
#include "bot/reading/mention.h"
#include "bot/rules/rule_set.h"

namespace docent {

// Marks as context the units of each clause that speaks of the asker or opens the question up to a colon, asks nothing
// and names nothing, but for words that facts hold. In other clauses the verb behind "I" becomes a way of speaking,
// unless the question asks what the asker may do: "where do I get in".
void SetSpeakerAside(const MarkedQuestion& marked, const RuleSet& rules, const FrameIndex& index,
                     std::vector<Unit>& units);

}  // namespace docent
