// bot/rules/token.h
// A marked question as templates see it: a row of tokens, each a word or a mark. A mark carries all kinds of things
// that it may be, so that names never enter a pattern. Encoded, a token is
//
//   <|compani/companies>                a word: its stem and its form
//   <,entity,name,state,|iowa/iowa>     a mark, with its kinds; one word long, so that a template may still name it
//   <,quantity,number,|>                a mark of several words
//   <~|pleas/please>                    a word without content, which templates pass over unless they name it
//
// No character of these can stand in a word: punctuation parts words.

#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "bot/text/words.h"

namespace docent {

inline constexpr size_t kNoIndex = std::numeric_limits<size_t>::max();

struct Token {
  WordSpan span;                   // in words of the question
  std::vector<std::string> kinds;  // as KindToken writes them; empty for a word
  std::string stem;                // of a single word, else empty
  std::string word;
  bool passed_over = false;
  size_t mention = kNoIndex;  // index into MarkedQuestion::mentions; none for words and what phrases built
};

// One token, encoded.
std::string Encode(const Token& token);

// Tokens with their encoding and the features that rules are found by. Made by RuleSet::Encode.
struct EncodedQuestion {
  std::vector<Token> tokens;
  std::string text;                             // all tokens encoded
  std::vector<size_t> offsets;                  // where each token begins in `text`, and its end
  std::vector<std::vector<uint32_t>> features;  // of each token, sorted
  std::vector<uint32_t> all_features;           // of all tokens, sorted
};

// One line, for explanations: `what is the [highest point:attribute] in [colorado:name]`.
std::string ToString(const std::vector<Token>& tokens, const std::vector<Word>& words);

}  // namespace docent
