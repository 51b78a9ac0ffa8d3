// bot/answering/query_answer.h
// From what a query found to an answer. A set of things stands on no one fact, but on one for each of them: it is told
// as those that the facts name, not as all there are.

#pragma once

#include <string_view>

#include "bot/answering/brain.h"
#include "bot/answering/evaluate.h"
#include "bot/answering/finding.h"
#include "bot/reading/query.h"

namespace docent {

// The answer that what `query` found makes; unknown if that is nothing, or a "no" that the facts do not bear out.
Finding AnswerOf(const Brain& brain, const Query& query, const Findings& found, std::string_view language);

}  // namespace docent
