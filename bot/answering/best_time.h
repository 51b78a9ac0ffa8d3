// "In which year did the fewest come?": of the times for which facts give a figure, the one with the most or the least.

#pragma once

#include "bot/answering/brain.h"
#include "bot/answering/finding.h"
#include "bot/answering/inquiry.h"
#include "bot/knowledge/store.h"

namespace docent {

// The time, standing on the figures of all times that were held against each other, its own first: those that the
// question names, or all that facts tell of one thing. Unknown if the question asks for no time by a superlative, if
// fewer than two times have figures, one that is named has none, or two are alike.
Finding FindBestTime(const Brain& brain, StoreConnection& store, const Inquiry& inquiry);

}  // namespace docent
