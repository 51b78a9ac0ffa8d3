#include "bot/commands/astray.h"

#include <algorithm>

namespace docent {
namespace {

std::string DetailOf(const Answer& answer, std::string_view step) {
  for (auto one = answer.steps.rbegin(); one != answer.steps.rend(); ++one) {
    if (one->name == step) return one->detail;
  }
  return {};
}

std::string Names(const std::vector<AnswerFact>& facts) {
  std::string names;
  for (const AnswerFact& fact : facts) names += (names.empty() ? "" : ", ") + fact.id;
  return names.empty() ? "no fact" : names;
}

bool Holds(const std::vector<AnswerFact>& facts, const std::string& name) {
  return std::any_of(facts.begin(), facts.end(), [&](const AnswerFact& fact) { return fact.id == name; });
}

// What became of a fact that should have answered and did not.
Astray WhereUnanswered(const Answer& answer, const std::string& fact) {
  const std::string facts = DetailOf(answer, "facts");
  if (Holds(answer.facts, fact)) {
    return {
        "", "weighing",
        fact +
            " was nearest, but not near enough: a word of the question is in none of its words, or it holds no such " +
            "kind of answer"};
  }
  if (facts.find(fact) != std::string::npos) {
    return {"", "weighing", fact + " was looked at, and others were nearer: " + facts.substr(0, facts.find(" score"))};
  }
  if (answer.steps.empty()) return {"", "form", "nothing in it says what is asked for"};
  return {"", "look-up", fact + " was not found by the words of the question: more words under its \"also:\" may help"};
}

}  // namespace

Astray FindAstray(Responder& responder, const TestResult& result) {
  Conversation conversation;
  const Answer answer = responder.Respond({result.test.question, result.test.history, true}, conversation);
  const std::string name = result.fact == kNone ? "" : responder.brain().knowledge().facts[result.fact].name;
  Astray astray;
  if (result.test.never) {
    const std::string query = DetailOf(answer, "query");
    astray = {"", "look-up", "it was answered from " + Names(answer.facts) + (query.empty() ? "" : " by " + query)};
  } else if (answer.status == Status::kClarify) {
    astray = {"", "choice", "several readings differ"};
  } else if (answer.status == Status::kAnswered && (name.empty() || Holds(answer.facts, name))) {
    astray = {"", "words", "it is answered from " + Names(answer.facts) + ", but not in these words"};
  } else if (answer.status == Status::kAnswered) {
    astray = {"", "look-up", Names(answer.facts) + " answered it instead of " + name};
  } else if (name.empty()) {
    astray = {"", "look-up", "nothing answers it"};
  } else {
    astray = WhereUnanswered(answer, name);
  }
  astray.read_as = DetailOf(answer, "form");
  return astray;
}

}  // namespace docent
