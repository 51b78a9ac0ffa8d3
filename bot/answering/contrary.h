// bot/answering/contrary.h
// What a claim that a query finds false comes to: that the facts say the inverse of it, or show two things to be two.

#pragma once

#include <optional>

#include "bot/answering/brain.h"
#include "bot/answering/evaluate.h"
#include "bot/answering/finding.h"
#include "bot/reading/query.h"

namespace docent {

// "Is the ground floor above the first", where the first is said to be above the ground floor: of a relation that has
// words for both ways this bears nothing out, though the same words and names stand in the fact. Nor is what lies below
// the top floor above it.
bool IsSaidInversely(const Brain& brain, const Query& query, const Findings& found);

// "Is the cellar the top floor" is not so, because that is another floor: what led to each of the two shows it, or what
// is said of it. What one fact gives may not be all there are: a firm may have two founders. The answer "no" with those
// facts; nothing if the query asks anything else, or the two are not known to be two of one type.
std::optional<Finding> AreTwoThings(const Brain& brain, const Query& query, const Findings& found);

}  // namespace docent
