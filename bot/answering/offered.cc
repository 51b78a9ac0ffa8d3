#include "bot/answering/offered.h"

#include <algorithm>

#include "bot/reading/marks.h"

namespace docent {
namespace {

const Entity* EntityOf(const Brain& brain, const Unit& unit) {
  if (unit.terms.empty() || SortOf(unit.terms.front().key) != TermSort::kEntity) return nullptr;
  return &brain.knowledge().entities[static_cast<EntityId>(unit.terms.front().key & 0xFFFFFFFF)];
}

// Whether the two may be offered side by side: two things of one type.
bool AreAlike(const Brain& brain, const Unit& one, const Unit& other) {
  if (!one.is_name || !other.is_name || one.from_context || other.from_context) return false;
  const Entity* first = EntityOf(brain, one);
  const Entity* second = EntityOf(brain, other);
  if (first == nullptr || second == nullptr || first == second || first->types.empty()) return false;
  return first->types == second->types;
}

// Whether few words stand between the two, and one that offers a choice.
bool OffersChoice(const Brain& brain, const MarkedQuestion& marked, const Unit& one, const Unit& other) {
  constexpr size_t kMostBetween = 4;  // "or in the"
  const WordSpan between = {one.span.end, other.span.begin};
  return between.begin <= between.end && between.size() <= kMostBetween &&
         HoldsMark(marked, between, "offers a choice", brain.rules());
}

void Join(Unit& first, const Unit& other) {
  if (first.offered.empty()) first.offered.push_back(first);
  first.offered.push_back(other);
  first.terms.insert(first.terms.end(), other.terms.begin(), other.terms.end());
  first.parts.insert(first.parts.end(), other.parts.begin(), other.parts.end());
  first.weight = std::min(first.weight, other.weight);
  first.is_constraint = first.is_constraint && other.is_constraint;
  first.is_absent = first.is_absent && other.is_absent;
  first.is_unknown = first.is_unknown && other.is_unknown;
}

}  // namespace

void JoinOffered(const Brain& brain, const MarkedQuestion& marked, std::vector<Unit>& units) {
  for (size_t last = 1; last < units.size(); ++last) {
    if (!AreAlike(brain, units[last - 1], units[last])) continue;
    if (!OffersChoice(brain, marked, units[last - 1], units[last])) continue;
    size_t first = last - 1;
    while (first > 0 && AreAlike(brain, units[first - 1], units[last]) &&
           units[first - 1].span.end == units[first].span.begin)  // "the bank, the mill or the inn"
      --first;
    for (size_t i = first + 1; i <= last; ++i) Join(units[first], units[i]);
    units.erase(units.begin() + static_cast<long>(first) + 1, units.begin() + static_cast<long>(last) + 1);
    last = first;
  }
}

bool OffersAny(const std::vector<Unit>& units) {
  return std::any_of(units.begin(), units.end(), [](const Unit& unit) { return !unit.offered.empty(); });
}

std::vector<Unit> WithEachOffered(const std::vector<Unit>& units) {
  std::vector<Unit> each;
  for (const Unit& unit : units) {
    if (unit.offered.empty()) each.push_back(unit);
    each.insert(each.end(), unit.offered.begin(), unit.offered.end());
  }
  return each;
}

bool HoldsAllOffered(const FrameIndex& index, FactId fact, const std::vector<Unit>& units) {
  return std::all_of(units.begin(), units.end(), [&](const Unit& unit) {
    return unit.offered.empty() || std::all_of(unit.terms.begin(), unit.terms.end(), [&](const UnitTerm& term) {
             return SortOf(term.key) != TermSort::kEntity || term.quality < 1 || index.Find(fact, term.key).has_value();
           });
  });
}

}  // namespace docent
