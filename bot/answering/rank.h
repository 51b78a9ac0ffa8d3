// bot/answering/rank.h
// Posts below a post: a vice president is not the president, nor the director a deputy director, though they share a
// word. Nor is the second largest the largest.

#pragma once

#include <optional>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/unit.h"
#include "bot/reading/mention.h"

namespace docent {

enum class Rank { kSame, kAnother, kUnsaid };

// The text of each unit, marked once for all facts that a claim is held against.
struct MarkedUnits {
  std::vector<MarkedQuestion> texts;
  std::vector<bool> are_superlative;  // "largest", "oldest mill"
};
MarkedUnits MarkUnits(const Brain& brain, const std::vector<Unit>& units);

// What one fact says of the posts that the units of a question name. All that is given must outlive it; `marked` is
// what MarkUnits made of the units.
class RankReader {
 public:
  RankReader(const Brain& brain, const std::vector<Unit>& units, const MarkedUnits& marked, const Fact& fact);

  // Whether the fact's sentence speaks of the post that the unit `at` names: of another where a word like "vice" stands
  // before it in one of question and sentence only. Where the question has such a word and the sentence has neither it
  // nor the post, which rank is meant is not said. Of what is no post, and in a fact that names no person, kSame. Of a
  // superlative, kAnother where the sentence has it behind ordinals only.
  Rank RankOf(size_t at) const;

 private:
  bool IsBelow(const MarkedQuestion& marked, size_t word) const;
  bool IsOnlyBehindOrdinals(size_t at, const MarkedQuestion& sentence) const;

  const Brain& brain_;
  const std::vector<Unit>& units_;
  const MarkedUnits& marked_;
  bool names_person_ = false;
  std::optional<MarkedQuestion> sentence_;  // of a fact that names a person, or where a superlative is claimed
  bool is_told_below_ = false;              // the sentence has a word like "vice"
};

}  // namespace docent
