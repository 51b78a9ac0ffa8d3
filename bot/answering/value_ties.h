// bot/answering/value_ties.h
// A fact that holds several values says of each its own: "scales at the bottom; sails on top" does not bear out that
// scales are on top, though it has all these words.

#pragma once

#include <string_view>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/match.h"
#include "bot/answering/unit.h"

namespace docent {

// Whether the claim ties together what the fact of `match` says of different values of one slot, in the values or in
// its sentence in `language`. Things that the claim only lists ("scales and sails") may stand in several.
bool TiesValuesTogether(const Brain& brain, const std::vector<Unit>& units, const FrameMatch& match,
                        std::string_view language);

}  // namespace docent
