// bot/dialogue/check.h
// "The desk has it that Aurora has two funnels. Does that stand up?": a statement, and around it in words of no topic
// that the asker wants it checked. Which words judge a statement is in the rules; that the rest of such a message is
// the statement needs no list of all ways to ask for it.

#pragma once

#include <optional>
#include <string>

#include "bot/answering/brain.h"
#include "bot/reading/mention.h"

namespace docent {

// The question whether what the message states is so, or, where it asks whether that is false ("am I wrong"), whether
// it is not; nothing if the message is no statement to be checked.
std::optional<std::string> CheckAskedFor(const MarkedQuestion& message, const Brain& brain);

}  // namespace docent
