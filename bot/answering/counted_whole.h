// bot/answering/counted_whole.h
// "The six ships", where the facts know of six: the number says no more than "all".

#pragma once

#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/unit.h"
#include "bot/reading/mention.h"

namespace docent {

// Marks the units of numbers that only count all things of the type behind them, after "the", "all" or "of", or all
// that are named before: a fact need not speak of them. Of fewer than all, or more, a number says which are meant.
void MarkCountsOfAll(const Brain& brain, const MarkedQuestion& marked, std::vector<Unit>& units);

}  // namespace docent
