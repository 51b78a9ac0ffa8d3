// bot/reading/reading.h
// A question read by rules: phrases built up by the cascade, and what the question rules that match the rest say to
// look up. A question rule covers every word, so a candidate without left-over words accounts for the whole question.

#pragma once

#include <string>
#include <vector>

#include "bot/knowledge/fact.h"
#include "bot/reading/cascade.h"
#include "bot/reading/mention.h"
#include "bot/reading/query.h"
#include "bot/rules/rule_set.h"
#include "bot/rules/vocabulary.h"

namespace docent {

struct ReadingCandidate {
  const Rule* rule = nullptr;
  QueryPtr query;
  std::vector<size_t> left_over;  // words that only a wildcard accounts for
};

struct Reading {
  TokenRow row;       // as marked, before any phrase
  TokenRow form_row;  // the same as forms see it
  std::vector<CascadeStep> steps;
  TokenRow rest;                             // what question rules were matched with
  std::vector<ReadingCandidate> candidates;  // best first
  std::vector<RuleMatch> forms;              // matches of `find: facts` rules with `form_row`, best first
};

// Deterministic; bounded in the number of steps. Of more than 80 tokens only the form is read.
Reading ReadQuestion(const RuleSet& rules, const Knowledge& knowledge, const Vocabulary& vocabulary,
                     const MarkedQuestion& question);

// One line: `list: population of norland:country`, with ` without "so", "what"` if words are left over.
std::string ToString(const ReadingCandidate& candidate, const std::vector<Word>& words, const Knowledge& knowledge);

}  // namespace docent
