// bot/answering/word_index.h
// The full-text index of all facts, an FTS5 table: each term is a word of it.
//
// It holds what may be asked of it, no more. Words are scored only if few facts hold them, so of what more facts hold
// the first ones are listed and the rest left out: with a million facts most of what they say is said by thousands.

#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "bot/answering/frame_table.h"
#include "bot/knowledge/store.h"

namespace docent {

// Facts that the index scores for one question, all its words together. A word that more facts hold is never scored.
constexpr uint32_t kMostScored = 512;
// Of such a word so many facts are listed, the first ones.
constexpr uint32_t kMostListed = 96;

// The word for the term that has this number in the table.
std::string IndexWord(uint32_t number);

// Of a sealed table.
std::shared_ptr<const StoreImage> IndexWords(const FrameTable& table);

}  // namespace docent
