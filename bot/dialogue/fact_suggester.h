// bot/dialogue/fact_suggester.h
// What else can be asked: questions that authors wrote beside the nearest facts, each tried before it is suggested.

#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "bot/answering/answer.h"
#include "bot/answering/brain.h"
#include "bot/knowledge/store.h"

namespace docent {

// One for each thread; `brain` must outlive it.
class FactSuggester {
 public:
  explicit FactSuggester(const Brain& brain) : brain_(brain) {}

  // Adds a few questions about the facts of `answer`, in its language, which they answer.
  void Suggest(StoreConnection& store, Answer& answer);

 private:
  struct Suggestion {
    std::optional<bool> is_answered;  // not known before it was tried
    std::string language;
  };

  // Whether the question is one of `language` and is answered. A Brain gives the same answer every time, so each of its
  // questions is tried once.
  bool Try(StoreConnection& store, const ContentTest& test, const std::string& language);

  const Brain& brain_;
  std::unordered_map<const ContentTest*, Suggestion> suggestions_;  // at most one for each test of the files
};

}  // namespace docent
