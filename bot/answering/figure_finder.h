// bot/answering/figure_finder.h
// The figures that a question speaks of: of a side of a comparison, of the two parts that a question can be parted
// into, or two that one fact states ("nearly 350 of more than 500", "from 14 to more than 500").
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
#include "bot/answering/unit.h"
#include "bot/knowledge/store.h"
#include "bot/reading/form.h"
#include "bot/reading/mention.h"

namespace docent {

class FigureFinder {
 public:
  FigureFinder(const Brain& brain, StoreConnection& store, const MarkedQuestion& marked, const Form& form,
               const std::vector<Unit>& units)
      : brain_(brain), store_(store), marked_(marked), form_(form), units_(units) {}

  // The figures of `kind` that the units may ask for, best first.
  std::vector<Figure> Find(const std::vector<Unit>& units, Kind kind);

  // Those of one side. With two sides, one that only says when or how much asks for what the other does.
  std::vector<Figure> FindOfSide(const std::vector<WordSpan>& sides, size_t side, Kind kind);

  // A number for each side that asks for one, all of one measure and of different facts. Of the figures that a side may
  // mean, what most sides have one of tells which: "stages, tents and stalls" are all numbers of one fair.
  std::vector<Figure> FindAlike(const std::vector<WordSpan>& sides);

  // The two figures that the question holds against each other: of the sides that its form names, of the first of
  // `kinds` that both have; else, of the first kind, of the parting that accounts for the most of its words.
  std::optional<FigurePair> FindPair(const std::vector<Kind>& kinds);

  // Whether the two are of different years, and the question names none: of which is more they say nothing.
  bool AreOfOtherYears(const Figure& one, const Figure& other) const;

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
  // Whether the side holds no word beside names that tells what figure is meant.
  bool IsOnlyNamed(WordSpan side) const;

  // "Than planned": the side says too little to tell of which thing its figure is.
  bool IsOnlyLoose(WordSpan side) const;
  bool HoldsPronoun(WordSpan side) const;
  // Whether the side names a thing or a figure.
  bool Names(WordSpan side) const;
  // Whether one side names what both are about, and the other only what of it.
  bool LeansOnOther(const std::vector<WordSpan>& sides) const;

  // Whether both figures must be of one thing: a side leans on the other, or says too little.
  bool AreOfOneThing(const std::vector<WordSpan>& sides) const;
  void LeaveOutEarlier(std::vector<Figure>& figures) const;
  bool IsDayOfIt(const std::vector<Unit>& units, const FrameMatch& match, const Quantity& quantity) const;
  // Whether the fact speaks of the only thing that the question names; true if it names several.
  bool HoldsSoleName(const Figure& figure) const;
  bool IsCountedAgainst(const std::vector<WordSpan>& sides) const;
  bool IsAmongWholeAsked(const std::vector<Unit>& units, const FrameMatch& match) const;
  // Whether the side says nothing but the name of an event.
  bool NamesEvent(WordSpan side) const;
  // Those of one side that it may mean: nearly the best.
  std::vector<Figure> MeantBySide(const std::vector<WordSpan>& sides, size_t side, Kind kind);
  // Whether the date of the fact is what the side asks for: it says of what, or names the event that the fact is.
  bool IsDayMeant(WordSpan side, const Fact& fact) const;
  // Whether the one says of how many it is some, and the other is not that.
  bool IsPartOfAnother(const Figure& part, const Figure& whole) const;
  // Whether the fact of the smaller figure speaks of what the other one is a figure of.
  bool SpeaksOf(const Figure& one, const Figure& other) const;
  std::optional<FigurePair> FindPairOf(const std::vector<WordSpan>& sides, Kind kind);
  std::vector<std::vector<WordSpan>> Partings() const;

  const Brain& brain_;
  StoreConnection& store_;
  const MarkedQuestion& marked_;
  const Form& form_;
  const std::vector<Unit>& units_;
};

}  // namespace docent
