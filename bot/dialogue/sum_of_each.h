// bot/dialogue/sum_of_each.h
// "What are the budgets of the mill and the inn together?": the question of each of them, and the sum of the answers.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/finding.h"
#include "bot/answering/inquiry.h"

namespace docent {

// The question without the words by which it asks for a total; empty if it has none.
std::string WithoutTotal(const Inquiry& inquiry, const Brain& brain);

// What the figures of `findings` add up to; nothing if one of them is no single figure, if they are of two measures, or
// if one fact stands behind two of them. `language` is that of the answer, "en" or "zh".
std::optional<Finding> SumOf(const std::vector<Finding>& findings, const Brain& brain, const std::string& language);

}  // namespace docent
