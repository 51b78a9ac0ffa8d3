// bot/answering/match.h
// The second way from a question to a fact: facts that share its rare terms are proposed by SQLite's FTS5 index, and a
// proposal counts by how much of the question it accounts for, what it leaves over, and whether it holds the kind of
// answer that was asked for.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bot/answering/frame_index.h"
#include "bot/answering/unit.h"
#include "bot/knowledge/store.h"
#include "bot/reading/asked.h"

namespace docent {

struct FrameMatch {
  FactId fact = kNone;
  double coverage = 0;         // share of the question's weight that the fact accounts for
  double covered_well = 0;     // the same, if missed verbs and adjectives are a way of speaking
  double known = 0;            // the same of the words that any fact accounts for
  double evidence = 0;         // weight of the words, other than names, that it accounts for
  double evident = 1;          // share of the weight of the words, other than names, that it accounts for
  double missed = 0;           // weight of the things it does not account for
  double missed_loosely = 0;   // weight of the verbs, adjectives and light words that it does not account for
  bool by_name = false;        // nothing but names was asked, and none of them is what the fact is about
  bool is_of_another = false;  // it is about another thing than was spoken of: see IsOfAnotherTopic
  size_t unknown = 0;          // words that nothing known explains
  double context = 0;          // the same of what was taken from earlier turns
  double fit = 0;              // how well the best open slot is of the kind asked for; 0: it has none
  double score = 0;
  size_t slot = kNoSlot;         // that slot
  std::vector<float> covers;     // for each unit
  std::vector<uint32_t> places;  // for each unit, where its words stand in the fact, or those that contradict it: bits
                                 // of FrameTerm::places
  std::vector<TermKey> terms;    // for each unit, the term of the fact that accounts for it; 0 where it is no term
  std::vector<size_t> left;      // units that are constraints and left over
  std::vector<size_t> opposed;   // units that the fact contradicts
  bool denies = false;           // a unit is among the claims that the fact shows to be false
  bool denies_negation = false;  // that claim has a negation of its own: "not interested"
  std::vector<size_t> denied;    // the units that hold the words of such a claim

  static constexpr size_t kNoSlot = static_cast<size_t>(-1);
};

// Facts that may answer, best first; ties by the order of the files. At most `limit`.
std::vector<FrameMatch> MatchFrames(const std::vector<Unit>& units, const Asked& asked, const Knowledge& knowledge,
                                    const FrameIndex& index, StoreConnection& store, size_t limit);

// The match of one fact.
FrameMatch MatchFrame(FactId fact, const std::vector<Unit>& units, const Asked& asked, const Knowledge& knowledge,
                      const FrameIndex& index);

// Whether the fact is about another thing of a type that was spoken of, and about none that was; where only what was
// spoken of can be meant, whether it is about none of that.
bool IsOfAnotherTopic(FactId fact, const Asked& asked, const Knowledge& knowledge, const FrameIndex& index);

// Whether the unit is a word such as "it": what was spoken of, not a thing with that name inside its own.
bool IsPronoun(const Unit& unit);

// Whether the unit names what nearly every fact is about: the topic itself, which need not be said of each.
bool IsOfAll(const Unit& unit);

// Whether the fact speaks of what the question names only as the reason for something, or as whose words it gives: the
// figure of `kind` is then one of something else. Where a place is asked for, the sentence alone names it in passing
// too.
bool IsNamedInPassing(const Knowledge& knowledge, const std::vector<Unit>& units, const FrameMatch& match, Kind kind);

// Whether the fact speaks of the unit in a slot of this role alone, beside its sentence.
bool StandsOnlyIn(const Fact& fact, Role role, const FrameMatch& match, size_t unit);

// Whether no fact speaks of unit number `unit`, as far as is known: a figure, if none of the matches holds it.
bool IsUnsaid(const std::vector<Unit>& units, size_t unit, const std::vector<FrameMatch>& matches);

// Whether a quantity of the question can be one of the fact: same kind and unit, and equal, or a bound that includes.
bool Agrees(const Quantity& asked, const Quantity& stated);

}  // namespace docent
