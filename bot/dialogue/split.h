// bot/dialogue/split.h
// Several questions in one message: "Who runs it? And since when?", "who is A, and what does B make".

#pragma once

#include <string>
#include <vector>

#include "bot/reading/mention.h"
#include "bot/rules/rule_set.h"

namespace docent {

// One question of a message, and what was said around it without asking anything.
struct QuestionPart {
  std::string before;  // "I use a wheelchair."; empty if nothing
  std::string question;
  std::string after;  // "I need the names."; only of the last part

  friend bool operator==(const QuestionPart&, const QuestionPart&) = default;
};

// The questions of `marked` in order; one, the whole text, if it cannot be parted.
std::vector<QuestionPart> SplitQuestions(const MarkedQuestion& marked, const Vocabulary& vocabulary,
                                         const RuleSet& rules);

// Whether a question word stands among the words from `begin` to `end`, be it in a phrase of its own: "how big".
bool HoldsQuestionWord(const MarkedQuestion& marked, size_t begin, size_t end, const Vocabulary& vocabulary,
                       const RuleSet& rules);

}  // namespace docent
