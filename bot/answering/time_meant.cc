#include "bot/answering/time_meant.h"

#include <algorithm>
#include <span>

#include "bot/answering/figure.h"
#include "bot/answering/interval.h"
#include "bot/answering/match.h"
#include "bot/answering/standing.h"

namespace docent {
namespace {

// Whether the facts say the same of their thing but for the time: not the boys of one year and the girls of the next.
bool SayAlike(const Fact& one, const Fact& other) {
  const auto is_told_by = [](const Fact& fact, const Slot& slot) {
    return std::any_of(fact.slots.begin(), fact.slots.end(), [&](const Slot& own) {
      return own.role == slot.role && own.values.front().text == slot.values.front().text;
    });
  };
  const auto is_of_fact = [](const Slot& slot) { return slot.role == Role::kValue || slot.role == Role::kWhen; };
  return std::all_of(one.slots.begin(), one.slots.end(),
                     [&](const Slot& slot) { return is_of_fact(slot) || is_told_by(other, slot); });
}

}  // namespace

bool TimeMeant::Includes(const Row& row) const {
  if (when_ == nullptr) return !IsSuperseded(row);
  const Quantity* when = QuantityOf(knowledge_.facts[row.fact], Role::kWhen);
  return when != nullptr && Agrees(*when_, *when);
}

bool TimeMeant::IsSuperseded(const Row& row) const {
  const Fact& fact = knowledge_.facts[row.fact];
  if (fact.is_event || row.subject == kNone) return false;
  const Quantity* when = QuantityOf(fact, Role::kWhen);
  const bool is_to_come = IsToCome(fact);
  if (when == nullptr && !is_to_come) return false;  // most facts: no other need be looked at
  const std::span<const RowId> own = rows_.OfSubject(row.subject, fact.attribute);
  return std::any_of(own.begin(), own.end(), [&](RowId id) {
    const FactId other_id = rows_.At(id).fact;
    const Fact& other = knowledge_.facts[other_id];
    if (other_id == row.fact || IsToCome(other) || !SayAlike(fact, other)) return false;
    const Quantity* later = QuantityOf(other, Role::kWhen);
    return is_to_come || (when != nullptr && later != nullptr && Order(*when, *later) < 0);
  });
}

}  // namespace docent
