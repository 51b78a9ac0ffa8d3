// bot/answering/figure_finder.h
// The figures that a question speaks of: of a side of a comparison, of each part of a sum, or two that one fact states
// ("nearly 350 of more than 500", "from 14 to more than 500").
//
// A finder lives as long as one question is worked on; what it is given must outlive it.

#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/figure.h"
#include "bot/answering/match.h"
#include "bot/answering/side_reader.h"
#include "bot/answering/unit.h"
#include "bot/knowledge/store.h"
#include "bot/reading/form.h"
#include "bot/reading/mention.h"

namespace docent {

class FigureFinder {
 public:
  FigureFinder(const Brain& brain, StoreConnection& store, const MarkedQuestion& marked, const Form& form,
               const std::vector<Unit>& units)
      : brain_(brain), store_(store), marked_(marked), form_(form), units_(units), sides_(brain, marked, form, units) {}

  const SideReader& sides() const { return sides_; }

  // The figures of `kind` that the units may ask for, best first.
  std::vector<Figure> Find(const std::vector<Unit>& units, Kind kind);

  // Those of one side. With two sides, one that only says when or how much asks for what the other does.
  std::vector<Figure> FindOfSide(const std::vector<WordSpan>& sides, size_t side, Kind kind);

  // A number for each side that asks for one, all of one measure and of different facts. Of the figures that a side may
  // mean, what most sides have one of tells which: "stages, tents and stalls" are all numbers of one fair.
  std::vector<Figure> FindAlike(const std::vector<WordSpan>& sides);

  // Two figures of one measure that one fact states: its value or amount first, then that of the role `other`. A span
  // is of no measure with anything and goes with every value.
  std::optional<FigurePair> FindInOneFact(const std::vector<Unit>& units, Kind kind, Role other);

 private:
  // The words that say by what two things are held against each other: "longer".
  std::vector<WordSpan> Dimensions() const;
  bool TellsOfDimension(const std::vector<Unit>& units, const FrameMatch& match) const;
  std::vector<Figure> FindOfDimension(std::vector<Unit> units, Kind kind);
  // "Metres", of "how many metres taller"; else empty.
  std::string MeasureAsked() const;
  // "How many more people": sums of money are none.
  bool CountsThings() const;
  // Of one thing's figures those of before, and what is only to come, where the question asks for neither.
  void LeaveOutEarlier(std::vector<Figure>& figures) const;
  // False of the day on which something was no more, or on which it followed what is named.
  bool IsDayOfIt(const std::vector<Unit>& units, const FrameMatch& match, const Quantity& quantity) const;
  // Whether the whole that the fact's figure is a part of is the one that the question names.
  bool IsAmongWholeAsked(const std::vector<Unit>& units, const FrameMatch& match) const;

  const Brain& brain_;
  StoreConnection& store_;
  const MarkedQuestion& marked_;
  const Form& form_;
  const std::vector<Unit>& units_;
  SideReader sides_;
};

}  // namespace docent
