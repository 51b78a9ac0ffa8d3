#include "bot/answering/standing.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "bot/reading/marks.h"

namespace docent {

bool IsToCome(const Fact& fact) {
  return fact.status == FactStatus::kPlanned || fact.status == FactStatus::kExpected ||
         fact.status == FactStatus::kPossible;
}

bool IsOnlyPlanned(const Fact& fact, const Asked& asked) {
  const bool is_open = (asked.was && !asked.past && !asked.perfect) || (asked.now && !asked.perfect);
  return is_open && !asked.ahead && IsToCome(fact);
}

namespace {

bool SaysOfWhat(const Brain& brain, const Fact& fact, const Quantity& share) {
  const MarkedQuestion sentence = MarkText(brain.vocabulary(), fact.Says("en"));
  const std::vector<Quantity> figures = FindQuantities(sentence.text, sentence.words);
  return std::any_of(figures.begin(), figures.end(), [&](const Quantity& figure) {
    const size_t end = figure.span.end;
    return figure.kind == QuantityKind::kShare && figure.number == share.number && end < sentence.words.size() &&
           BeginsMark(sentence, end, "parts a whole", brain.vocabulary(), brain.rules());
  });
}

}  // namespace

PartOfWhole PartIn(const Brain& brain, const Fact& fact) {
  const Slot* part = fact.Find(Role::kValue);
  const Slot* whole = fact.Find(Role::kAmong);
  if (part == nullptr || !part->values.front().quantity) return {};
  const Quantity& some = *part->values.front().quantity;
  const auto all = whole != nullptr ? whole->values.front().quantity : std::optional<Quantity>();
  const bool are_numbers = some.kind == QuantityKind::kNumber && all && all->kind == QuantityKind::kNumber;
  if (some.kind != QuantityKind::kShare && (!are_numbers || all->number <= 0)) return {};
  if (whole == nullptr && !SaysOfWhat(brain, fact, some)) return {};
  const double share = some.kind == QuantityKind::kShare ? some.number : some.number / all->number;
  const bool is_least = some.bound == Bound::kMoreThan || some.bound == Bound::kAtLeast;
  const bool is_most = some.bound == Bound::kLessThan || some.bound == Bound::kAtMost;
  constexpr double kHalf = 0.5;
  PartOfWhole told;
  if (share > kHalf || (share == kHalf && some.bound == Bound::kMoreThan)) {
    if (!is_most) told.is_most = true;
  } else if (!is_least) {
    told.is_most = false;
  }
  if (!is_least) told.is_all = share >= 1 && some.bound != Bound::kLessThan;
  return told;
}

bool IsOver(const Brain& brain, const Fact& fact) {
  const Slot* when = fact.Find(Role::kWhen);
  if (when == nullptr) return false;
  const MarkedQuestion told = MarkText(brain.vocabulary(), when->values.front().text.str());
  // "2001 to 2016": with its end.
  constexpr size_t kBeginAndEnd = 2;
  const auto is_year = [](const Mention& mention) {
    return mention.quantity && mention.quantity->kind == QuantityKind::kDate && mention.quantity->date.year != 0;
  };
  if (!fact.is_event && !when->values.front().quantity &&
      std::count_if(told.mentions.begin(), told.mentions.end(), is_year) == kBeginAndEnd)
    return true;
  return !told.words.empty() && BeginsMark(told, 0, "ends a time", brain.vocabulary(), brain.rules());
}

bool IsSucceeded(const Brain& brain, FactId fact, FactId other) {
  const Fact& before = brain.knowledge().facts[fact];
  const Fact& after = brain.knowledge().facts[other];
  return before.attribute != kNone && before.attribute == after.attribute && before.subject == after.subject &&
         IsOver(brain, before) && !IsOver(brain, after);
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
