// bot/reading/contrast.h
// What a question says that it does not mean, behind what it does: "the size, not the sum", "by bus rather than by
// car".

#pragma once

#include <optional>

#include "bot/reading/mention.h"
#include "bot/rules/rule_set.h"

namespace docent {

// The words from the one that sets the rest apart to the end of the question; nothing if there are none. A clause with
// a verb or a question word of its own is no contrast: "the mill, which is not open".
std::optional<WordSpan> FindContrast(const MarkedQuestion& marked, const RuleSet& rules);

}  // namespace docent
