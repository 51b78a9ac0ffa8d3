// bot/answering/word_index.h
// The full-text index of all facts, an FTS5 table: each term is a word of it.
//
// It holds what may be asked of it, no more. Words are scored only if few facts hold them, so of what more facts hold
// the first ones are listed and the rest left out: with a million facts most of what they say is said by thousands.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "bot/answering/frame_table.h"
#include "bot/knowledge/store.h"

namespace docent {

// Facts that the index scores for one question, all its words together. A word that more facts hold is never scored.
constexpr uint32_t kMostScored = 512;
// Of such a word so many facts are listed, the first ones.
constexpr uint32_t kMostListed = 96;

// The words for the terms that have these numbers in the table.
std::vector<std::string> IndexWords(const std::vector<uint32_t>& numbers);

// Of a sealed table.
std::shared_ptr<const StoreImage> FillIndex(const FrameTable& table);

// Up to `limit` facts that hold any of the terms with these numbers, best first by BM25, equal ones in the order of
// facts. FTS5 scores them by the words that they hold; `table`, which the index was filled from, knows how long they
// are. Each term counts once in a fact, so that the two are factors of the score.
std::vector<FactId> BestByBm25(const FrameTable& table, StoreConnection& store, const std::vector<uint32_t>& numbers,
                               size_t limit);

}  // namespace docent
