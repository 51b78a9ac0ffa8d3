#include "bot/commands/example_questions.h"

#include <algorithm>

#include "bot/dialogue/content_test.h"
#include "bot/dialogue/conversation.h"
#include "bot/dialogue/responder.h"

namespace docent {
namespace {

constexpr size_t kLongest = 70;  // bytes; an example is read at a glance

// In English, which the page is written in; a conversation's later turns mean nothing alone.
bool CanStandAlone(const ContentTest& test) {
  const bool is_english =
      std::all_of(test.question.begin(), test.question.end(), [](unsigned char c) { return c >= ' ' && c < 0x7F; });
  return is_english && !test.never && test.history.empty() && test.question.size() <= kLongest;
}

bool IsAnsweredAsExpected(const ContentTest& test, Responder& responder) {
  Conversation conversation;
  const Answer answer = responder.Respond({test.question, {}, false}, conversation);
  return answer.status == Status::kAnswered && WhyNot(test, answer).empty();
}

}  // namespace

std::vector<std::string> ExampleQuestions(const std::shared_ptr<const Brain>& brain, size_t count) {
  const std::vector<Fact>& facts = brain->knowledge().facts;
  std::vector<std::string> examples;
  Responder responder(brain);
  for (size_t i = 0; i < count; ++i) {  // one from each part of the facts
    for (size_t at = facts.size() * i / count; at < facts.size() * (i + 1) / count; ++at) {
      const auto& tests = facts[at].tests;
      const auto good = std::find_if(tests.begin(), tests.end(), [&](const ContentTest& test) {
        return CanStandAlone(test) && IsAnsweredAsExpected(test, responder);
      });
      if (good == tests.end()) continue;
      examples.push_back(good->question);
      break;
    }
  }
  return examples;
}

}  // namespace docent
