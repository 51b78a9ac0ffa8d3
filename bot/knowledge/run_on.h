// bot/knowledge/run_on.h
// Blocks that run on into the next one because the blank line between them is missing. Each such place is reported
// once, and what follows is read as the block that it was meant to be: else every key and every fact below would be
// reported as well.

#pragma once

#include <vector>

#include "bot/knowledge/block.h"
#include "bot/knowledge/diagnostic.h"

namespace docent {

// Parts the blocks of all fact files, a vector for each file, wherever a key that begins blocks stands in a block that
// does not take it. The name of an attribute is no such key.
void SplitRunOns(std::vector<std::vector<Block>>& files, Diagnostics& diagnostics);

}  // namespace docent
