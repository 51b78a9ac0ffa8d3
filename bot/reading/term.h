// bot/reading/term.h
// A term is one thing that a question and a fact can have in common: a stem, a pair of Chinese characters, an
// entity, a type, an attribute, a synonym class. Both sides are turned into terms by the same code, so that a fact is
// found by meaning rather than by spelling.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bot/reading/mention.h"
#include "bot/rules/language.h"

namespace docent {

enum class TermSort : uint8_t { kStem, kPair, kEntity, kType, kAttribute, kClass, kCharacter, kFigure };

// The sort in the top byte, the id (of a stem or pair: its hash) below.
using TermKey = uint64_t;
inline constexpr int kTermSortShift = 56;
TermKey KeyOf(TermSort sort, uint64_t id);
TermKey StemKey(std::string_view stem);
TermKey PairKey(std::string_view first, std::string_view second);
TermKey PhraseKey(const std::vector<Word>& words, WordSpan span);  // of several words, as they stand: "come into"
TermKey CharacterKey(std::string_view character);                  // a Chinese character by itself, in whatever word
TermKey FigureKey(double number);                                  // however it is written: "a thousand", "1,000"
TermKey MeasureKey(const Quantity& quantity);                      // a figure with its unit: "twenty years"
inline TermSort SortOf(TermKey key) { return static_cast<TermSort>(key >> kTermSortShift); }

// All terms of the mention: its entities, types, attributes, classes, and the stems or character pairs of its words.
std::vector<TermKey> TermsOfMention(const MarkedQuestion& marked, const Mention& mention);

// All terms of a text: of its mentions and of the words between them; grammar words are left out.
std::vector<TermKey> TermsOfText(const MarkedQuestion& marked);

// The stems of words, or the character pairs of a Chinese run, in `span`.
void AppendWordTerms(const std::vector<Word>& words, WordSpan span, std::vector<TermKey>& terms);

// Whether all that is known of the mention is that it has no content.
bool IsGrammar(const Mention& mention);

}  // namespace docent
