// bot/answering/look_up.h
// Which of the facts that were proposed answer a question, if any: the law of coverage with its three statuses.

#pragma once

#include <string_view>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/finding.h"
#include "bot/answering/unit.h"
#include "bot/reading/asked.h"

namespace docent {

// `matches` best first, as MatchFrames gives them.
Finding LookUp(const Brain& brain, const std::vector<Unit>& units, const Asked& asked,
               const std::vector<FrameMatch>& matches, std::string_view language);

}  // namespace docent
