// bot/knowledge/attribute_review.h
// Facts whose value is not what their attribute declares, and facts whose name is another word for an attribute that
// their author has perhaps not thought of. Asked for by `docent check` alone.

#pragma once

#include <vector>

#include "bot/knowledge/block.h"
#include "bot/knowledge/diagnostic.h"
#include "bot/knowledge/fact.h"

namespace docent {

// Warns of them in `blocks`, which all fact files hold together and which loaded as `knowledge` without error, and in
// the tables that they name. Of one column of a table only the first is told, with the number of the others.
void ReviewAttributes(const std::vector<Block>& blocks, const Knowledge& knowledge, Diagnostics& diagnostics);

}  // namespace docent
