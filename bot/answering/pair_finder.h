// The two figures that a question holds against each other: of the sides of a comparison, or of the two parts that the
// question can be parted into.
//
// A finder lives as long as one question is worked on; what it is given must outlive it.

#pragma once

#include <optional>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/figure.h"
#include "bot/answering/figure_finder.h"
#include "bot/answering/unit.h"
#include "bot/reading/form.h"
#include "bot/reading/mention.h"

namespace docent {

class PairFinder {
 public:
  PairFinder(const Brain& brain, const MarkedQuestion& marked, const Form& form, const std::vector<Unit>& units,
             FigureFinder& finder)
      : brain_(brain), marked_(marked), form_(form), units_(units), finder_(finder) {}

  // Of the sides that the form names, of the first of `kinds` that both have; else, of the first kind, of the parting
  // that accounts for the most of the question's words.
  std::optional<FigurePair> FindPair(const std::vector<Kind>& kinds);

  // Whether the two are of different years, and the question does not set years apart: of which is more they say
  // nothing.
  bool AreOfOtherYears(const Figure& one, const Figure& other) const;

 private:
  // Whether figures of two years are asked to be held against each other.
  bool SetsYearsApart() const;
  // Those of one side that it may mean: nearly the best.
  std::vector<Figure> MeantBySide(const std::vector<WordSpan>& sides, size_t side, Kind kind);
  // Whether both sides are what is counted.
  bool IsCountedAgainst(const std::vector<WordSpan>& sides) const;
  // Whether the fact speaks of the only thing that the question names; true if it names several.
  bool HoldsSoleName(const Figure& figure) const;
  // Whether the date of the fact is what the side asks for: it says of what, or names the event that the fact is.
  bool IsDayMeant(WordSpan side, const Fact& fact) const;
  // Whether the one says of how many it is some, and the other is not that.
  bool IsPartOfAnother(const Figure& part, const Figure& whole) const;
  // Whether the fact of the smaller figure speaks of what the other one is a figure of.
  bool SpeaksOf(const Figure& one, const Figure& other) const;
  std::optional<FigurePair> FindPairOf(const std::vector<WordSpan>& sides, Kind kind);
  std::vector<std::vector<WordSpan>> Partings() const;

  const Brain& brain_;
  const MarkedQuestion& marked_;
  const Form& form_;
  const std::vector<Unit>& units_;
  FigureFinder& finder_;
};

}  // namespace docent
