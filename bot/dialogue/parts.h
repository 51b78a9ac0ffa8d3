// bot/dialogue/parts.h
// The questions of a message as they are answered one after another: those that it is split into, where one that says
// nothing by itself goes with the one before it.

#pragma once

#include <string_view>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/inquiry.h"
#include "bot/dialogue/split.h"

namespace docent {

// The parts of `marked` in order, at least one. `spelling` is how its words are read.
std::vector<QuestionPart> PartsOf(const MarkedQuestion& marked, const Brain& brain, Spelling spelling);

// Whether the question says nothing by itself, but for how it asks; it names nothing.
bool IsBare(const Inquiry& inquiry);

// Whether `text` is a sentence of its own, or what a colon or a dash sets apart.
bool StandsByItself(std::string_view text);

}  // namespace docent
