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

bool IsOnlyAPart(const Fact& fact) {
  const Slot* part = fact.Find(Role::kValue);
  const Slot* whole = fact.Find(Role::kAmong);
  if (part == nullptr || whole == nullptr) return false;
  const auto& some = part->values.front().quantity;
  const auto& all = whole->values.front().quantity;
  return some && all && some->kind == QuantityKind::kNumber && all->kind == QuantityKind::kNumber &&
         some->number < all->number;
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
