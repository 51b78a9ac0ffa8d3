#include "bot/answering/claim_doubts.h"

#include <algorithm>

namespace docent {
namespace {

constexpr float kCovered = 0.5F;
constexpr float kOfItself = 0.75F;  // a word of the fact's own, and not one within a name or near to it in meaning
constexpr double kTelling = 0.25;

// Whether the claim is nothing but names, of which the fact holds one only within a longer name, or two as the same
// thing: that is no word of how they go together.
bool TiesNoNames(const std::vector<Unit>& units, const FrameMatch& match) {
  size_t names = 0;
  bool is_doubtful = false;
  for (size_t i = 0; i < units.size(); ++i) {
    if (units[i].from_context) continue;
    if (!units[i].is_name) return false;
    ++names;
    const auto first = match.terms.begin();
    const bool is_again = match.terms[i] != 0 && std::find(first, first + static_cast<std::ptrdiff_t>(i),
                                                           match.terms[i]) != first + static_cast<std::ptrdiff_t>(i);
    is_doubtful = is_doubtful || is_again || (match.covers[i] < kOfItself && !IsOfAll(units[i]));
  }
  return names > 1 && is_doubtful;
}

// Whether the claim is that one of two names is where the other is, and says nothing else, while the fact tells of no
// place.
bool TellsNoPlace(const Knowledge& knowledge, const std::vector<Unit>& units, const Asked& asked,
                  const FrameMatch& match) {
  const bool is_bare = asked.within && std::all_of(units.begin(), units.end(),
                                                   [](const Unit& unit) { return unit.is_name || unit.from_context; });
  if (!is_bare) return false;
  const Fact& fact = knowledge.facts[match.fact];
  if (fact.attribute != kNone && knowledge.attributes[fact.attribute].kind == Kind::kPlace) return false;
  for (size_t i = 0; i < fact.slots.size() && i < kMaxSlots; ++i) {
    const Role role = fact.slots[i].role;
    if (role != Role::kWhere && role != Role::kTo) continue;
    const bool holds_one = std::any_of(match.places.begin(), match.places.end(),
                                       [i](uint32_t places) { return (places & (uint32_t{1} << i)) != 0; });
    if (holds_one) return false;
  }
  return true;
}

// Whether the claim says on which side of a date something was, and the fact tells of that only by a word near to it:
// any date of the thing would be on that side.
bool DatesAnotherDeed(const std::vector<Unit>& units, const FrameMatch& match) {
  const bool is_bounded = std::any_of(units.begin(), units.end(), [](const Unit& unit) {
    return unit.quantity && unit.quantity->kind == QuantityKind::kDate && unit.quantity->bound != Bound::kExactly;
  });
  for (size_t i = 0; is_bounded && i < units.size(); ++i) {
    const Unit& unit = units[i];
    const bool is_deed = !unit.is_name && !unit.quantity && !unit.from_context && unit.weight >= kTelling;
    if (is_deed && match.covers[i] < kOfItself) return true;
  }
  return false;
}

// "Did Pellin win", where Kelver won and Pellin is told of beside it: whether the first name of the claim stands only
// in a role that an attribute names ("third place"), of which the claim says nothing, and the fact has a doer of its
// sort.
bool HasAnotherDoer(const Knowledge& knowledge, const std::vector<Unit>& units, const FrameMatch& match) {
  const auto first = std::find_if(units.begin(), units.end(), [](const Unit& unit) { return unit.is_name; });
  if (first == units.end() || first->from_context || first->terms.empty()) return false;
  const uint32_t places = match.places[static_cast<size_t>(first - units.begin())];
  const Fact& fact = knowledge.facts[match.fact];
  const auto says = [&](AttributeId attribute) {
    return std::any_of(units.begin(), units.end(), [&](const Unit& unit) {
      return std::any_of(unit.terms.begin(), unit.terms.end(),
                         [&](const UnitTerm& term) { return term.key == KeyOf(TermSort::kAttribute, attribute); });
    });
  };
  bool is_aside = false;
  bool has_doer = false;
  for (size_t i = 0; i < fact.slots.size() && i < kMaxSlots; ++i) {
    const Slot& slot = fact.slots[i];
    const bool holds_name = (places & (uint32_t{1} << i)) != 0;
    if (holds_name && (slot.role != Role::kAttribute || says(slot.attribute))) return false;
    is_aside = is_aside || holds_name;
    if (holds_name || (slot.role != Role::kWho && slot.role != Role::kSubject)) continue;
    for (const Value& value : slot.values) {
      const auto named = static_cast<EntityId>(first->terms.front().key & 0xFFFFFFFF);
      const bool is_alike = value.entity != kNone && SortOf(first->terms.front().key) == TermSort::kEntity &&
                            knowledge.entities[value.entity].types == knowledge.entities[named].types;
      has_doer = has_doer || is_alike;
    }
  }
  return is_aside && has_doer;
}

}  // namespace

bool IsDoubtful(const Knowledge& knowledge, const std::vector<Unit>& units, const Asked& asked,
                const FrameMatch& match) {
  return DatesAnotherDeed(units, match) || TiesNoNames(units, match) || TellsNoPlace(knowledge, units, asked, match) ||
         HasAnotherDoer(knowledge, units, match);
}

bool SaysOpposite(const FrameIndex& frames, FactId fact, const Unit& unit) {
  if (unit.opposites.empty() || unit.from_context) return false;
  for (const FrameTerm held : frames.TermsOf(fact)) {
    if (std::find(unit.opposites.begin(), unit.opposites.end(), held.key) != unit.opposites.end()) return true;
  }
  return false;
}

bool HoldsTheOther(const std::vector<Unit>& units, const FrameMatch& match, const std::vector<size_t>& contradicted) {
  if (!match.opposed.empty()) return true;
  return std::any_of(contradicted.begin(), contradicted.end(), [&](size_t refuted) {
    for (size_t i = 0; i < units.size(); ++i) {
      const bool is_alike = i != refuted && units[i].is_name == units[refuted].is_name &&
                            units[i].quantity.has_value() == units[refuted].quantity.has_value() &&
                            (units[i].is_name || units[i].quantity);
      const bool is_dated = units[i].quantity && units[i].quantity->kind != units[refuted].quantity->kind;
      if (is_alike && !is_dated && match.covers[i] >= kCovered) return true;
    }
    return false;
  });
}

}  // namespace docent
