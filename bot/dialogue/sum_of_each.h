// "What are the budgets of the mill and the inn together?": the question of each of them, and the sum of the answers.

#pragma once

#include <optional>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/finding.h"
#include "bot/answering/inquiry.h"
#include "bot/knowledge/store.h"

namespace docent {

struct Total {
  // Of one attribute and unit, each figure by a fact of its own; nothing if no total is asked for, or it is open.
  std::optional<Finding> sum;
  std::vector<EntityId> things{};  // of which it may be, if one noun stands for them: "the two mills"
  size_t count = 0;                // how many things it is asked of; 0: it is not asked
};

// The total of several things that the question names, or that a noun of it stands for.
Total TotalOfEach(const Inquiry& inquiry, Spelling spelling, const Brain& brain, StoreConnection& store);

// Whether the finding tells of fewer things, or of more, than those whose total is asked for, or of each by itself.
bool IsNoTotal(const Finding& finding, const Total& total, const Knowledge& knowledge);

}  // namespace docent
