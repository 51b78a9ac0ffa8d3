#include "bot/answering/cover.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "bot/answering/match.h"

namespace docent {
namespace {

constexpr float kAttributeOnlySaid = 0.75F;
constexpr float kWordsOfPhrase = 0.85F;  // all words of a phrase, but not the phrase
constexpr float kSoMany = 0.9F;

bool HoldsQuantity(const Fact& fact, const Quantity& quantity, size_t& slot) {
  for (size_t i = 0; i < fact.slots.size(); ++i) {
    for (const Value& value : fact.slots[i].values) {
      if (value.quantity && Agrees(quantity, *value.quantity)) {
        slot = i;
        return true;
      }
    }
  }
  return false;
}

// "The three centers", "which two parties": so many stand in one of the slots.
bool IsSmallCount(const Quantity& quantity) {
  constexpr double kMostCounted = 20;
  return quantity.kind == QuantityKind::kNumber && quantity.bound == Bound::kExactly && quantity.unit.empty() &&
         quantity.number >= 2 && quantity.number <= kMostCounted && quantity.number == std::floor(quantity.number);
}

}  // namespace

bool HoldsSoMany(const Fact& fact, const Quantity& quantity) {
  return IsSmallCount(quantity) && std::any_of(fact.slots.begin(), fact.slots.end(), [&](const Slot& slot) {
           return static_cast<double>(slot.values.size()) == quantity.number;
         });
}

Cover CoverOf(const Unit& unit, const Fact& fact, const HeldTerms& terms) {
  Cover best;
  for (const UnitTerm& wanted : unit.terms) {
    const std::optional<FrameTerm> term = terms.Find(wanted.key);
    if (!term) continue;
    // What an author adds to a fact says how it is asked for, not which attribute or of which type it is; and a
    // sentence may use a word for an attribute that the fact is not of.
    const TermSort sort = SortOf(wanted.key);
    if (sort == TermSort::kAttribute && term->places == kInFurtherWords) continue;
    if (sort == TermSort::kType && (term->places & ~(kInFurtherWords | kInPredicate)) == 0) continue;
    const bool is_only_said = sort == TermSort::kAttribute && (term->places & ~(kInFurtherWords | kInSentence)) == 0;
    const float quality = term->quality * wanted.quality * (is_only_said ? kAttributeOnlySaid : 1);
    if (quality > best.quality) best = {quality, term->places, Cover::By::kTerm, wanted.key};
  }
  if (!unit.parts.empty()) {
    float sum = 0;
    uint32_t places = 0;
    bool is_whole = SortOf(unit.parts.front()) == TermSort::kPair;  // all pairs of a Chinese phrase are the phrase
    for (const TermKey part : unit.parts) {
      const std::optional<FrameTerm> term = terms.Find(part);
      is_whole = is_whole && term;
      if (!term) continue;
      sum += term->quality;
      places |= term->places;
    }
    const float quality = (is_whole ? 1.0F : kWordsOfPhrase) * sum / static_cast<float>(unit.parts.size());
    if (quality > best.quality) best = {quality, places, Cover::By::kParts};
  }
  if (unit.quantity) {
    size_t slot = 0;
    if (HoldsQuantity(fact, *unit.quantity, slot)) {
      best = {1.0F, best.places | (slot < kMaxSlots ? uint32_t{1} << slot : 0), Cover::By::kQuantity};
    } else if (HoldsSoMany(fact, *unit.quantity)) {
      if (best.quality < kSoMany) best = {kSoMany, best.places, Cover::By::kNumberOfValues};
    } else if (unit.quantity->kind == QuantityKind::kMoney || unit.quantity->kind == QuantityKind::kDate ||
               unit.quantity->kind == QuantityKind::kShare) {
      // A year or a sum is matched by value, never by its digits alone, unless the sentence holds it word for word.
      const auto is_held = [&](TermKey key) { return SortOf(key) != TermSort::kStem || terms.Find(key); };
      const bool is_whole =
          unit.quantity->kind != QuantityKind::kDate ||
          (std::all_of(unit.terms.begin(), unit.terms.end(), [&](const UnitTerm& term) { return is_held(term.key); }) &&
           std::all_of(unit.parts.begin(), unit.parts.end(), is_held));
      if (!is_whole || (best.places & (kInSentence | kInPredicate | kInFurtherWords | 1U)) == 0) best = {};
    }
  }
  return best;
}

}  // namespace docent
