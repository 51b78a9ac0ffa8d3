// bot/dialogue/split.h
// Several questions in one message: "Who runs it? And since when?", "who is A, and what does B make".

#pragma once

#include <string>
#include <vector>

#include "bot/reading/mention.h"
#include "bot/rules/rule_set.h"

namespace docent {

// The questions of `marked` in order, each as a text of its own; one, the whole text, if it cannot be parted. A
// sentence that asks nothing stays with the question that follows it.
std::vector<std::string> SplitQuestions(const MarkedQuestion& marked, const RuleSet& rules);

}  // namespace docent
