// "And both sums together?", "by how much is the second one bigger?", "which of the two was earlier?": what the answers
// to the last two questions come to.

#pragma once

#include <optional>

#include "bot/answering/brain.h"
#include "bot/answering/finding.h"
#include "bot/answering/inquiry.h"
#include "bot/dialogue/conversation.h"

namespace docent {

// Worked out of the one figure that answers each of the last two questions. Nothing if `inquiry` says more than that it
// asks for their total, for their difference or for which is more, if one of the two has no single figure, or if they
// are of two measures.
std::optional<Finding> OfToldFigures(const Inquiry& inquiry, const Conversation& conversation, const Brain& brain);

}  // namespace docent
