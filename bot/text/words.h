// bot/text/words.h
// A text as words. A word is a run of letters and digits of an alphabetic script, one Chinese character, or a
// number with its separators ("1,000", "3.5"); punctuation parts words and is dropped. Single Chinese characters
// are words because names and vocabulary are then found by the same longest-match walk as English phrases.
// Hyphens part words, but numbers keep the signs that make them one: "1/3", "2018-05-24", "14:30"; a unit that
// touches its number is a word of its own: "60bn" -> 60, bn. Initials lose their dots: "U.S." -> us.
// Contractions and possessives are split: "what's" -> what, 's; "don't" -> do, not; "Tang's" -> tang, 's.
//
// Values; immutable after construction; safe to share between threads.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace docent {

enum class WordShape {
  kLetters,  // an alphabetic word, perhaps with digits inside: "b52", "expo"
  kNumber,   // digits with separators, perhaps a sign or a percent sign: "1,000", "3.5", "33%"
  kHan,      // one Chinese character
  kSymbol,   // a currency or other sign that carries meaning: "$", "¥", "&"
};

struct Word {
  std::string text;  // normalised
  std::string stem;  // Snowball English stem of `text`; equals `text` for other shapes
  size_t begin = 0;  // byte offsets in the original text, half-open; never empty. Two words that come from one
                     // character ("a", "c" from U+2100) share it
  size_t end = 0;
  WordShape shape = WordShape::kLetters;
  bool capitalized = false;      // the original began with an upper-case letter
  bool starts_sentence = false;  // nothing, or sentence punctuation, stands before it
  bool after_break = false;      // punctuation (comma, colon, dash, bracket, ...; not quotes, nor the hyphen
                                 // of a compound) stands between it and the word before
};

// A half-open range of word positions.
struct WordSpan {
  size_t begin = 0;
  size_t end = 0;
  size_t size() const { return end - begin; }
  bool Holds(const WordSpan& other) const { return begin <= other.begin && other.end <= end; }
  bool Overlaps(const WordSpan& other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(const WordSpan&, const WordSpan&) = default;
};

// Splits `text` (any bytes; ill-formed UTF-8 is replaced by U+FFFD first) into words.
std::vector<Word> SplitWords(std::string_view text);

// The normalised words joined by single spaces, Chinese characters too: "2018 年 上 海". The form that names are
// compared in and that the full-text index holds.
std::string JoinWords(const std::vector<Word>& words);

// The same with stems instead of words.
std::string JoinStems(const std::vector<Word>& words);

// The Snowball English stem of one normalised word ("companies" -> "compani").
std::string Stem(std::string_view word);

}  // namespace docent
