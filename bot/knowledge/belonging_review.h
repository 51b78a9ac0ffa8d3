// bot/knowledge/belonging_review.h
// Facts that belong to another thing than their author most likely means.

#pragma once

#include <vector>

#include "bot/knowledge/block.h"
#include "bot/knowledge/diagnostic.h"

namespace docent {

// Warns of facts that stand below an event and speak of the entity above it.
void ReviewBelonging(const std::vector<Block>& blocks, Diagnostics& diagnostics);

}  // namespace docent
