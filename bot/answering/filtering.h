// bot/answering/filtering.h
// Things of a type with a figure above or below a bound, where the question puts in its own words of what the figure
// is: "which treatments cost less than 50 pounds", "how many ships are longer than 10 metres".

#pragma once

#include "bot/answering/brain.h"
#include "bot/answering/inquiry.h"
#include "bot/knowledge/store.h"
#include "bot/reading/query.h"

namespace docent {

// "Every treatment with price below 50 pounds", or the count of them; null if the question has no bound, names no type,
// names something that would narrow the type down, or if no attribute of the bound's kind accounts for its words.
QueryPtr ReadFilter(const Brain& brain, StoreConnection& store, const Inquiry& inquiry);

}  // namespace docent
