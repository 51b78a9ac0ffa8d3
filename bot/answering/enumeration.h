// bot/answering/enumeration.h
// What a question enumerates to be added up: "the barns (or sheds), mills and inns".

#pragma once

#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/unit.h"
#include "bot/reading/form.h"
#include "bot/reading/mention.h"

namespace docent {

// Lives as long as one question is worked on; what it is given must outlive it.
class Enumeration {
 public:
  Enumeration(const Brain& brain, const MarkedQuestion& marked, const Form& form, const std::vector<Unit>& units);

  // What one stretch of the question enumerates.
  Enumeration(const Brain& brain, const MarkedQuestion& marked, WordSpan within, const std::vector<Unit>& units)
      : brain_(brain), marked_(marked), units_(units), parts_(PartsIn(within)) {}

  // What is to be added up: the sides that the form names, each of which may hold several parts, or what the whole
  // question enumerates.
  const std::vector<WordSpan>& parts() const { return parts_; }

  // Whether too much is left out where these parts, by their number, have no figure. One may have none: words around
  // the enumeration look like its first part or its last.
  bool LacksPart(const std::vector<size_t>& without_figure) const;

 private:
  std::vector<WordSpan> PartsIn(WordSpan within) const;
  bool IsAtBracket(size_t word) const;
  bool IsJoined(WordSpan part) const;
  bool HoldsThing(WordSpan part) const;

  const Brain& brain_;
  const MarkedQuestion& marked_;
  const std::vector<Unit>& units_;
  std::vector<WordSpan> parts_;
};

}  // namespace docent
