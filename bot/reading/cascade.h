// bot/reading/cascade.h
// Phrase rules applied again and again, each replacing its span by one mark that carries a query, until none fits:
// a cascade of finite-state steps, as FASTUS read the news (Hobbs et al. 1997). Rules of a higher priority come first;
// of one priority the innermost phrase, which begins furthest to the right because English branches to the right.

#pragma once

#include <string>
#include <vector>

#include "bot/knowledge/fact.h"
#include "bot/reading/item.h"
#include "bot/reading/query.h"
#include "bot/rules/rule_set.h"

namespace docent {

struct CascadeStep {
  const Rule* rule = nullptr;
  WordSpan span;    // what was replaced
  QueryPtr query;   // what it means; none where a phrase names an attribute
  TokenRow before;  // the row that the step was applied to
};

struct Cascade {
  std::vector<CascadeStep> steps;
  TokenRow row;  // what is left
};

// No more than 24 steps are taken.
Cascade ApplyPhrases(TokenRow row, const Knowledge& knowledge, const RuleSet& rules);

// What `rule` makes of a match in `row`, or nothing if it does not fit.
std::optional<Item> ComposeMatch(const RuleMatch& match, const TokenRow& row, const Knowledge& knowledge,
                                 const RuleSet& rules);

// One line: `town of a place: towns in norland = every town related to norland:country by location`.
std::string ToString(const CascadeStep& step, const std::vector<Word>& words, const Knowledge& knowledge);

}  // namespace docent
