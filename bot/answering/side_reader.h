// What the sides of a comparison say: names alone, a thing, or so little that each must be of what the other is of.
//
// A reader lives as long as one question is worked on; what it is given must outlive it.

#pragma once

#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/unit.h"
#include "bot/reading/form.h"
#include "bot/reading/mention.h"

namespace docent {

class SideReader {
 public:
  SideReader(const Brain& brain, const MarkedQuestion& marked, const Form& form, const std::vector<Unit>& units)
      : brain_(brain), marked_(marked), form_(form), units_(units) {}

  // Whether the side holds no word beside names that tells what figure is meant.
  bool IsOnlyNamed(WordSpan side) const;
  // Whether the side says nothing but the name of an event.
  bool NamesEvent(WordSpan side) const;
  // Whether the side names a thing or a figure.
  bool Names(WordSpan side) const;
  // Whether one side names what both are about, and the other only what of it.
  bool LeansOnOther(const std::vector<WordSpan>& sides) const;
  // Whether both figures must be of one thing: a side leans on the other, or says too little.
  bool AreOfOneThing(const std::vector<WordSpan>& sides) const;

 private:
  // "Than planned": the side says too little to tell of which thing its figure is.
  bool IsOnlyLoose(WordSpan side) const;
  bool HoldsPronoun(WordSpan side) const;

  const Brain& brain_;
  const MarkedQuestion& marked_;
  const Form& form_;
  const std::vector<Unit>& units_;
};

}  // namespace docent
