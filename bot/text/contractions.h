// bot/text/contractions.h
// English contractions, with their apostrophe ("don't") and without it ("dont"), and words that chats write short
// ("ppl").

#pragma once

#include <cstddef>
#include <string_view>

namespace docent {

// One written piece that is two words: the first `split` bytes of it say `first`, the rest says `second`.
struct Contraction {
  std::string_view first;
  std::string_view second;
  size_t split = 0;
};

// What `piece` (lower-case letters, no apostrophe) stands for: "dont" -> do + not. Nothing (`second` empty) if it is
// a word of its own: "its", "were", "ill" and the like stay what they are.
Contraction UnmarkedContraction(std::string_view piece);

// What `head`, an apostrophe and `tail` stand for: "don" + "t" -> do + not, "we" + "re" -> we + are.
// `split` counts within `head`. Nothing (`second` empty) if it is no contraction: "o" + "brien".
Contraction MarkedContraction(std::string_view head, std::string_view tail);

// The word that `piece` (lower-case letters) is short for: "ppl" -> people. Empty if it is none.
std::string_view ShortFor(std::string_view piece);

}  // namespace docent
