// bot/dialogue/each.h
// "How old are Ada and Ben?": one question about each of two things that "and" joins.

#pragma once

#include <string>
#include <vector>

#include "bot/answering/inquiry.h"

namespace docent {

// The question once for each of the two things of one sort that it names and joins with "and", in their order; empty if
// it does not, or asks what there is between them, or what they are together.
std::vector<std::string> QuestionsOfEach(const Inquiry& inquiry, const Brain& brain);

}  // namespace docent
