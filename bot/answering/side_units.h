// The pieces of a question that ask for the figure of one side of a comparison or for one part of a sum.

#pragma once

#include <vector>

#include "bot/answering/unit.h"
#include "bot/text/words.h"

namespace docent {

// The units of one side; what stands outside all sides is welcome context for each. What is `shared` is of both sides:
// what is counted ("how many more beds"), by what they are held against each other ("longer").
std::vector<Unit> UnitsOfSide(const std::vector<Unit>& units, const std::vector<WordSpan>& sides, size_t side,
                              const std::vector<WordSpan>& shared);

// What is counted tells one number from another, however many facts speak of it.
void WeighCounted(std::vector<Unit>& side);

// "More in 2023 than in 2022": a side that only says when, or how much, asks for what the other one does.
std::vector<Unit> Completed(std::vector<Unit> side, const std::vector<Unit>& other);

}  // namespace docent
