// bot/dialogue/choice.h
// Answering a question back: "the first", "2", or the name of what was offered.

#pragma once

#include <string>

#include "bot/answering/brain.h"
#include "bot/dialogue/conversation.h"

namespace docent {

// The question that `text` makes of the last turn's choices; `text` itself if it chooses none of them.
std::string ChosenQuestion(const std::string& text, const Conversation& conversation, const Brain& brain);

}  // namespace docent
