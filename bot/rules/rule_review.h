// bot/rules/rule_review.h
// What rule files say that loads, but that their author has probably not meant: a rule that another one always beats,
// a template that stands in two rules, an expansion that nothing uses; and names of facts that are everyday words of
// the language. Asked for by `docent check` alone.
//
// docs/files.md lists the warnings by their code.

#pragma once

#include <vector>

#include "bot/knowledge/block.h"
#include "bot/knowledge/diagnostic.h"
#include "bot/rules/rule_set.h"
#include "bot/rules/vocabulary.h"

namespace docent {

// Warns of what is odd in `blocks`, which all rule files hold together and which loaded as `rules` without error.
//
// A rule is beaten if another wins each sentence that its templates stand for; of a template that stands for very many
// an even sample is tried. Rules that look things up differently are not held against each other: the second may find
// what the first does not.
void ReviewRules(const std::vector<Block>& blocks, const RuleSet& rules, Diagnostics& diagnostics);

// Warns of names in `blocks`, those of the fact files, that mean something else in nearly every question.
void ReviewNames(const std::vector<Block>& blocks, const Vocabulary& vocabulary, Diagnostics& diagnostics);

// Warns of further words of attributes in `blocks` that are only grammar, such as "how many".
void ReviewAttributeWords(const std::vector<Block>& blocks, const Vocabulary& vocabulary, Diagnostics& diagnostics);

}  // namespace docent
