// bot/knowledge/name_review.h
// Names that load and mislead: those that two entities share, that are an attribute's as well, or the word for a whole
// type.

#pragma once

#include <vector>

#include "bot/knowledge/block.h"
#include "bot/knowledge/diagnostic.h"
#include "bot/knowledge/fact.h"

namespace docent {

// Warns of such names in `blocks`, of which `knowledge` was made.
void ReviewNames(const std::vector<Block>& blocks, const Knowledge& knowledge, Diagnostics& diagnostics);

}  // namespace docent
