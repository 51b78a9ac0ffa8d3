#include "bot/answering/standing.h"

#include <algorithm>

namespace docent {

bool IsToCome(const Fact& fact) {
  return fact.status == FactStatus::kPlanned || fact.status == FactStatus::kExpected ||
         fact.status == FactStatus::kPossible;
}

bool IsOnlyPlanned(const Fact& fact, const Asked& asked) {
  const bool is_open = (asked.was && !asked.past && !asked.perfect) || (asked.now && !asked.perfect);
  return is_open && !asked.ahead && IsToCome(fact);
}

std::optional<double> PartOf(const Fact& fact) {
  const Slot* part = fact.Find(Role::kValue);
  if (part == nullptr || !part->values.front().quantity) return std::nullopt;
  const Quantity& some = *part->values.front().quantity;
  if (some.kind == QuantityKind::kShare) return some.number;
  const Slot* whole = fact.Find(Role::kAmong);
  if (whole == nullptr || !whole->values.front().quantity) return std::nullopt;
  const Quantity& all = *whole->values.front().quantity;
  const bool are_numbers = some.kind == QuantityKind::kNumber && all.kind == QuantityKind::kNumber && all.number > 0;
  return are_numbers ? std::optional(some.number / all.number) : std::nullopt;
}

bool NamesOthers(const Fact& fact) {
  return std::any_of(fact.slots.begin(), fact.slots.end(), [](const Slot& slot) {
    return slot.role == Role::kIncluding || slot.role == Role::kExamples || slot.values.size() > 1;
  });
}

bool Holds(const Fact& fact, const Asked& asked, bool negated, bool denied) {
  bool holds = !denied;
  const bool to_come = IsToCome(fact);
  const bool not_yet = to_come || fact.status == FactStatus::kOngoing;
  // "Has it opened" is not so where it is to open; "was it to open" is.
  if ((asked.perfect && not_yet) || (asked.past && !asked.ahead && to_come)) holds = false;
  if (asked.only && !fact.only) holds = false;
  return negated ? !holds : holds;
}

}  // namespace docent
