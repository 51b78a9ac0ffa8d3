#include "bot/answering/nested.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "bot/answering/match.h"
#include "bot/answering/standing.h"
#include "bot/reading/marks.h"

namespace docent {
namespace {

constexpr size_t kMostMatches = 6;
constexpr size_t kMostTried = 20;
constexpr size_t kMostOfName = 24;  // facts about a name in which to look for what is called by it
constexpr double kLeastCoverage = 0.75;
constexpr double kLeastFit = 0.95;
constexpr double kTelling = 0.2;  // a name of less weight is everybody's

std::vector<TypeId> TypesOf(const Unit& unit) {
  std::vector<TypeId> types;
  for (const UnitTerm& term : unit.terms) {
    if (SortOf(term.key) == TermSort::kType) types.push_back(static_cast<TypeId>(term.key & 0xFFFFFFFF));
  }
  return types;
}

// "Which architect": the noun is what is asked for, and describes nothing.
bool IsAskedFor(const MarkedQuestion& marked, const Unit& noun, const RuleSet& rules) {
  const size_t at = noun.span.begin;
  return at > 0 && HoldsMark(marked, {at - 1, at}, "question word", rules);
}

// What may stand for a thing by what is said of it.
struct Description {
  size_t begin = 0;   // the noun: "the ship", "the captain"; or the name before it: "Aurora's captain"
  size_t end = 0;     // behind what says which: "that rescued them", "of the Aurora"
  size_t clause = 0;  // where it begins, if it stands further behind: "where is the ship moored that sank"; else 0
  Asked asked;        // what the noun makes of it
  bool noun_tells = false;  // "captain" is itself a part of what is said, "ship" only says of what type it is
};

// Whether what follows the noun says which of its kind is meant.
bool IsSaidWhich(const Brain& brain, const MarkedQuestion& marked, const Unit& noun) {
  size_t next = noun.span.end;
  const auto is_within = [&] { return next < marked.words.size() && !marked.words[next].after_break; };
  if (is_within() && HoldsMark(marked, {next, next + 1}, "joins nouns", brain.rules())) ++next;  // "in which"
  return is_within() && BeginsMark(marked, next, "says which one", brain.vocabulary(), brain.rules());
}

// "Founded", by which an author lets a founder be asked for: a verb, which describes nobody.
bool IsVerb(const Brain& brain, const Unit& unit) {
  bool is_verb = false;
  if (unit.span.size() > 1) return false;  // "managing director"
  for (const UnitTerm& term : unit.terms) {
    if (SortOf(term.key) != TermSort::kClass) continue;
    const Speech speech = brain.language().classes[static_cast<uint32_t>(term.key & 0xFFFFFFFF)].speech;
    if (speech != Speech::kVerb) return false;
    is_verb = true;
  }
  return is_verb;
}

// Whether values of the attribute are people: its author says so, or some are known to be.
bool IsOfPeople(const Brain& brain, AttributeId id) {
  const Kind kind = brain.knowledge().attributes[id].kind;
  const TypeSet& values = brain.schema().Of(id).values;
  if (kind != Kind::kOpen || values.empty()) return kind == Kind::kPerson;
  return std::any_of(values.begin(), values.end(),
                     [&](TypeId type) { return type != kNone && brain.knowledge().types[type].kind == Kind::kPerson; });
}

// What the noun makes of a description; nothing if it is none of a thing or a person.
std::optional<Description> DescriptionBy(const Brain& brain, const MarkedQuestion& marked, const Unit& noun) {
  if (noun.is_name || noun.from_context || noun.is_head || noun.quantity) return std::nullopt;
  Description description;
  description.asked.types = TypesOf(noun);
  if (!description.asked.types.empty()) {
    for (const UnitTerm& term : noun.terms) description.asked.head.push_back(term.key);
    return description;
  }
  const bool of_person = std::any_of(noun.terms.begin(), noun.terms.end(), [&](const UnitTerm& term) {
    const auto id = static_cast<uint32_t>(term.key & 0xFFFFFFFF);
    if (SortOf(term.key) == TermSort::kClass) return brain.language().classes[id].kind == Kind::kPerson;
    return SortOf(term.key) == TermSort::kAttribute && IsOfPeople(brain, id) && !IsVerb(brain, noun);
  });
  // "The room where it is shown", "the firm that built it".
  if (!of_person && (noun.kind == Kind::kPlace || noun.kind == Kind::kBody) && IsSaidWhich(brain, marked, noun)) {
    description.asked.kind = noun.kind;
    return description;
  }
  if (!of_person && noun.kind != Kind::kPerson) return std::nullopt;
  description.asked.kind = Kind::kPerson;
  description.noun_tells = of_person || !noun.is_absent || noun.is_constraint;  // "the man" may be anybody
  return description;
}

bool IsNamed(const std::vector<Unit>& units, EntityId entity) {
  const TermKey key = KeyOf(TermSort::kEntity, entity);
  return std::any_of(units.begin(), units.end(), [&](const Unit& unit) {
    return unit.is_name && std::any_of(unit.terms.begin(), unit.terms.end(),
                                       [&](const UnitTerm& term) { return term.key == key && term.quality >= 0.9F; });
  });
}

// Those of the fact's entities in the slot that the match fits that the description may mean.
std::vector<EntityId> EntitiesIn(const Knowledge& knowledge, const FrameMatch& match, const Asked& asked) {
  std::vector<EntityId> entities;
  for (const Value& value : knowledge.facts[match.fact].slots[match.slot].values) {
    const bool fits = value.entity != kNone &&
                      (asked.types.empty() || std::any_of(asked.types.begin(), asked.types.end(), [&](TypeId type) {
                         return knowledge.IsA(value.entity, type);
                       }));
    if (fits) entities.push_back(value.entity);
  }
  return entities;
}

NestedReference InPlace(const Brain& brain, const std::vector<Unit>& units, const Description& description,
                        EntityId entity, FactId fact) {
  const auto at = [&](size_t i) { return units.begin() + static_cast<long>(i); };
  NestedReference reference{{units.begin(), at(description.begin)}, entity, fact, 0};
  reference.units.push_back(NameUnit(brain, entity, units[description.begin].span));
  if (description.clause != 0)
    reference.units.insert(reference.units.end(), at(description.begin + 1), at(description.clause));
  reference.units.insert(reference.units.end(), at(description.end), units.end());
  return reference;
}

// Whether some fact may account for enough of the units. A word that no fact holds is missed by each of them, and where
// nothing may be left over or little be missed, none need be weighed.
bool MayBeCovered(const std::vector<Unit>& units, const FrameIndex& index) {
  const auto is_held = [&](TermKey key) { return index.FactsWith(key) > 0; };
  double all = 0;
  double held = 0;
  for (const Unit& unit : units) {
    if (unit.from_context || unit.is_excluded) continue;
    all += unit.weight;
    const bool may_be =
        unit.quantity || unit.is_head || IsOfAll(unit) || std::any_of(unit.parts.begin(), unit.parts.end(), is_held) ||
        std::any_of(unit.terms.begin(), unit.terms.end(), [&](const UnitTerm& term) { return is_held(term.key); });
    if (!may_be && unit.is_constraint) return false;
    if (may_be) held += unit.weight;
  }
  constexpr double kRounding = 1e-6;
  return all == 0 || held >= all * (kLeastCoverage - kRounding);
}

// The one entity that the best fact for the description holds in the slot that it asks for.
std::optional<NestedReference> Resolve(const Brain& brain, StoreConnection& store, const std::vector<Unit>& units,
                                       const Description& description) {
  const auto at = [&](size_t i) { return units.begin() + static_cast<long>(i); };
  std::vector<Unit> said(at(description.begin + (description.noun_tells ? 0 : 1)), at(description.end));
  if (description.clause != 0)
    said.erase(said.begin() + (description.noun_tells ? 1 : 0),
               said.end() - static_cast<long>(description.end - description.clause));
  if (std::all_of(said.begin(), said.end(), [](const Unit& unit) { return unit.is_loose; })) return std::nullopt;
  if (!MayBeCovered(said, brain.frames())) return std::nullopt;
  Asked asked = description.asked;
  for (const Unit& unit : said) {
    for (const UnitTerm& term : unit.terms) asked.words.push_back(term.key);
  }
  for (const FrameMatch& match : MatchFrames(said, asked, brain.knowledge(), brain.frames(), store, kMostMatches)) {
    if (!match.left.empty() || match.coverage < kLeastCoverage || match.fit < kLeastFit) continue;
    // "The harbour of Marsh Point" is not the harbour from which one sails there.
    if (brain.knowledge().facts[match.fact].slots[match.slot].role == Role::kFrom) continue;
    std::vector<EntityId> entities = EntitiesIn(brain.knowledge(), match, description.asked);
    // "The institute that signed with the observatory" is the other one.
    std::erase_if(entities, [&](EntityId entity) { return IsNamed(units, entity); });
    if (entities.size() != 1) continue;
    NestedReference reference = InPlace(brain, units, description, entities.front(), match.fact);
    reference.missed = match.missed + match.missed_loosely;
    return reference;
  }
  return std::nullopt;
}

// "Aurora's captain", "the Aurora crew": the one that most facts about the name before the noun hold. `description` is
// by the noun at `noun`.
std::optional<NestedReference> ResolveOwned(const Brain& brain, StoreConnection& store, const MarkedQuestion& marked,
                                            const std::vector<Unit>& units, size_t noun, Description description) {
  if (noun == 0 || !units[noun - 1].is_name || units[noun - 1].from_context) return std::nullopt;
  if (units[noun - 1].weight < kTelling || !IsOwnerOf(marked, units[noun - 1].span, units[noun].span, brain.rules()))
    return std::nullopt;
  description.begin = noun - 1;
  description.end = noun + 1;
  struct Found {
    size_t facts = 0;
    FactId first = kNone;
  };
  std::map<EntityId, Found> found;
  const std::vector<Unit> said = {units[noun - 1]};
  for (const FrameMatch& match :
       MatchFrames(said, description.asked, brain.knowledge(), brain.frames(), store, kMostOfName)) {
    if (!match.left.empty() || match.fit < kLeastFit) continue;
    // What stands beside the name in one list is not its: "the Aurora building" is no other building.
    const uint32_t slots =
        (uint32_t{1} << std::min<size_t>(brain.knowledge().facts[match.fact].slots.size(), kMaxSlots)) - 1;
    if ((match.places.front() & slots & ~(uint32_t{1} << match.slot)) == 0) continue;
    const std::vector<EntityId> entities = EntitiesIn(brain.knowledge(), match, description.asked);
    if (entities.size() != 1 || IsNamed(units, entities.front())) continue;
    Found& entry = found[entities.front()];
    if (++entry.facts == 1) entry.first = match.fact;
  }
  if (found.empty()) return std::nullopt;
  const auto most = std::max_element(found.begin(), found.end(), [](const auto& one, const auto& other) {
    return one.second.facts < other.second.facts;
  });
  const bool is_open = std::any_of(found.begin(), found.end(), [&](const auto& other) {
    return other.first != most->first && other.second.facts == most->second.facts;
  });
  if (is_open) return std::nullopt;
  return InPlace(brain, units, description, most->first, most->second.first);
}

// Whether the fact speaks of another thing of the same types: "the club that she came from" may be either.
bool HoldsAnotherAlike(const Knowledge& knowledge, FactId fact, EntityId named) {
  const std::vector<TypeId>& types = knowledge.entities[named].types;
  const std::vector<Slot>& slots = knowledge.facts[fact].slots;
  return !types.empty() && std::any_of(slots.begin(), slots.end(), [&](const Slot& slot) {
    return std::any_of(slot.values.begin(), slot.values.end(), [&](const Value& value) {
      return value.entity != kNone && value.entity != named && knowledge.entities[value.entity].types == types;
    });
  });
}

// "The harbour that the company runs", of one that "the harbour" names already: what a fact says of it tells it from
// others, and asks nothing.
std::vector<NestedReference> ResolveSaidOfName(const Brain& brain, StoreConnection& store, const MarkedQuestion& marked,
                                               const std::vector<Unit>& units, size_t begin, size_t& tried) {
  const Unit& name = units[begin];
  const bool names_one =
      name.is_name && !name.from_context && !name.terms.empty() && SortOf(name.terms.front().key) == TermSort::kEntity;
  if (!names_one || !IsSaidWhich(brain, marked, name)) return {};
  const auto entity = static_cast<EntityId>(name.terms.front().key & 0xFFFFFFFF);
  std::vector<NestedReference> references;
  Description description;
  description.begin = begin;
  for (description.end = units.size(); description.end > begin + 1; --description.end) {
    const std::vector<Unit> said(units.begin() + static_cast<long>(begin),
                                 units.begin() + static_cast<long>(description.end));
    if (++tried > kMostTried) break;
    if (!MayBeCovered(said, brain.frames())) continue;
    for (const FrameMatch& match :
         MatchFrames(said, description.asked, brain.knowledge(), brain.frames(), store, kMostMatches)) {
      if (!match.left.empty() || match.coverage < kLeastCoverage || match.covers.front() < kLeastCoverage) continue;
      if (HoldsAnotherAlike(brain.knowledge(), match.fact, entity)) continue;
      references.push_back(InPlace(brain, units, description, entity, match.fact));
      references.back().missed = match.missed + match.missed_loosely;
      break;
    }
  }
  return references;
}

// "The captain", where the facts know of one; "the first captain": the noun tells alone who is meant, with the words
// right before it that say which. Those must be borne out too: the deputy captain is another. `noun` is where it
// stands.
std::optional<NestedReference> ResolveSole(const Brain& brain, StoreConnection& store, const MarkedQuestion& marked,
                                           const std::vector<Unit>& units, size_t noun, Description description) {
  constexpr size_t kMostBefore = 2;
  if (!description.noun_tells) return std::nullopt;
  description.begin = noun;
  description.end = noun + 1;
  const auto says_which = [&](const Unit& unit) {
    return !unit.is_name && !unit.from_context && !unit.quantity &&
           unit.span.end == units[description.begin].span.begin;
  };
  while (description.begin > 0 && noun - description.begin < kMostBefore && says_which(units[description.begin - 1]))
    --description.begin;
  const size_t first = units[description.begin].span.begin;
  if (first == 0 || !HoldsMark(marked, {first - 1, first}, "means one", brain.rules())) return std::nullopt;
  const std::vector<Unit> said(units.begin() + static_cast<long>(description.begin),
                               units.begin() + static_cast<long>(description.end));
  std::optional<NestedReference> sole;
  double best = 0;  // coverage: what says in passing that somebody was captain tells nothing of who is
  for (const FrameMatch& match :
       MatchFrames(said, description.asked, brain.knowledge(), brain.frames(), store, kMostOfName)) {
    if (!match.left.empty() || match.coverage < kLeastCoverage || match.fit < kLeastFit) continue;
    constexpr double kNearlyAsWell = 0.9;
    best = std::max(best, match.coverage);
    if (match.coverage < best * kNearlyAsWell) continue;
    for (const EntityId entity : EntitiesIn(brain.knowledge(), match, description.asked)) {
      if (IsNamed(units, entity)) return std::nullopt;
      if (sole && sole->entity != entity) {
        // Who was it until some time is not meant where somebody is it.
        const std::vector<Fact>& facts = brain.knowledge().facts;
        const bool is_over = IsOver(brain, facts[match.fact]);
        if (is_over == IsOver(brain, facts[sole->fact])) return std::nullopt;
        if (is_over) continue;
        sole.reset();
      }
      if (!sole) sole = InPlace(brain, units, description, entity, match.fact);
    }
  }
  return sole;
}

// "Did the chairman back the plan": the verb right behind the noun is what is claimed, and tells nothing of who is
// meant.
bool TakesTheVerb(const Brain& brain, const MarkedQuestion& marked, const std::vector<Unit>& units,
                  const Description& description) {
  const size_t next = description.begin + 1;
  return next < description.end && units[next].is_loose &&
         units[next].span.begin == units[description.begin].span.end &&
         HoldsMark(marked, {0, 1}, "leads to a verb", brain.rules());
}

// "Did she call the stage a pool": another noun begins right behind it, which is said of it.
bool MeetsAnotherNoun(const Brain& brain, const MarkedQuestion& marked, const Unit& noun) {
  const size_t next = noun.span.end;
  return next < marked.words.size() && HoldsMark(marked, {next, next + 1}, "begins another noun", brain.rules());
}

// "Where is the firm based that built it": the unit with which a relative clause begins that does not stand right
// behind the noun, but at the end; nothing if there is none.
std::optional<size_t> ClauseBehind(const Brain& brain, const MarkedQuestion& marked, const std::vector<Unit>& units,
                                   size_t noun) {
  for (size_t i = noun + 1; i < units.size(); ++i) {
    // What was spoken of before stands in another text.
    if (units[i].from_context || units[i - 1].from_context || units[i].span.end > marked.words.size())
      return std::nullopt;
    for (size_t word = units[i - 1].span.end; word < units[i].span.begin; ++word) {
      if (marked.words[word].after_break) return std::nullopt;  // "...; at which event"
      if (i > noun + 1 && BeginsMark(marked, word, "says which one", brain.vocabulary(), brain.rules())) return i;
    }
  }
  return std::nullopt;
}

// Whether something is left to be asked of the thing.
bool LeavesAQuestion(const NestedReference& reference) {
  return std::any_of(reference.units.begin(), reference.units.end(),
                     [](const Unit& unit) { return !unit.is_name && !unit.from_context && !unit.is_loose; });
}

}  // namespace

Unit NameUnit(const Brain& brain, EntityId entity, WordSpan span) {
  Unit unit;
  unit.span = span;
  unit.text = brain.knowledge().entities[entity].name;
  unit.terms.push_back({KeyOf(TermSort::kEntity, entity), 1});
  unit.weight = brain.frames().Weight(brain.frames().FactsWith(unit.terms.front().key));
  unit.is_name = true;
  unit.is_constraint = true;
  return unit;
}

std::vector<NestedReference> ResolveDescriptions(const Brain& brain, StoreConnection& store,
                                                 const MarkedQuestion& marked, const std::vector<Unit>& units,
                                                 bool is_claim) {
  size_t tried = 0;
  std::vector<NestedReference> all;
  for (size_t begin = units.size(); begin-- > 0 && tried < kMostTried;) {
    std::vector<NestedReference> of_name = ResolveSaidOfName(brain, store, marked, units, begin, tried);
    std::stable_partition(of_name.begin(), of_name.end(), LeavesAQuestion);
    std::move(of_name.begin(), of_name.end(), std::back_inserter(all));
    std::optional<Description> description = DescriptionBy(brain, marked, units[begin]);
    if (!description || IsAskedFor(marked, units[begin], brain.rules())) continue;
    description->begin = begin;
    std::vector<NestedReference> references;
    const std::optional<size_t> clause = is_claim ? std::nullopt : ClauseBehind(brain, marked, units, begin);
    if (clause && ++tried <= kMostTried) {
      Description discontinuous = *description;
      discontinuous.clause = *clause;
      discontinuous.end = units.size();
      if (std::optional<NestedReference> reference = Resolve(brain, store, units, discontinuous))
        references.push_back(*std::move(reference));
    }
    // The whole of what follows, then less and less of it: the rest is what is asked of the thing.
    for (description->end = units.size(); description->end > begin + 1; --description->end) {
      if (TakesTheVerb(brain, marked, units, *description) || MeetsAnotherNoun(brain, marked, units[begin])) continue;
      if (++tried > kMostTried) break;
      if (std::optional<NestedReference> reference = Resolve(brain, store, units, *description))
        references.push_back(*std::move(reference));
    }
    if (std::optional<NestedReference> reference = ResolveOwned(brain, store, marked, units, begin, *description))
      references.push_back(*std::move(reference));
    if (references.empty()) {
      if (std::optional<NestedReference> reference = ResolveSole(brain, store, marked, units, begin, *description))
        references.push_back(*std::move(reference));
    }
    std::stable_partition(references.begin(), references.end(), LeavesAQuestion);
    std::move(references.begin(), references.end(), std::back_inserter(all));
  }
  return all;
}

}  // namespace docent
