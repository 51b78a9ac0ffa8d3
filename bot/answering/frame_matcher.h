// bot/answering/frame_matcher.h
// One fact held against the units of a question: which of its slots may be the answer, what in it accounts for each
// unit, and what that is worth.

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "bot/answering/cover.h"
#include "bot/answering/frame_index.h"
#include "bot/answering/held_terms.h"
#include "bot/answering/match.h"
#include "bot/answering/unit.h"
#include "bot/knowledge/fact.h"
#include "bot/reading/asked.h"

namespace docent {

// For many facts in turn; what it is given must outlive it.
class FrameMatcher {
 public:
  FrameMatcher(const std::vector<Unit>& units, const Asked& asked, const Knowledge& knowledge, const FrameIndex& index);

  FrameMatch Match(FactId id);

 private:
  // What is summed up over the units, by their weight.
  struct Sums {
    double all = 0;
    double covered = 0;
    double context_all = 0;
    double context_covered = 0;
    double known = 0;
    double said = 0;  // in other words than names
    bool predicate = false;
    bool subject = false;
    bool is_of_whole = false;  // the fact is about what the thing asked of is only a part of
    bool has_pronoun = false;
    bool is_count_of_head = false;  // what is counted is what was asked for
    std::optional<size_t> nested;   // a name that the fact holds only within another
    bool has_head = false;          // a noun is asked for
    bool says_other = false;        // than names and the noun that is asked for
    std::vector<size_t> listed;     // units that are only among those that the fact counts
    bool asks_anew = false;         // in words of its own
  };

  // The slot that is most of the kind asked for, and how much it is.
  void ChooseSlot();
  // Whether the slot holds a body of a person, which the question asks for by the attribute's own words.
  bool IsWhereOneWas(const Slot& slot) const;
  // Whether the question calls what the fact is about by its name.
  bool IsSubjectNamed() const;
  // `fit` of the slot where the question sets something aside.
  double FitBesideExcluded(size_t slot, double fit) const;
  // Whether the figure is in the unit that is asked for.
  bool IsInUnit(const Unit& unit) const;
  // What of the fact accounts for the unit, as it was asked for.
  Cover CoverAsked(const Unit& unit) const;
  void AddUnit(size_t at);
  void AddOwnUnit(size_t at, const Cover& cover);
  // Whether nothing is asked but of a name that the fact holds only within another's.
  bool IsToldByNestedName() const;
  // Whether the unit is only one of the things whose number the fact gives.
  bool IsOnlyListed(const Unit& unit, const Cover& cover) const;
  // Whether the fact need not speak of the unit, though it is a constraint.
  bool MayBeMissing(const Unit& unit) const;
  double WorthOfTurn() const;
  // Whether nothing is left over but those who are counted, in a fact of what is asked of them.
  bool CountsWhomItIsFor() const;
  // Whether it tells of a thing that is only named when that is, and not when something else of it was.
  bool TellsWhenItIs() const;
  void Score();

  const std::vector<Unit>& units_;
  const Asked& asked_;
  const Knowledge& knowledge_;
  const FrameIndex& index_;
  const bool sets_aside_;
  HeldTerms terms_;  // those of the units, turned to the fact

  // Of the fact that is matched.
  const Fact* fact_ = nullptr;
  FrameMatch match_;
  Sums sums_;
  uint32_t topic_ = 1;  // bits of the slots that say what it is about
};

}  // namespace docent
