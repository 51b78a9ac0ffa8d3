// bot/reading/form.h
// The form of a question, from the rule that matched it: what it asks for, which of its words only make the form, and
// which parts it compares or adds up.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bot/knowledge/fact.h"
#include "bot/reading/asked.h"
#include "bot/reading/mention.h"
#include "bot/rules/language.h"
#include "bot/rules/rule_set.h"
#include "bot/rules/token.h"

namespace docent {

struct Form {
  const Rule* rule = nullptr;  // nullptr: no rule matched, so the question is a row of keywords
  std::string say;             // the `say:` block that answers it, for a greeting and the like
  Asked asked;
  std::vector<bool> is_form;         // for each word: it belongs to the form and carries no content
  std::optional<WordSpan> head;      // the words that say what is asked for: "which [disease field]"
  std::vector<WordSpan> sides;       // what is compared or added up, in order
  std::optional<WordSpan> contrast;  // what is not meant, see contrast.h; nothing in a claim
};

// The form that `match` found in the tokens of `marked`.
Form ReadForm(const RuleMatch& match, const std::vector<Token>& tokens, const MarkedQuestion& marked,
              const Knowledge& knowledge, const Language& language, const RuleSet& rules);

// The form of a question that no rule matches.
Form KeywordForm(const MarkedQuestion& marked, const RuleSet& rules);

}  // namespace docent
