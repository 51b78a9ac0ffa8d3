#include "bot/answering/every.h"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include "bot/answering/match.h"
#include "bot/answering/superlative.h"

namespace docent {
namespace {

constexpr size_t kLeastThings = 3;
constexpr size_t kMostTypes = 3;

bool MayTellSeveral(const Asked& asked) {
  const bool is_of_things = asked.kind == Kind::kOpen || asked.kind == Kind::kPerson || asked.kind == Kind::kBody ||
                            asked.kind == Kind::kName || asked.kind == Kind::kText || asked.kind == Kind::kList;
  return asked.act == Act::kLookUp && is_of_things && !asked.negated && !asked.was && !asked.ever && !asked.role;
}

// The attribute that the unit names in the plural; kNone if it names none, or several.
AttributeId AttributeNamedBy(const Unit& unit, const MarkedQuestion& marked) {
  constexpr float kByName = 0.9F;
  // "Sells" is no plural of its attribute.
  if (unit.from_context || unit.is_loose || unit.span.begin == unit.span.end ||
      !IsPlural(marked.words[unit.span.end - 1]))
    return kNone;
  AttributeId named = kNone;
  for (const UnitTerm& term : unit.terms) {
    if (SortOf(term.key) != TermSort::kAttribute || term.quality < kByName) continue;
    if (named != kNone) return kNone;
    named = static_cast<AttributeId>(term.key & 0xFFFFFFFF);
  }
  return named;
}

// Nothing that would say whose, but for the topic itself and the type of all that have it.
bool SaysNothing(const Unit& unit, const TypeSet& subjects) {
  if (unit.from_context) return false;  // it says whose
  if (IsOfAll(unit)) return true;
  return !unit.is_name && !unit.quantity &&
         std::any_of(unit.terms.begin(), unit.terms.end(), [&](const UnitTerm& term) {
           return SortOf(term.key) == TermSort::kType &&
                  std::find(subjects.begin(), subjects.end(), static_cast<TypeId>(term.key & 0xFFFFFFFF)) !=
                      subjects.end();
         });
}

QueryPtr AllOf(const TypeSet& types) {
  QueryPtr all;
  for (const TypeId type : types) {
    const auto members = std::make_shared<const Query>(Query{MembersQuery{type}, Query::Sort::kEntities, {type}});
    all = all == nullptr
              ? members
              : std::make_shared<const Query>(
                    Query{CombinedQuery{CombinedQuery::Operation::kOr, all, members}, Query::Sort::kEntities, types});
  }
  return all;
}

}  // namespace

QueryPtr ReadEvery(const Brain& brain, const Inquiry& inquiry) {
  if (!MayTellSeveral(inquiry.form.asked) || FindSuperlative(inquiry.marked, brain.rules())) return nullptr;
  AttributeId attribute = kNone;
  for (const Unit& unit : inquiry.units) {
    if (attribute == kNone) attribute = AttributeNamedBy(unit, inquiry.marked);
  }
  if (attribute == kNone || brain.knowledge().attributes[attribute].kind == Kind::kCount) return nullptr;
  const TypeSet& subjects = brain.schema().Of(attribute).subjects;
  const bool is_bare = std::all_of(inquiry.units.begin(), inquiry.units.end(), [&](const Unit& unit) {
    return AttributeNamedBy(unit, inquiry.marked) == attribute || SaysNothing(unit, subjects);
  });
  const bool are_typed = std::find(subjects.begin(), subjects.end(), kNone) == subjects.end();
  if (!is_bare || !are_typed || subjects.empty() || subjects.size() > kMostTypes) return nullptr;
  std::set<EntityId> things;
  for (const RowId row : brain.rows().Of(attribute)) {
    things.insert(brain.rows().At(row).subject);
    if (things.size() >= kLeastThings) break;
  }
  if (things.size() < kLeastThings) return nullptr;
  return std::make_shared<const Query>(
      Query{ValueQuery{{attribute}, AllOf(subjects), {}}, Query::Sort::kValues, brain.schema().Of(attribute).values});
}

}  // namespace docent
