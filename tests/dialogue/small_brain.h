// tests/dialogue/small_brain.h
// Answers from a handful of facts in a test, with the general rules of English.

#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "bot/dialogue/responder.h"

namespace docent {

inline std::shared_ptr<const Brain> BrainOf(const std::string& facts) {
  Diagnostics diagnostics;
  BrainFiles files = Brain::Read({{}, {std::filesystem::path(DOCENT_TREE) / "rules/en"}}, diagnostics);
  files.facts.push_back({"test.facts", "test.facts", facts});
  std::shared_ptr<const Brain> brain = Brain::Build(files, diagnostics);
  EXPECT_EQ(diagnostics.Render(), "");
  return brain;
}

// The answer to the question; those of `before` were asked earlier in the same conversation.
inline Answer Asked(const std::shared_ptr<const Brain>& brain, const std::string& question,
                    const std::vector<std::string>& before = {}) {
  Responder responder(brain);
  Conversation conversation;
  for (const std::string& earlier : before) responder.Respond({earlier, {}, false}, conversation);
  return responder.Respond({question, {}, false}, conversation);
}

// What is said to the question, asked alone; empty if it is declined.
inline std::string SaidTo(const std::shared_ptr<const Brain>& brain, const std::string& question) {
  const Answer answer = Asked(brain, question);
  return answer.status == Status::kAnswered ? answer.text : "";
}

}  // namespace docent
