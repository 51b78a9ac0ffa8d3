// bot/knowledge/fact_review.h
// What fact files say that loads, but that their author has probably not meant: a fact that no test asks for, a number
// that is not read as one, two facts that contradict each other. Loading must be quick and must not argue; this is
// asked for by `docent check` alone.
//
// docs/files.md lists the warnings by their code.

#pragma once

#include <vector>

#include "bot/knowledge/block.h"
#include "bot/knowledge/diagnostic.h"
#include "bot/knowledge/fact.h"

namespace docent {

// Warns of what is odd in `blocks`, which all fact files hold together and which loaded as `knowledge` without error.
void ReviewFacts(const std::vector<Block>& blocks, const Knowledge& knowledge, Diagnostics& diagnostics);

}  // namespace docent
