// bot/answering/date_bound.h
// "Was it founded before 2000": the date of a claim is not when it was, but on which side of that.

#pragma once

#include <vector>

#include "bot/answering/unit.h"
#include "bot/reading/asked.h"
#include "bot/rules/rule_set.h"

namespace docent {

// Gives the dates of a claim the bound that the words before or behind them say. Words that say it are no claim of what
// was ever before.
void BoundDates(const MarkedQuestion& marked, const RuleSet& rules, Asked& asked, std::vector<Unit>& units);

}  // namespace docent
