#include "bot/answering/counted_whole.h"

#include <algorithm>

#include "bot/answering/match.h"
#include "bot/reading/marks.h"

namespace docent {
namespace {

constexpr size_t kMostBetween = 1;  // "the six new ships"

bool IsPlainCount(const Unit& unit) {
  return !unit.from_context && unit.quantity && unit.quantity->kind == QuantityKind::kNumber &&
         unit.quantity->bound == Bound::kExactly && unit.quantity->unit.empty();
}

bool CountsAllOf(const Brain& brain, const Unit& count, const Unit& noun) {
  return std::any_of(noun.terms.begin(), noun.terms.end(), [&](const UnitTerm& term) {
    if (SortOf(term.key) != TermSort::kType) return false;
    const auto type = static_cast<TypeId>(term.key & 0xFFFFFFFF);
    return static_cast<double>(brain.rows().Members(type).size()) == count.quantity->number;
  });
}

}  // namespace

void MarkCountsOfAll(const Brain& brain, const MarkedQuestion& marked, std::vector<Unit>& units) {
  const auto counts_all = [&](const Unit& count) {
    const size_t begin = count.span.begin;
    if (!IsPlainCount(count) || begin == 0) return false;
    if (!BeginsMark(marked, begin - 1, "begins a whole", brain.vocabulary(), brain.rules())) return false;
    // "The mill, the inn, the bank: which of the three".
    const auto named = std::count_if(units.begin(), units.end(), [&](const Unit& unit) {
      return unit.is_name && !unit.from_context && !IsOfAll(unit) && unit.span.end <= begin;
    });
    if (named > 1 && static_cast<double>(named) == count.quantity->number) return true;
    return std::any_of(units.begin(), units.end(), [&](const Unit& noun) {
      const bool is_behind =
          !noun.from_context && noun.span.begin >= count.span.end && noun.span.begin <= count.span.end + kMostBetween;
      return is_behind && CountsAllOf(brain, count, noun);
    });
  };
  // "How many seats do the four trains have in total": of so many, and not of each.
  if (HoldsMark(marked, {0, marked.words.size()}, "total", brain.rules())) return;
  for (Unit& unit : units) {
    if (!counts_all(unit)) continue;
    unit.counts_all = true;
    unit.is_constraint = false;
    unit.is_loose = true;
  }
}

}  // namespace docent
