// bot/reading/marks.h
// Asking a question for the `mark:` blocks of the rule files by name ("question word", "pronoun"), and for what holds
// its words together.

#pragma once

#include <string_view>

#include "bot/reading/mention.h"
#include "bot/rules/rule_set.h"

namespace docent {

// Whether the mention is marked as `name`.
bool IsMarked(const Mention& mention, std::string_view name, const RuleSet& rules);

// Whether any mention within `span` is.
bool HoldsMark(const MarkedQuestion& marked, WordSpan span, std::string_view name, const RuleSet& rules);

// Whether words that are marked as `name` begin at `word`, by themselves or in a longer phrase: "for the first time".
bool BeginsMark(const MarkedQuestion& marked, size_t word, std::string_view name, const Vocabulary& vocabulary,
                const RuleSet& rules);

// Whether the mention is a negation, or a phrase that begins with one: "not", "not allowed". A bound ("no less than 5")
// and what only looks like it ("not only", marked "asserts") are none.
bool IsNegation(const MarkedQuestion& marked, const Mention& mention, const Vocabulary& vocabulary,
                const RuleSet& rules);

// Whether the one stands before the other with at most a possessive between them: "Aurora's captain", "the Aurora
// crew".
bool IsOwnerOf(const MarkedQuestion& marked, WordSpan owner, WordSpan owned, const RuleSet& rules);

// Whether a colon, or a dash that stands for one, comes before the word at `word`.
bool IsAfterColon(const MarkedQuestion& marked, size_t word);

}  // namespace docent
