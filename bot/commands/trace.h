// The way of one question through the rules, for an author who asks "why not mine?": what was marked, which phrases
// were built, which form and which question rule were taken and, beside each of these, the rules that matched as well
// and the reason that each lost.

#pragma once

#include <string>
#include <vector>

#include "bot/answering/answer.h"
#include "bot/answering/brain.h"

namespace docent {

struct TraceLine {
  enum class Sort { kStep, kWon, kLost };
  Sort sort = Sort::kStep;
  std::string name;    // of the step: "marks", "phrase", "form", "rule", "facts", ...
  std::string detail;  // what was done; the rule and what it made of the question
  std::string reason;  // why it lost
  friend bool operator==(const TraceLine&, const TraceLine&) = default;
};

// The trace of `question`, which is one question and leans on nothing that was said before. `steps` are those of its
// answer: they say which of the rules that could be taken were.
std::vector<TraceLine> TraceRules(const Brain& brain, const std::string& question, const std::vector<Step>& steps);

enum class Paint { kPlain, kColour };

// One line each, names aligned, "+" before what won and "-" before what lost; with the colours of ANSI terminals or
// without.
std::string ToText(const std::vector<TraceLine>& trace, Paint paint);

}  // namespace docent
