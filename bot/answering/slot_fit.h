// bot/answering/slot_fit.h
// Whether a slot of a fact holds the kind of answer that a question asks for.

#pragma once

#include "bot/answering/frame_index.h"
#include "bot/knowledge/fact.h"
#include "bot/reading/asked.h"

namespace docent {

// Whether the kind is a figure: money, a count, a number, a share, a date, a span of time.
bool IsFigure(Kind kind);

// 0 (it cannot be meant) to 1 (just what was asked for).
double SlotFit(const Knowledge& knowledge, const FrameIndex& index, FactId fact, size_t slot, const Asked& asked);

}  // namespace docent
