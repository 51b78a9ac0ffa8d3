#include "bot/answering/nested.h"

#include <algorithm>

#include "bot/answering/match.h"

namespace docent {
namespace {

constexpr size_t kMostMatches = 6;
constexpr size_t kMostTried = 20;
constexpr double kLeastCoverage = 0.75;
constexpr double kLeastFit = 0.95;

std::vector<TypeId> TypesOf(const Unit& unit) {
  std::vector<TypeId> types;
  for (const UnitTerm& term : unit.terms) {
    if (SortOf(term.key) == TermSort::kType) types.push_back(static_cast<TypeId>(term.key & 0xFFFFFFFF));
  }
  return types;
}

// What may stand for a thing by what is said of it.
struct Description {
  size_t begin = 0;         // the noun: "the ship", "the captain"
  size_t end = 0;           // behind what says which: "that rescued them", "of the Aurora"
  Asked asked;              // what the noun makes of it
  bool noun_tells = false;  // "captain" is itself a part of what is said, "ship" only says of what type it is
};

std::optional<Description> DescriptionAt(const Brain& brain, const std::vector<Unit>& units, size_t begin) {
  const Unit& noun = units[begin];
  if (noun.is_name || noun.from_context || noun.is_head || noun.quantity || begin + 1 == units.size())
    return std::nullopt;
  Description description;
  description.begin = begin;
  description.asked.types = TypesOf(noun);
  if (!description.asked.types.empty()) {
    for (const UnitTerm& term : noun.terms) description.asked.head.push_back(term.key);
    return description;
  }
  const bool of_person = std::any_of(noun.terms.begin(), noun.terms.end(), [&](const UnitTerm& term) {
    const auto id = static_cast<uint32_t>(term.key & 0xFFFFFFFF);
    if (SortOf(term.key) == TermSort::kClass) return brain.language().classes[id].kind == Kind::kPerson;
    return SortOf(term.key) == TermSort::kAttribute && brain.knowledge().attributes[id].kind == Kind::kPerson;
  });
  if (!of_person && noun.kind != Kind::kPerson) return std::nullopt;
  description.asked.kind = Kind::kPerson;
  description.noun_tells = true;
  return description;
}

Unit NameUnit(const Brain& brain, EntityId entity, const Unit& described) {
  Unit unit;
  unit.span = described.span;
  unit.text = brain.knowledge().entities[entity].name;
  unit.terms.push_back({KeyOf(TermSort::kEntity, entity), 1});
  unit.weight = brain.frames().Weight(brain.frames().FactsWith(unit.terms.front().key));
  unit.is_name = true;
  unit.is_constraint = true;
  return unit;
}

bool IsNamed(const std::vector<Unit>& units, EntityId entity) {
  const TermKey key = KeyOf(TermSort::kEntity, entity);
  return std::any_of(units.begin(), units.end(), [&](const Unit& unit) {
    return unit.is_name && std::any_of(unit.terms.begin(), unit.terms.end(),
                                       [&](const UnitTerm& term) { return term.key == key && term.quality >= 0.9F; });
  });
}

// The one entity that the best fact for the description holds in the slot that it asks for.
std::optional<NestedReference> Resolve(const Brain& brain, StoreConnection& store, const std::vector<Unit>& units,
                                       const Description& description) {
  const auto at = [&](size_t i) { return units.begin() + static_cast<long>(i); };
  const std::vector<Unit> said(at(description.begin + (description.noun_tells ? 0 : 1)), at(description.end));
  if (std::all_of(said.begin(), said.end(), [](const Unit& unit) { return unit.is_loose; })) return std::nullopt;
  for (const FrameMatch& match :
       MatchFrames(said, description.asked, brain.knowledge(), brain.frames(), store, kMostMatches)) {
    if (!match.left.empty() || match.coverage < kLeastCoverage || match.fit < kLeastFit) continue;
    std::vector<EntityId> entities;
    for (const Value& value : brain.knowledge().facts[match.fact].slots[match.slot].values) {
      const std::vector<TypeId>& types = description.asked.types;
      const bool fits =
          value.entity != kNone && (types.empty() || std::any_of(types.begin(), types.end(), [&](TypeId type) {
                                      return brain.knowledge().IsA(value.entity, type);
                                    }));
      if (fits) entities.push_back(value.entity);
    }
    if (entities.size() != 1 || IsNamed(units, entities.front())) continue;
    NestedReference reference{{units.begin(), at(description.begin)}, entities.front(), match.fact};
    reference.units.push_back(NameUnit(brain, entities.front(), units[description.begin]));
    reference.units.insert(reference.units.end(), at(description.end), units.end());
    return reference;
  }
  return std::nullopt;
}

}  // namespace

std::optional<NestedReference> ResolveInnermost(const Brain& brain, StoreConnection& store,
                                                const std::vector<Unit>& units) {
  size_t tried = 0;
  for (size_t begin = units.size(); begin-- > 0;) {
    std::optional<Description> description = DescriptionAt(brain, units, begin);
    if (!description) continue;
    // The whole of what follows, then less and less of it: the rest is what is asked of the thing.
    for (description->end = units.size(); description->end > begin + 1; --description->end) {
      if (++tried > kMostTried) return std::nullopt;
      if (std::optional<NestedReference> reference = Resolve(brain, store, units, *description)) return reference;
    }
  }
  return std::nullopt;
}

}  // namespace docent
