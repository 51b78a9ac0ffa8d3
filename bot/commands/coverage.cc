#include "bot/commands/coverage.h"

#include <algorithm>
#include <set>

#include "bot/answering/inquiry.h"
#include "bot/dialogue/content_test.h"

namespace docent {
namespace {

void AddFired(const Brain& brain, const ContentTest& test, std::set<const Rule*>& fired) {
  const Inquiry inquiry = Inquire(brain, test.question);
  for (const CascadeStep& step : inquiry.reading.steps) fired.insert(step.rule);
  for (const ReadingCandidate& candidate : inquiry.reading.candidates) fired.insert(candidate.rule);
  if (inquiry.form.rule != nullptr) fired.insert(inquiry.form.rule);
}

}  // namespace

bool Reaches(Responder& responder, const std::string& question, const std::string& fact) {
  Conversation conversation;
  const Answer answer = responder.Respond({question, {}, false}, conversation);
  return answer.status == Status::kAnswered &&
         std::any_of(answer.facts.begin(), answer.facts.end(), [&](const AnswerFact& one) { return one.id == fact; });
}

Coverage MeasureCoverage(const std::shared_ptr<const Brain>& brain, const std::vector<QuestionForm>& forms) {
  Coverage coverage;
  std::set<const Rule*> fired;
  Responder responder(brain);
  const std::vector<Fact>& facts = brain->knowledge().facts;
  for (FactId id = 0; id < facts.size(); ++id) {
    FactCoverage& fact = coverage.facts.emplace_back();
    fact.fact = id;
    for (FormedQuestion& question : QuestionsOf(facts[id], brain->knowledge(), forms)) {
      ++fact.asked;
      if (!Reaches(responder, question.text, brain->knowledge().NameOf(id)))
        fact.unreached.push_back(std::move(question));
    }
    for (const ContentTest& test : facts[id].tests) {
      AddFired(*brain, test, fired);
      if (test.never || test.open) continue;
      ++fact.tests;
      Conversation conversation;
      const Answer answer = responder.Respond({test.question, test.history, false}, conversation);
      fact.tests_passed += WhyNot(test, answer).empty();
    }
  }
  for (const ContentTest& test : brain->rule_tests()) AddFired(*brain, test, fired);
  for (const auto& rule : brain->rules().rules()) {
    if (!fired.contains(rule.get())) coverage.unfired.push_back(rule.get());
  }
  return coverage;
}

}  // namespace docent
