// bot/answering/finding.h
// What the facts say to one question, before it is put into words.

#pragma once

#include <string>
#include <vector>

#include "bot/answering/answer.h"
#include "bot/answering/match.h"
#include "bot/knowledge/fact.h"

namespace docent {

struct Finding {
  Status status = Status::kUnknown;
  std::string saying;         // the `say:` block that words it; empty: the facts alone
  std::string lead;           // said before the facts: a sum, what a comparison decides
  std::vector<FactId> facts;  // what it stands on; with kUnknown the nearest
  std::vector<AnswerValue> values;
  std::vector<std::string> choices;  // with kClarify
  std::vector<EntityId> focus;       // what was asked for: a follow-up's "it"
  std::vector<std::string> unsaid;   // of `left`, what no fact at all speaks of
  double missed = 0;                 // weight of the words that none of the facts accounts for
  std::vector<std::string> left;     // words that nothing accounts for; with a pronoun asked back, the pronoun
};

}  // namespace docent
