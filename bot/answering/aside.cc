#include "bot/answering/aside.h"

#include "bot/answering/rank.h"
#include "bot/answering/slot_fit.h"
#include "bot/answering/standing.h"

namespace docent {
namespace {

bool AsksWhereAThingIs(const Asked& asked, const FrameMatch& match) {
  return match.by_name && asked.kind == Kind::kPlace;
}

// "How much now" is not answered by a plan, unless that says from where it starts.
bool TellsOfLater(const Fact& fact, const Asked& asked) {
  const bool is_of_time = asked.kind == Kind::kDate || asked.kind == Kind::kSpan;
  const bool is_open = asked.kind == Kind::kOpen || asked.kind == Kind::kText;
  return asked.now && !asked.ahead && !is_of_time && !is_open && IsToCome(fact) && fact.Find(Role::kFrom) == nullptr;
}

// "How did they vote" is not answered by when they will.
bool IsYetToHappen(const Fact& fact, const Asked& asked) {
  return fact.is_event && IsToCome(fact) && asked.over && !asked.ahead && !asked.quotes;
}

// "How many talents": that four institutes are named is no number of talents, however near in meaning the words are.
bool CountsSomethingElse(const Brain& brain, const std::vector<Unit>& units, const Asked& asked,
                         const FrameMatch& match) {
  constexpr float kSure = 0.8F;
  const std::vector<Slot>& slots = brain.knowledge().facts[match.fact].slots;
  if (asked.kind != Kind::kCount || match.slot >= slots.size() || slots[match.slot].role != Role::kAmount) return false;
  for (size_t i = 0; i < units.size(); ++i) {
    const bool is_thing = !units[i].is_name && !units[i].is_loose && !units[i].quantity && !units[i].from_context;
    if (is_thing && SortOf(match.terms[i]) == TermSort::kClass && match.covers[i] < kSure) return true;
  }
  return false;
}

// "Who is the president" is not answered by who is vice-president.
bool HoldsAnotherPost(const Brain& brain, const std::vector<Unit>& units, const Asked& asked, const FrameMatch& match) {
  if (!asked.by_post) return false;
  const MarkedUnits marked = MarkUnits(brain, units);
  const RankReader ranks(brain, units, marked, brain.knowledge().facts[match.fact]);
  for (size_t i = 0; i < units.size(); ++i) {
    const bool is_post = units[i].is_deed || (units[i].kind == Kind::kPerson && units[i].is_constraint);
    if (is_post && !units[i].from_context && ranks.RankOf(i) != Rank::kSame) return true;
  }
  return false;
}

// "When was the hall completed" is not answered by when something else happened to it: the fact must speak of the deed.
bool IsOfAnotherDeed(const Fact& fact, const std::vector<Unit>& units, const Asked& asked, const FrameMatch& match) {
  constexpr float kCovered = 0.5F;
  constexpr double kLight = 0.1;
  const bool is_told = match.slot < fact.slots.size() &&
                       (fact.slots[match.slot].role == Role::kWhen || fact.slots[match.slot].role == Role::kValue);
  if (asked.kind != Kind::kDate || !is_told) return false;
  bool asks_of_deed = false;
  for (size_t i = 0; i < units.size(); ++i) {
    if (units[i].from_context || IsPronoun(units[i])) return false;  // what was spoken of says it
    if (units[i].is_name || units[i].quantity || units[i].weight < kLight) continue;
    if (match.covers[i] >= kCovered && match.places[i] != 0) return false;
    asks_of_deed = true;
  }
  return asks_of_deed;
}

// "When did it have only 14 workers": the fact says when they were more, not when they were so few.
bool IsOfWhatItGrewFrom(const Fact& fact, const std::vector<Unit>& units, const Asked& asked, const FrameMatch& match) {
  bool is_before = false;
  for (size_t i = 0; asked.kind == Kind::kDate && i < units.size(); ++i) {
    if (!units[i].quantity) continue;
    if (StandsOnlyIn(fact, Role::kValue, match, i)) return false;  // "when did it grow from 14 to 500"
    is_before = is_before || StandsOnlyIn(fact, Role::kFrom, match, i);
  }
  return is_before;
}

// "Where did he go to school" is not answered by what he says of another thing, wherever that is. "Where do the teams
// want to go, as he says" is.
bool IsOnlySaidByHim(const Brain& brain, const Fact& fact, const std::vector<Unit>& units, const Asked& asked,
                     const FrameMatch& match) {
  if (asked.kind != Kind::kPlace || asked.quotes) return false;
  bool is_said_by_him = false;
  for (size_t i = 0; i < units.size(); ++i) {
    if (!units[i].is_name && !units[i].is_loose && !IsPronoun(units[i])) return false;
    if (!units[i].is_name || SortOf(match.terms[i]) != TermSort::kEntity) continue;
    const auto entity = static_cast<EntityId>(match.terms[i] & 0xFFFFFFFF);
    if (brain.knowledge().KindOf(entity) != Kind::kPerson) return false;
    is_said_by_him = is_said_by_him || StandsOnlyIn(fact, Role::kBy, match, i);
  }
  return is_said_by_him;
}

// "How many of the 350 came from abroad": of how many the 350 are is no answer.
bool TellsOnlyOfHowMany(const Fact& fact, const std::vector<Unit>& units, const Asked& asked, const FrameMatch& match) {
  const bool is_whole = match.slot < fact.slots.size() && fact.slots[match.slot].role == Role::kAmong;
  if (asked.kind != Kind::kCount || !is_whole) return false;
  for (size_t i = 0; i < units.size(); ++i) {
    if (units[i].quantity && StandsOnlyIn(fact, Role::kValue, match, i)) return true;
  }
  return false;
}

}  // namespace

bool CameAfter(const Fact& fact, const std::vector<Unit>& units, const Asked& asked, const FrameMatch& match) {
  const bool is_told = match.slot < fact.slots.size() && fact.slots[match.slot].role == Role::kValue;
  if (!asked.ever || asked.kind == Kind::kPlace || !is_told) return false;
  for (size_t i = 0; i < units.size(); ++i) {
    if (units[i].is_name && StandsOnlyIn(fact, Role::kFrom, match, i)) return true;
  }
  return false;
}

bool HappenedThere(const Fact& fact, const Asked& asked, const FrameMatch& match) {
  return AsksWhereAThingIs(asked, match) && fact.is_event;
}

bool IsAside(const Brain& brain, const std::vector<Unit>& units, const Asked& asked, const FrameMatch& match) {
  const Fact& fact = brain.knowledge().facts[match.fact];
  if (match.is_of_another || IsYetToHappen(fact, asked) || TellsOfLater(fact, asked) ||
      HappenedThere(fact, asked, match))
    return true;
  if (TellsOnlyOfHowMany(fact, units, asked, match)) return true;
  if (IsOfAnotherDeed(fact, units, asked, match) || IsOfWhatItGrewFrom(fact, units, asked, match)) return true;
  if (CameAfter(fact, units, asked, match) || IsOnlySaidByHim(brain, fact, units, asked, match)) return true;
  if (CountsSomethingElse(brain, units, asked, match) || HoldsAnotherPost(brain, units, asked, match)) return true;
  // What is said of everything that was asked about is meant, whoever says it.
  constexpr double kNothing = 0.02;
  const bool asks_when = asked.kind == Kind::kDate || asked.kind == Kind::kSpan;
  if (asks_when && match.missed + match.missed_loosely < kNothing) return false;
  return (IsFigure(asked.kind) || AsksWhereAThingIs(asked, match)) &&
         IsNamedInPassing(brain.knowledge(), units, match, asked.kind);
}

}  // namespace docent
