// bot/answering/describe.h
// "Who is", "what is", "tell me about": a short, ordered summary of a thing.

#pragma once

#include <string_view>

#include "bot/answering/brain.h"
#include "bot/answering/finding.h"
#include "bot/knowledge/fact.h"

namespace docent {

// The entity's facts, its description first, what others say of it last; at most six. Unknown if it has none.
Finding Describe(const Brain& brain, EntityId entity, std::string_view language);

}  // namespace docent
