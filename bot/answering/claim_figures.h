// bot/answering/claim_figures.h
// What one fact says of the figures of a claim: whether "it has 500" holds of what has grown from 14 to more than 500,
// and whether a figure that is none of the fact's own stands in its sentence at least.

#pragma once

#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/match.h"
#include "bot/answering/unit.h"
#include "bot/reading/asked.h"

namespace docent {

enum class FigureFit {
  kHolds,
  kContradicted,  // the fact has another figure for it
  kOpen,          // it may hold or not
  kUnsaid,        // its digits are said, and not the figure: "12 March" of "12 March 2025"
  kByWords,       // the fact has no figure to hold it against: as its words are accounted for
};

// All that is given must outlive it.
class ClaimFigures {
 public:
  ClaimFigures(const Brain& brain, const std::vector<Unit>& units, const Asked& asked, const FrameMatch& match);

  // Of the unit `at`, which has a quantity.
  FigureFit FitOf(size_t at) const;

  // Whether any figure of the claim is one that the fact holds.
  bool holds_one() const { return holds_one_; }

 private:
  bool StandsInSentence(const Quantity& claimed) const;
  bool IsPartOfAnother(const Quantity& claimed) const;
  bool CountsAnother(const Quantity& claimed, size_t at) const;
  bool CountsOneOfThem(const Quantity& claimed, size_t at) const;

  const Brain& brain_;
  const std::vector<Unit>& units_;
  const Asked& asked_;
  const FrameMatch& match_;
  const Fact& fact_;
  bool holds_one_ = false;
  bool of_its_time_ = false;   // the claim names the time for which the fact has its figure
  bool names_figure_ = false;  // and one of its figures is the fact's own
  bool misses_things_ = false;
};

}  // namespace docent
