// What a figure is and what it was before: as one fact states it ("from 14 to more than 500"), or two of two times.
//
// A finder lives as long as one question is worked on; what it is given must outlive it.

#pragma once

#include <optional>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/figure.h"
#include "bot/answering/figure_finder.h"
#include "bot/answering/pair_finder.h"
#include "bot/answering/unit.h"
#include "bot/reading/mention.h"

namespace docent {

class ChangeFinder {
 public:
  ChangeFinder(const Brain& brain, const MarkedQuestion& marked, const std::vector<Unit>& units, FigureFinder& finder,
               PairFinder& pairs)
      : brain_(brain), marked_(marked), units_(units), finder_(finder), pairs_(pairs) {}

  // As one fact states it, the later figure first. "From 2022 to 2023": the fact may name one of them.
  std::optional<FigurePair> FindInOneFact();

  // The same, or two figures of two times, the later one first. Of two facts of which one says no time, their order is
  // that of the question.
  std::optional<FigurePair> Find();

 private:
  std::optional<FigurePair> FindInTwoFacts();

  const Brain& brain_;
  const MarkedQuestion& marked_;
  const std::vector<Unit>& units_;
  FigureFinder& finder_;
  PairFinder& pairs_;
};

// Whether both facts say when their figures hold, so that it is known which of them is the earlier.
bool AreDated(const Brain& brain, const FigurePair& pair);

}  // namespace docent
