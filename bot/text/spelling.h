// bot/text/spelling.h
// Near-misses: how far one spelling is from another, and how far is still the same word.

#pragma once

#include <cstddef>
#include <string_view>

namespace docent {

// The Damerau-Levenshtein distance (optimal string alignment, Damerau 1964) of two normalised words in code points,
// or `limit` + 1 if it is larger than `limit`. O(length x limit).
size_t EditDistance(std::string_view one, std::string_view other, size_t limit);

// How many edits may be mended in a word: none below five letters or with a digit in it, one from five letters,
// two from nine.
size_t MendableEdits(std::string_view word);

}  // namespace docent
