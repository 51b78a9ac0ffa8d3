// bot/knowledge/status.h
// How far along a fact is, as `status:` lines say it.

#pragma once

#include <string_view>

#include "bot/knowledge/block.h"
#include "bot/knowledge/diagnostic.h"
#include "bot/knowledge/fact.h"

namespace docent {

// "done", "planned", ...; empty for kUnsaid.
std::string_view StatusName(FactStatus status);

// The status that the value of a `status:` line names; an unknown one is reported and left unsaid.
FactStatus ReadStatus(const Entry& entry, Diagnostics& diagnostics);

}  // namespace docent
