// bot/reading/mention.h
// A mention is a span of words that names something the Brain knows. Marking finds all mentions of a question,
// longest first; a span with several meanings keeps them all, and reading decides.
//
// Values; safe to copy between threads.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "bot/knowledge/fact.h"
#include "bot/reading/mend.h"
#include "bot/rules/vocabulary.h"
#include "bot/text/quantity.h"
#include "bot/text/words.h"

namespace docent {

struct Mention {
  WordSpan span;                     // half-open, in words of the question
  std::vector<Meaning> meanings;     // empty only if quantity is set
  std::optional<Quantity> quantity;  // a number, date, ... stands here
  friend bool operator==(const Mention&, const Mention&) = default;
};

// Whether one of its meanings is of that kind.
bool Has(const Mention& mention, MeaningKind kind);

// A question with its mentions. Words that no mention covers are unknown to the Brain.
struct MarkedQuestion {
  std::string text;
  std::vector<Word> words;        // after corrections
  std::vector<Mention> mentions;  // by position; no two overlap
  std::vector<Correction> corrections;
  std::string language;  // "zh" if it holds Chinese characters in the majority, else "en"
};

// The words of `span` as they were written; empty if it holds none.
std::string TextOf(const MarkedQuestion& marked, WordSpan span);

// By its ending: "cities", not "gas". Irregular plurals pass for singular.
bool IsPlural(const Word& word);

// Whether what stands right behind `span` is a thing or what is said of one: "only one ship", not "only one of them".
bool IsBeforeThing(const MarkedQuestion& marked, WordSpan span);

// Splits, mends (if it is to be) and marks `text`: the longest phrase first, quantities before ordinary words.
// Runs in O(words x longest phrase), independent of how many phrases the vocabulary holds.
MarkedQuestion MarkQuestion(const Vocabulary& vocabulary, std::string_view text, Spelling spelling = Spelling::kMended);

// The mentions of a text that is not a question (a sentence of a fact): nothing is mended.
MarkedQuestion MarkText(const Vocabulary& vocabulary, std::string_view text);

}  // namespace docent
