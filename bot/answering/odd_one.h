// bot/answering/odd_one.h
// "Which of these is not one of them: A, B or C": a question that offers several things, of which one fact holds all
// but one, or just one.

#pragma once

#include <optional>

#include "bot/answering/finding.h"
#include "bot/answering/inquiry.h"
#include "bot/knowledge/store.h"

namespace docent {

// The thing that is told apart from the others, with the fact that holds these; nothing if the question offers no
// things, or if no fact decides.
std::optional<Finding> FindOddOne(const Brain& brain, StoreConnection& store, const Inquiry& inquiry);

}  // namespace docent
