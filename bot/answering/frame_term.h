// bot/answering/frame_term.h
// One term by which a fact can be asked for: how much it counts there, and where in the fact it stands.

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "bot/reading/term.h"

namespace docent {

// Bits of FrameTerm::places beside the slots' own (bit i is slot i).
inline constexpr uint32_t kInPredicate = uint32_t{1} << 31;  // attribute or verb
inline constexpr uint32_t kInSentence = uint32_t{1} << 30;
inline constexpr uint32_t kInFurtherWords = uint32_t{1} << 29;  // by which the author expects it to be asked for
inline constexpr size_t kMaxSlots = 29;

struct FrameTerm {
  TermKey key = 0;
  float quality = 0;  // 0..1, the best of its places
  uint32_t places = 0;
};

// A name that a fact holds, an entity's or an attribute's, and where: one bit of FrameTerm::places. The fact holds all
// terms of the name there.
struct NameUse {
  uint32_t name = 0;
  uint32_t place = 0;
};

// Sorts by key and makes one term of those with the same: the best quality, all places.
void MergeTerms(std::vector<FrameTerm>& terms);

}  // namespace docent
