#include "bot/dialogue/fact_suggester.h"

#include "bot/answering/inquiry.h"

namespace docent {
namespace {

constexpr size_t kMostSuggestions = 3;
constexpr size_t kMostTried = 3;

}  // namespace

void FactSuggester::Suggest(StoreConnection& store, Answer& answer) {
  size_t tried = 0;
  for (const AnswerFact& near : answer.facts) {
    const FactId fact = brain_.names().FactNamed(near.id);
    if (fact == kNone) continue;
    for (const ContentTest& test : brain_.knowledge().facts[fact].tests) {
      if (answer.suggestions.size() >= kMostSuggestions || tried >= kMostTried) return;
      if (test.never || !test.history.empty()) continue;
      ++tried;
      if (Try(store, test, answer.language)) answer.suggestions.push_back(test.question);
    }
  }
}

bool FactSuggester::Try(StoreConnection& store, const ContentTest& test, const std::string& language) {
  Suggestion& suggestion = suggestions_[&test];
  if (!suggestion.language.empty() && suggestion.language != language) return false;
  if (!suggestion.is_answered) {
    const Inquiry inquiry = Inquire(brain_, test.question);
    suggestion.language = inquiry.marked.language;
    if (suggestion.language != language) return false;
    suggestion.is_answered = Resolve(brain_, store, inquiry, nullptr).status == Status::kAnswered;
  }
  return *suggestion.is_answered;
}

}  // namespace docent
