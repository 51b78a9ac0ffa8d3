// bot/answering/unit.h
// A question's content, piece by piece: what an answer has to account for. The coverage law of docent (after PRECISE:
// Popescu, Etzioni, Kautz 2003) is stated over units: a fact answers only if it accounts for them.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bot/answering/frame_index.h"
#include "bot/reading/asked.h"
#include "bot/reading/mention.h"
#include "bot/rules/language.h"
#include "bot/rules/rule_set.h"

namespace docent {

struct UnitTerm {
  TermKey key = 0;
  float quality = 1;
};

struct Unit {
  WordSpan span;
  std::string text;                  // the normalised words
  std::vector<UnitTerm> terms;       // what in a fact accounts for it; any one does
  std::vector<TermKey> parts;        // of a phrase: its words, for facts that hold them but not the phrase
  std::vector<TermKey> opposites;    // what in a fact contradicts it
  std::optional<Quantity> quantity;  // it is accounted for by a quantity that agrees
  double weight = 0;
  bool is_constraint = false;  // left over, it forbids the answer: a name, a number, an unknown noun
  bool is_name = false;
  uint32_t name_run = 0;        // number of the name_run.h that it stands in; 0: of none
  bool is_name_alone = false;   // in such a run: it means nothing but a part of names
  bool is_unknown = false;      // in no fact and in no vocabulary
  bool is_absent = false;       // in no fact, whatever the vocabulary makes of it
  bool is_world_name = false;   // a well-known name that the facts need not know
  bool is_world_place = false;  // and that of a place
  Kind kind = Kind::kOpen;      // of a noun that tells the kind of an answer: "the reason", "the sum"
  bool is_measure = false;      // "in feet", "in yuan": the unit that a figure is asked for in
  std::vector<Unit> offered;    // "the mill or the bridge": each by itself, of which one is the answer
  bool is_change = false;       // "rise", "shrink"
  bool is_whole = false;        // "of the museum", behind one of its floors: the floor is what is asked about
  bool is_any_sum = false;      // "money", "cost": says only that a sum is asked for, not what it is of
  bool is_loose = false;        // a verb, an adjective: often a way of speaking, with many near synonyms
  bool is_head = false;         // the noun after "which": what is asked for
  bool is_denying = false;      // "refuses to", "avoids": denies what it leads to, unless a fact says the same
  bool asks_how_often = false;
  bool counts_all = false;    // "the six" of six that there are
  bool is_deed = false;       // what "who" is asked to have done or to do: a word near to it in meaning says little
  bool is_excluded = false;   // set aside: "besides the mill"; no answer, and none need speak of it
  bool from_context = false;  // taken from an earlier turn: welcome, not required
};

// The units of the words of `marked` that `is_form` does not claim (the words of the question's form); `act` is what
// the question asks to be done.
std::vector<Unit> UnitsOf(const MarkedQuestion& marked, const std::vector<bool>& is_form, Act act,
                          const Knowledge& knowledge, const Language& language, const RuleSet& rules,
                          const FrameIndex& index);

// One line, for tests and explanations: `[aurora! 0.60] [crew 0.52]`.
std::string ToString(const std::vector<Unit>& units);

}  // namespace docent
