// bot/dialogue/each.h
// "How old are Ada and Ben?": one question about each of several things that "and" joins.

#pragma once

#include <string>
#include <vector>

#include "bot/answering/inquiry.h"

namespace docent {

// The question once for each of the things of one sort that it names one behind the other, in their order, where a
// figure of them or what they are is asked for; empty if it names one, or very many, or asks what there is between them
// or what they are together. Those that are to be added up (`added`) may be of several sorts, or times.
std::vector<std::string> QuestionsOfEach(const Inquiry& inquiry, const Brain& brain, bool added = false);

}  // namespace docent
