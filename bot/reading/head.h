// bot/reading/head.h
// The head of a question: the noun that says what is asked for, "which [disease field] is it devoted to".

#pragma once

#include <optional>

#include "bot/knowledge/fact.h"
#include "bot/reading/asked.h"
#include "bot/reading/mention.h"
#include "bot/rules/language.h"
#include "bot/rules/rule_set.h"

namespace docent {

// The words of `captured` that are the noun phrase; nothing if it is none ("what in the valley is"). Adds to `asked`
// what it says: types, kind, sort of place.
std::optional<WordSpan> ReadHead(const MarkedQuestion& marked, WordSpan captured, const Knowledge& knowledge,
                                 const Language& language, const RuleSet& rules, Asked& asked);

// Whether all that the mention means are verbs, whatever rules look for in it besides.
bool IsVerb(const Mention& mention, const Language& language);

}  // namespace docent
