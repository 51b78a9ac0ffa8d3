#include "bot/answering/elsewhere.h"

#include <algorithm>

namespace docent {
namespace {

constexpr float kCovered = 0.5F;
constexpr float kHeld = 0.8F;
constexpr double kThing = 0.4;   // a thing of less weight stands in too many facts
constexpr double kLight = 0.25;  // words of less weight say nothing of how the two belong together

bool IsList(const Slot& slot) {
  const bool lists = slot.role == Role::kValue || slot.role == Role::kIncluding || slot.role == Role::kExamples;
  return lists && slot.values.size() > 1;
}

// The lists of the fact, as places of its slots.
uint32_t PlacesOfLists(const Fact& fact) {
  uint32_t places = 0;
  for (size_t i = 0; i < fact.slots.size() && i < kMaxSlots; ++i) {
    if (IsList(fact.slots[i])) places |= uint32_t{1} << i;
  }
  return places;
}

// The thing that the unit names beside `subject`, if it is of the same type; else kNone.
EntityId NamedLike(const Knowledge& knowledge, const Unit& unit, EntityId subject) {
  if (!unit.is_name) return kNone;
  for (const UnitTerm& term : unit.terms) {
    if (SortOf(term.key) != TermSort::kEntity) continue;
    const auto named = static_cast<EntityId>(term.key & 0xFFFFFFFF);
    const std::vector<TypeId>& types = knowledge.entities[named].types;
    if (named != subject && !types.empty() && types == knowledge.entities[subject].types) return named;
  }
  return kNone;
}

// What a claim says by the lists of one fact.
struct Membership {
  std::vector<size_t> things;  // units that stand in its lists
  EntityId other = kNone;      // under which the claim puts them
};

std::optional<Membership> ReadMembership(const Knowledge& knowledge, const std::vector<Unit>& units,
                                         const FrameMatch& match) {
  const Fact& fact = knowledge.facts[match.fact];
  const uint32_t lists = PlacesOfLists(fact);
  if (fact.attribute == kNone || fact.subject == kNone || lists == 0) return std::nullopt;
  Membership membership;
  for (size_t i = 0; i < units.size(); ++i) {
    const Unit& unit = units[i];
    if (unit.from_context) continue;
    const bool is_in_list = match.covers[i] >= kHeld && (match.places[i] & lists) != 0;
    if (is_in_list && unit.weight >= kThing) {
      membership.things.push_back(i);
      continue;
    }
    const EntityId other = match.covers[i] < kCovered ? NamedLike(knowledge, unit, fact.subject) : kNone;
    if (other != kNone && membership.other == kNone) {
      membership.other = other;
    } else if (match.covers[i] < kCovered && (unit.is_constraint || unit.weight >= kLight)) {
      return std::nullopt;
    }
  }
  if (membership.things.empty() || membership.other == kNone) return std::nullopt;
  return membership;
}

// The first list that the other thing has of the same attribute; nothing if any of them holds one of the things.
std::optional<FactId> ListWithout(const Membership& membership, const Brain& brain, const std::vector<Unit>& units,
                                  const Asked& asked, FactId listing) {
  constexpr size_t kMostLists = 16;
  const Knowledge& knowledge = brain.knowledge();
  std::vector<FactId> lists;
  for (const RowId row : brain.rows().OfSubject(membership.other, knowledge.facts[listing].attribute)) {
    const FactId fact = brain.rows().At(row).fact;  // one row for each value
    if (std::find(lists.begin(), lists.end(), fact) != lists.end() || PlacesOfLists(knowledge.facts[fact]) == 0)
      continue;
    if (lists.size() == kMostLists) return std::nullopt;
    const FrameMatch held = MatchFrame(fact, units, asked, knowledge, brain.frames());
    const bool holds_any = std::any_of(membership.things.begin(), membership.things.end(),
                                       [&](size_t unit) { return held.covers[unit] >= kCovered; });
    if (holds_any) return std::nullopt;
    lists.push_back(fact);
  }
  return lists.empty() ? std::nullopt : std::optional(lists.front());
}

}  // namespace

std::optional<Elsewhere> ListedElsewhere(const Brain& brain, const std::vector<Unit>& units, const Asked& asked,
                                         const std::vector<FrameMatch>& matches) {
  for (const FrameMatch& match : matches) {
    const std::optional<Membership> membership = ReadMembership(brain.knowledge(), units, match);
    if (!membership) continue;
    const std::optional<FactId> own = ListWithout(*membership, brain, units, asked, match.fact);
    if (own) return Elsewhere{match.fact, *own};
  }
  return std::nullopt;
}

}  // namespace docent
