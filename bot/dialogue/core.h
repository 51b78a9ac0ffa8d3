// bot/dialogue/core.h
// "Somebody asked me who runs the mill and I had no reply": the question in what people say around it of themselves and
// of their wish to know.

#pragma once

#include <optional>
#include <string>

#include "bot/answering/brain.h"
#include "bot/reading/mention.h"

namespace docent {

// The clause from the question word on, if it alone names anything, and what stands around it speaks of the asker or of
// asking and of nothing that the facts know; nothing if there is no such clause, or nothing around it.
std::optional<std::string> CoreOf(const MarkedQuestion& message, const Brain& brain);

}  // namespace docent
