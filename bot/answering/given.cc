#include "bot/answering/given.h"

#include <algorithm>

#include "bot/answering/match.h"

namespace docent {
namespace {

// The share of weight above which a slot's own words count as given in the question.
constexpr double kGivenShare = 0.6;

// "How many storms in two years" does not give the number of two.
bool IsGivenAs(const Quantity& asked, const Quantity& held) {
  const bool has_unit = asked.kind == QuantityKind::kSpan && held.kind == QuantityKind::kNumber;
  return !has_unit && Agrees(asked, held);
}

bool IsGivenByValue(const Slot& held, const std::vector<Unit>& units, const Asked& asked) {
  // "Who had the post before her": she is given, though she was named a turn before.
  const bool asks_who = asked.kind == Kind::kPerson || asked.kind == Kind::kBody;
  // "When was the mill built, and by whom?": nor by the mill.
  const bool of_another =
      (asked.ever && asked.kind == Kind::kPerson) || (asks_who && asked.context.is_next && held.role == Role::kSubject);
  for (const Value& value : held.values) {
    for (const Unit& unit : units) {
      if ((unit.from_context && !of_another) || !unit.offered.empty()) continue;
      if (value.quantity && unit.quantity && IsGivenAs(*unit.quantity, *value.quantity)) return true;
      // "Whom does she work for" is not answered by her.
      const bool is_worker = asked.kind == Kind::kBody && IsPronoun(unit);
      if (value.entity == kNone || (!unit.is_name && !of_another && !is_worker)) continue;
      const TermKey key = KeyOf(TermSort::kEntity, value.entity);
      const bool named = std::any_of(unit.terms.begin(), unit.terms.end(),
                                     [&](const UnitTerm& term) { return term.key == key && term.quality >= 0.9F; });
      // "Who opened the mill" is not answered by the bridge that was opened with it.
      const bool is_what_is_done =
          asked.kind == Kind::kPerson && (held.role == Role::kWhat || held.role == Role::kWhom);
      // "What is the name of the plan that Ada signed" is not hers, beside whoever else signed it.
      if (named && (held.values.size() == 1 || is_what_is_done || asked.kind == Kind::kName)) return true;
    }
  }
  return false;
}

// Whether the question asks for a word that the slot holds: without one, nothing is given by words.
bool HoldsWordIn(const HeldTerms& terms, size_t slot) {
  const uint32_t own = uint32_t{1} << std::min(slot, kMaxSlots);
  return std::any_of(terms.held().begin(), terms.held().end(),
                     [own](const FrameTerm& term) { return (term.places & own) != 0; });
}

bool IsGivenByWords(const Slot& held, FactId id, size_t slot, const std::vector<Unit>& units, const FrameIndex& index) {
  if (held.values.size() == 1 && (held.values[0].entity != kNone || held.values[0].quantity)) return false;
  double all = 0;
  double given = 0;
  const uint32_t own = uint32_t{1} << std::min(slot, kMaxSlots);
  for (const FrameTerm term : index.TermsOf(id)) {
    const TermSort sort = SortOf(term.key);
    if ((term.places & own) == 0 || (sort != TermSort::kStem && sort != TermSort::kPair)) continue;
    const double weight = index.Weight(index.FactsWith(term.key));
    all += weight;
    const bool held_too = std::any_of(units.begin(), units.end(), [&](const Unit& unit) {
      return !unit.from_context && !unit.is_head && unit.offered.empty() &&
             std::any_of(unit.terms.begin(), unit.terms.end(),
                         [&](const UnitTerm& mine) { return mine.key == term.key; });
    });
    if (held_too) given += weight;
  }
  return all > 0 && given / all > kGivenShare;
}

}  // namespace

bool IsGiven(const Fact& fact, FactId id, size_t slot, const std::vector<Unit>& units, const Asked& asked,
             const FrameIndex& index, const HeldTerms& terms) {
  const Slot& held = fact.slots[slot];
  if (IsGivenByValue(held, units, asked)) return true;
  return HoldsWordIn(terms, slot) && IsGivenByWords(held, id, slot, units, index);
}

}  // namespace docent
