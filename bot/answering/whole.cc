#include "bot/answering/whole.h"

#include <algorithm>

#include "bot/reading/marks.h"

namespace docent {
namespace {

constexpr float kByPart = 0.9F;
constexpr float kByPartOfType = 0.7F;  // the whole itself may be meant: "the three floors of the mill"

constexpr size_t kMostParts = 32;

EntityId EntityOf(const Unit& unit) {
  for (const UnitTerm& term : unit.terms) {
    if (SortOf(term.key) == TermSort::kEntity) return static_cast<EntityId>(term.key & 0xFFFFFFFF);
  }
  return kNone;
}

bool HoldsEntity(const Fact& fact, EntityId entity) {
  return std::any_of(fact.slots.begin(), fact.slots.end(), [&](const Slot& slot) {
    const bool is_said = slot.role == Role::kValue || slot.role == Role::kSubject || slot.role == Role::kWhere;
    return is_said && std::any_of(slot.values.begin(), slot.values.end(),
                                  [&](const Value& value) { return value.entity == entity; });
  });
}

// Whether a fact that is about either of them holds the other.
bool AreRelated(const Knowledge& knowledge, const FrameIndex& index, EntityId part, EntityId whole) {
  const auto facts = index.FactsOf(part);
  return std::any_of(facts.begin(), facts.end(), [&](FactId id) {
    const Fact& fact = knowledge.facts[id];
    return (fact.subject == part && HoldsEntity(fact, whole)) || (fact.subject == whole && HoldsEntity(fact, part));
  });
}

// Whether nothing but a preposition and articles stands between them: not "what does Ada think of the mill".
bool IsOf(const MarkedQuestion& marked, const RuleSet& rules, const Unit& part, const Unit& whole) {
  constexpr size_t kMostBetween = 3;
  const WordSpan between = {part.span.end, whole.span.begin};
  if (between.begin >= between.end || between.end - between.begin > kMostBetween) return false;
  const bool is_grammar = std::all_of(marked.mentions.begin(), marked.mentions.end(), [&](const Mention& mention) {
    return !between.Holds(mention.span) || IsGrammar(mention);
  });
  return is_grammar && HoldsMark(marked, between, "says of what", rules) &&
         !HoldsMark(marked, between, "joins things", rules);
}

// The things that a fact about the whole and of one of the unit's types names: the floors of "which floor of the mill".
std::vector<EntityId> PartsOfType(const Knowledge& knowledge, const FrameIndex& index, const Unit& unit,
                                  EntityId whole) {
  std::vector<EntityId> parts;
  const auto add = [&](EntityId entity) {
    const bool is_new = entity != whole && entity != kNone && parts.size() < kMostParts &&
                        std::find(parts.begin(), parts.end(), entity) == parts.end();
    const bool is_of_type = is_new && std::any_of(unit.terms.begin(), unit.terms.end(), [&](const UnitTerm& term) {
                              return SortOf(term.key) == TermSort::kType &&
                                     knowledge.IsA(entity, static_cast<TypeId>(term.key & 0xFFFFFFFF));
                            });
    if (is_of_type && AreRelated(knowledge, index, entity, whole)) parts.push_back(entity);
  };
  for (const FactId id : index.FactsOf(whole)) {
    for (const Slot& slot : knowledge.facts[id].slots) {
      for (const Value& value : slot.values) add(value.entity);
    }
  }
  return parts;
}

}  // namespace

void LetPartsStandForWholes(const MarkedQuestion& marked, const Knowledge& knowledge, const RuleSet& rules,
                            const FrameIndex& index, std::vector<Unit>& units) {
  for (size_t i = 1; i < units.size(); ++i) {
    Unit& first = units[i - 1];
    Unit& second = units[i];
    if (!second.is_name) continue;
    const bool is_of = IsOf(marked, rules, first, second);
    if (is_of && !first.is_name && EntityOf(second) != kNone) {
      for (const EntityId part : PartsOfType(knowledge, index, first, EntityOf(second)))
        second.terms.push_back({KeyOf(TermSort::kEntity, part), kByPartOfType});
    }
    if (!first.is_name || (!is_of && !IsOwnerOf(marked, first.span, second.span, rules))) continue;
    const Unit& part = is_of ? first : second;
    Unit& whole = is_of ? second : first;
    const EntityId inner = EntityOf(part);
    const EntityId outer = EntityOf(whole);
    // "Aurora's Arden works": a firm has no town for its part.
    const bool is_place_of = !is_of && inner != kNone && knowledge.KindOf(inner) == Kind::kPlace && outer != kNone &&
                             knowledge.KindOf(outer) != Kind::kPlace;
    if (is_place_of) continue;
    if (inner == kNone || outer == kNone || inner == outer || !AreRelated(knowledge, index, inner, outer)) continue;
    whole.terms.push_back({KeyOf(TermSort::kEntity, inner), kByPart});
    whole.is_whole = true;
  }
}

}  // namespace docent
