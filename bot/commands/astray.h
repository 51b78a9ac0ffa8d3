// bot/commands/astray.h
// Where on its way a question went astray whose test failed: the step that its author has to look at.

#pragma once

#include <string>

#include "bot/dialogue/content_test.h"
#include "bot/dialogue/responder.h"

namespace docent {

struct Astray {
  std::string read_as;  // the form the question was read as: "how much: look up number"
  std::string step;     // "form", "look-up", "weighing", "choice" or "words"
  std::string detail;   // what went wrong there, in a sentence
};

// Asks the question of `result`, which has failed, again, step by step.
Astray FindAstray(Responder& responder, const TestResult& result);

}  // namespace docent
