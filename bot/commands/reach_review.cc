#include "bot/commands/reach_review.h"

#include <map>
#include <string>

#include "bot/commands/coverage.h"
#include "bot/dialogue/content_test.h"
#include "bot/dialogue/responder.h"

namespace docent {
namespace {

constexpr size_t kMostFacts = 5;  // of one attribute: what a few facts do not answer, others hardly will

struct Tried {
  size_t facts = 0;
  size_t questions = 0;
  std::string first;  // question
  FactId fact = kNone;
  bool is_reached = false;
};

bool PassesATest(Responder& responder, const Fact& fact) {
  for (const ContentTest& test : fact.tests) {
    if (test.never) continue;
    Conversation conversation;
    if (WhyNot(test, responder.Respond({test.question, test.history, false}, conversation)).empty()) return true;
  }
  return false;
}

void Try(Responder& responder, FactId id, const std::vector<QuestionForm>& forms, Tried& tried) {
  const Knowledge& knowledge = responder.brain().knowledge();
  const Fact& fact = knowledge.facts[id];
  if (tried.facts++ == 0) tried.fact = id;
  for (const FormedQuestion& question : QuestionsOf(fact, knowledge, forms)) {
    if (tried.questions++ == 0) tried.first = question.text;
    tried.is_reached = Reaches(responder, question.text, knowledge.NameOf(fact));
    if (tried.is_reached) return;
  }
  tried.is_reached = PassesATest(responder, fact);
}

}  // namespace

void ReviewReach(const std::shared_ptr<const Brain>& brain, const std::vector<QuestionForm>& forms,
                 Diagnostics& diagnostics) {
  if (forms.empty()) return;
  Responder responder(brain);
  const Knowledge& knowledge = brain->knowledge();
  std::map<AttributeId, Tried> all;
  for (FactId id = 0; id < knowledge.facts.size(); ++id) {
    if (knowledge.facts[id].is_event) continue;
    Tried& tried = all[knowledge.facts[id].attribute];
    if (!tried.is_reached && tried.facts < kMostFacts) Try(responder, id, forms, tried);
  }
  for (const auto& [attribute, tried] : all) {
    if (tried.is_reached) continue;
    const std::string example = tried.questions == 0 ? "" : ", not even by \"" + tried.first + "\"";
    diagnostics.Warn(
        knowledge.facts[tried.fact].place, "attribute-no-form",
        "no form of question reaches the attribute \"" + knowledge.attributes[attribute].name + "\"" + example,
        "give the attribute the words that people use for it, under \"also:\"; \"docent explain --trace\" "
        "shows how a question is read");
  }
}

}  // namespace docent
