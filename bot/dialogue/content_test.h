// bot/dialogue/content_test.h
// Runs the `test:` and `never:` lines that authors write beside facts and rules.

#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "bot/answering/answer.h"
#include "bot/answering/brain.h"
#include "bot/knowledge/fact.h"

namespace docent {

struct TestResult {
  ContentTest test;
  FactId fact = kNone;  // the fact that the line stands with; kNone for those of rules
  Answer answer;
  bool passed = false;
  std::string reason;  // why it failed: `the answer lacks "60 billion"`
};

struct TestReport {
  std::vector<TestResult> results;
  size_t failures = 0;
  size_t open = 0;      // `open:` lines that fail, as they are known to
  size_t resolved = 0;  // `open:` lines that pass and should become `test:` or `never:`
};

// Asks every line of the Brain's files that is `wanted`, in their order; each in a conversation of its own.
TestReport RunContentTests(std::shared_ptr<const Brain> brain,
                           const std::function<bool(const ContentTest&)>& wanted = nullptr);

// Whether `answer` is what `test` expects; the reason if not, else empty.
std::string WhyNot(const ContentTest& test, const Answer& answer);

}  // namespace docent
