// The values of one fact, looked over for `docent check`: a figure that is not read as one, a name that is misspelt, a
// sentence that states another figure.

#pragma once

#include "bot/knowledge/block.h"
#include "bot/knowledge/diagnostic.h"
#include "bot/knowledge/fact.h"

namespace docent {

// Warns of what is odd in the values of `fact`, which `block` states.
void ReviewValues(const Block& block, const Fact& fact, const Knowledge& knowledge, Diagnostics& diagnostics);

}  // namespace docent
