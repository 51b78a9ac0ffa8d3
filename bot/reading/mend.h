// bot/reading/mend.h
// Typing errors: unknown words that are nearly a known one, run together, or torn apart. Nothing with a digit and
// nothing that the vocabulary knows or that is a part of a figure or date is ever changed, and every change is told.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bot/rules/vocabulary.h"
#include "bot/text/words.h"

namespace docent {

struct Correction {
  std::string from;
  std::string to;
  friend bool operator==(const Correction&, const Correction&) = default;
};

// Whether words are read as the ones that they nearly are. kAsWritten: the asker has said that they are meant so.
enum class Spelling { kMended, kAsWritten };

// Mends `words`, the words of `text`, in place and returns what was changed, in order.
std::vector<Correction> MendWords(const Vocabulary& vocabulary, std::string_view text, std::vector<Word>& words);

}  // namespace docent
