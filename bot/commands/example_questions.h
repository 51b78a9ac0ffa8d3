// bot/commands/example_questions.h
// Questions to begin with, for whoever opens the page: authors' own, each tried before it is offered.

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "bot/answering/brain.h"

namespace docent {

// At most `count` questions from the `test:` lines of facts, spread over the files, which are answered as expected.
std::vector<std::string> ExampleQuestions(const std::shared_ptr<const Brain>& brain, size_t count);

}  // namespace docent
