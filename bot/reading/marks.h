// bot/reading/marks.h
// Asking a mention for the `mark:` blocks of the rule files by name ("question word", "pronoun").

#pragma once

#include <string_view>

#include "bot/reading/mention.h"
#include "bot/rules/rule_set.h"

namespace docent {

// Whether the mention is marked as `name`.
bool IsMarked(const Mention& mention, std::string_view name, const RuleSet& rules);

// Whether any mention within `span` is.
bool HoldsMark(const MarkedQuestion& marked, WordSpan span, std::string_view name, const RuleSet& rules);

// Whether the mention is a negation, or a phrase that begins with one: "not", "not allowed". A bound ("no less than 5")
// and what only looks like it ("not only", marked "asserts") are none.
bool IsNegation(const MarkedQuestion& marked, const Mention& mention, const Vocabulary& vocabulary,
                const RuleSet& rules);

}  // namespace docent
