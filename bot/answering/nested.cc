#include "bot/answering/nested.h"

#include <algorithm>

#include "bot/answering/match.h"

namespace docent {
namespace {

constexpr size_t kMostMatches = 8;
constexpr double kLeastCoverage = 0.62;
constexpr double kLeastFit = 0.95;

std::vector<TypeId> TypesOf(const Unit& unit) {
  std::vector<TypeId> types;
  for (const UnitTerm& term : unit.terms) {
    if (SortOf(term.key) == TermSort::kType) types.push_back(static_cast<TypeId>(term.key & 0xFFFFFFFF));
  }
  return types;
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

}  // namespace

std::optional<NestedReference> ResolveInnermost(const Brain& brain, StoreConnection& store,
                                                const std::vector<Unit>& units) {
  for (size_t i = units.size(); i-- > 0;) {
    if (units[i].is_name || units[i].from_context || units[i].is_head || i + 1 == units.size()) continue;
    Asked asked;
    asked.types = TypesOf(units[i]);
    if (asked.types.empty()) continue;
    for (const UnitTerm& term : units[i].terms) asked.head.push_back(term.key);
    const std::vector<Unit> description(units.begin() + static_cast<long>(i) + 1, units.end());
    for (const FrameMatch& match :
         MatchFrames(description, asked, brain.knowledge(), brain.frames(), store, kMostMatches)) {
      if (!match.left.empty() || match.coverage < kLeastCoverage || match.fit < kLeastFit) continue;
      const Slot& slot = brain.knowledge().facts[match.fact].slots[match.slot];
      for (const Value& value : slot.values) {
        const bool fits = value.entity != kNone &&
                          std::any_of(asked.types.begin(), asked.types.end(),
                                      [&](TypeId type) { return brain.knowledge().IsA(value.entity, type); });
        if (!fits) continue;
        NestedReference reference{{units.begin(), units.begin() + static_cast<long>(i)}, value.entity, match.fact};
        reference.units.push_back(NameUnit(brain, value.entity, units[i]));
        return reference;
      }
    }
  }
  return std::nullopt;
}

}  // namespace docent
