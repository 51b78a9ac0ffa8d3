#include "bot/answering/contradiction.h"

#include <algorithm>

namespace docent {
namespace {

constexpr float kCovered = 0.5F;
constexpr float kNamed = 0.9F;     // by its own name, not by one that is part of it
constexpr double kTelling = 0.25;  // a name of less weight stands in too many facts

bool IsSingleValued(const Fact& fact, const Slot& slot) {
  switch (slot.role) {
    case Role::kWhen:
    case Role::kWithin:
    case Role::kWhere:
    case Role::kTo:
    case Role::kFrom:
    case Role::kAmount:
    case Role::kPhase:
      return true;
    case Role::kAttribute:
      return slot.kind == Kind::kBody || slot.kind == Kind::kPerson || fact.only;
    case Role::kValue:
      return fact.only || slot.kind == Kind::kPerson || slot.values.front().quantity.has_value();
    default:
      return fact.only;
  }
}

// Whether the unit names a thing of the sort that the slot holds, but another one.
bool NamesAnother(const Knowledge& knowledge, const Unit& unit, const Slot& slot) {
  const bool is_place = slot.role == Role::kWhere || slot.role == Role::kTo || slot.kind == Kind::kPlace;
  if (unit.is_world_name && !unit.is_name) return is_place && unit.is_world_place;
  for (const UnitTerm& term : unit.terms) {
    if (SortOf(term.key) != TermSort::kEntity) continue;
    const auto named = static_cast<EntityId>(term.key & 0xFFFFFFFF);
    for (const Value& value : slot.values) {
      if (value.entity == kNone || value.entity == named) continue;
      const Kind kind = knowledge.KindOf(named);
      // One place may lie within another of another type: a district in a corridor.
      const bool same_kind = kind != Kind::kOpen && kind != Kind::kPlace && kind == knowledge.KindOf(value.entity);
      const bool same_type = knowledge.entities[named].types == knowledge.entities[value.entity].types;
      if (same_kind || same_type) return true;
    }
  }
  return false;
}

}  // namespace

std::optional<size_t> ContradictingSlot(const Knowledge& knowledge, const Fact& fact, const Unit& unit) {
  for (size_t i = 0; i < fact.slots.size(); ++i) {
    const Slot& slot = fact.slots[i];
    // "Vice president of Aurora": a person holds a post at one place; an event may have many hosts.
    const bool may_be_one = slot.role != Role::kAttribute || knowledge.KindOf(fact.subject) == Kind::kPerson;
    if (slot.role != Role::kSubject && may_be_one && IsSingleValued(fact, slot) && NamesAnother(knowledge, unit, slot))
      return i;
  }
  return std::nullopt;
}

bool IsOfSameRelation(const Knowledge& knowledge, const std::vector<Unit>& units, const FrameMatch& match, size_t slot,
                      size_t contradicted) {
  const Fact& fact = knowledge.facts[match.fact];
  const Role role = fact.slots[slot].role;
  const uint32_t own = slot < kMaxSlots ? uint32_t{1} << slot : 0;
  constexpr uint32_t kOutOfSlots = kInSentence | kInFurtherWords;
  const bool is_of_place = fact.attribute != kNone && knowledge.attributes[fact.attribute].kind == Kind::kPlace;
  const bool is_beside = !is_of_place && (role == Role::kWhere || role == Role::kTo || role == Role::kFrom);
  uint32_t destinations = 0;  // "to: a new building": what is claimed to be elsewhere
  for (size_t i = 0; i < fact.slots.size() && i < kMaxSlots; ++i) {
    if (i != slot && fact.slots[i].role == Role::kTo) destinations |= uint32_t{1} << i;
  }
  bool is_any = false;
  for (size_t i = 0; i < units.size(); ++i) {
    const uint32_t places = match.places[i];
    if (i == contradicted || match.covers[i] < kCovered) continue;
    if ((places & own) != 0 && (places & ~(own | kOutOfSlots)) == 0) {
      const bool is_its_name = units[i].is_name && match.covers[i] >= kNamed;  // "is he the mayor", who is she
      if (units[i].weight >= kTelling && !is_its_name) return false;
      continue;
    }
    is_any = is_any || (places & (is_beside ? kInPredicate | destinations : ~kOutOfSlots)) != 0;
  }
  return is_any;
}

bool IsOfAnotherTime(const Fact& fact, const Unit& contradicted) {
  const Slot* value = fact.Find(Role::kValue);
  return contradicted.quantity && contradicted.quantity->kind == QuantityKind::kDate && value != nullptr &&
         value->values.front().quantity && value->values.front().quantity->kind != QuantityKind::kDate &&
         value->values.front().quantity->kind != QuantityKind::kSpan;
}

}  // namespace docent
