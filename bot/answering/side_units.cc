#include "bot/answering/side_units.h"

#include <algorithm>
#include <utility>

namespace docent {

std::vector<Unit> UnitsOfSide(const std::vector<Unit>& units, const std::vector<WordSpan>& sides, size_t side,
                              const std::vector<WordSpan>& shared) {
  std::vector<Unit> own;
  for (Unit unit : units) {
    const bool is_shared =
        std::any_of(shared.begin(), shared.end(), [&](WordSpan span) { return span.Holds(unit.span); });
    const bool inside = (sides[side].Holds(unit.span) || is_shared) && !unit.from_context;
    // What follows the last item of an enumeration ("a, b and c of the house") belongs to all of them.
    const bool elsewhere = std::any_of(sides.begin(), sides.end() - (sides.size() > 2 ? 1 : 0),
                                       [&](const WordSpan& span) { return span.Overlaps(unit.span); });
    if (!inside && elsewhere) continue;
    if (!inside) {
      unit.from_context = true;
      unit.is_constraint = false;
    }
    unit.is_head = false;
    own.push_back(std::move(unit));
  }
  return own;
}

void WeighCounted(std::vector<Unit>& side) {
  constexpr double kCountedWeight = 0.6;
  for (Unit& unit : side) {
    const bool is_noun = !unit.from_context && !unit.is_loose && !unit.is_name && !unit.quantity;
    if (is_noun) unit.weight = std::max(unit.weight, kCountedWeight);
  }
}

std::vector<Unit> Completed(std::vector<Unit> side, const std::vector<Unit>& other) {
  const auto says = [](const Unit& unit) { return !unit.from_context && !unit.quantity && !unit.is_name; };
  const auto is_thing = [&](const Unit& unit) { return says(unit) && !unit.is_loose; };
  if (std::any_of(side.begin(), side.end(), is_thing)) return side;
  // "Did more people come in 2023 than in 2022": where neither names a thing, what is done says what is counted.
  const bool has_thing = std::any_of(other.begin(), other.end(), is_thing);
  if (!has_thing && std::any_of(side.begin(), side.end(), says)) return side;
  for (Unit unit : other) {
    if (has_thing ? is_thing(unit) : says(unit)) side.push_back(std::move(unit));
  }
  return side;
}

}  // namespace docent
