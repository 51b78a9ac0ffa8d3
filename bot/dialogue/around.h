// bot/dialogue/around.h
// What people say around a question or a claim that only speaks of asking: "somebody told me that", "does that stand
// up?". It may be passed over; whatever else stands there may be a condition, a time or a second question.

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/reading/mention.h"

namespace docent {

// Looks at the words of one message. Spans are of words.
class Around {
 public:
  Around(const MarkedQuestion& message, const Brain& brain);

  // The sentence that names anything; nothing if none does, or more than one.
  std::optional<WordSpan> SentenceThatNames() const;
  // The sentences of the span, in order; a part of one, where the span begins or ends inside it.
  std::vector<WordSpan> SentencesOf(WordSpan span) const;

  // Of a fact, or of the world.
  bool HoldsName(WordSpan span) const;

  // Whether each word is grammar, without content, or one of those by which people ask, tell of what was said, or judge
  // it. An unknown word is none, nor is a figure, a negation, or anything that the facts know.
  bool IsOnlyAsking(WordSpan span) const;
  // The first word of the span that is none of those.
  size_t EndOfAsking(WordSpan span) const;
  // But not by what calls something false: "wrong to say that".
  bool IsNegated(WordSpan span) const;

  // Whether words that are marked so begin anywhere in the span, be it in a longer phrase.
  bool Says(WordSpan span, std::string_view mark) const;
  // How many words from `at` on are marked so, at most; 0: none.
  size_t LengthOf(std::string_view mark, size_t at) const;

 private:
  // "The article": a name of nothing but words by which people ask and tell.
  bool IsNamedByAsking(const Mention& mention) const;
  // How many words from `at` on, at most `most`, only speak of asking; 0: none.
  size_t LengthOfAsking(size_t at, size_t most) const;

  const MarkedQuestion& message_;
  const Brain& brain_;
  std::vector<bool> is_thing_;  // by word: of a name or a figure
};

}  // namespace docent
