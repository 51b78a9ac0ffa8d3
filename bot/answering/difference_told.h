// bot/answering/difference_told.h
// "By how much did the price rise" is not answered by what the price is.

#pragma once

#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/match.h"
#include "bot/answering/unit.h"

namespace docent {

// Whether the figure of `match` that would answer is one by which something changed or differs: a share, one that the
// English sentence puts behind "by" or "another", or that of an attribute that is called so ("increase"). True of an
// answer without a figure. `units` are those that `match` was made of.
bool TellsByHowMuch(const Brain& brain, const std::vector<Unit>& units, const FrameMatch& match);

}  // namespace docent
