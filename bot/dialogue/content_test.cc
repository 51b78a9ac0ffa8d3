#include "bot/dialogue/content_test.h"

#include <utility>

#include "bot/dialogue/responder.h"
#include "bot/text/normalize.h"

namespace docent {

std::string WhyNot(const ContentTest& test, const Answer& answer) {
  if (test.never) {
    return answer.status == Status::kAnswered ? "it must not be answered" : "";
  }
  if (answer.status != Status::kAnswered) return "it is not answered, but " + std::string(StatusName(answer.status));
  const std::string text = Normalize(answer.text);
  for (const std::string& expected : test.expected) {
    if (text.find(Normalize(expected)) == std::string::npos) return "the answer lacks \"" + expected + "\"";
  }
  return {};
}

TestReport RunContentTests(std::shared_ptr<const Brain> brain, const std::function<bool(const ContentTest&)>& wanted) {
  TestReport report;
  Responder responder(brain);
  const auto run = [&](const ContentTest& test, FactId fact) {
    if (wanted && !wanted(test)) return;
    Conversation conversation;
    TestResult result;
    result.test = test;
    result.fact = fact;
    result.answer = responder.Respond({test.question, test.history, false}, conversation);
    result.reason = WhyNot(test, result.answer);
    result.passed = result.reason.empty();
    if (test.open) {
      ++(result.passed ? report.resolved : report.open);
    } else {
      report.failures += result.passed ? 0 : 1;
    }
    report.results.push_back(std::move(result));
  };
  for (FactId fact = 0; fact < brain->knowledge().facts.size(); ++fact) {
    for (const ContentTest& test : brain->knowledge().facts[fact].tests) run(test, fact);
  }
  for (const ContentTest& test : brain->rule_tests()) run(test, kNone);
  return report;
}

}  // namespace docent
