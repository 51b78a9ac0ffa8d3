// bot/answering/bm25.h
// Which facts hold the rare words of a question, best first by BM25 (Robertson, Walker, Jones, Hancock-Beaulieu and
// Gatford 1994). Each term counts once in a fact, however often the fact says it.

#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "bot/answering/frame_table.h"

namespace docent {

// Up to `limit` facts that hold any of `keys`, best score first, equal ones in the order of facts. Scores every fact
// that holds one; no key may be held by more than FrameTable::kMostListed facts, or stand twice.
std::vector<FactId> BestByBm25(const FrameTable& table, std::span<const TermKey> keys, size_t limit);

}  // namespace docent
