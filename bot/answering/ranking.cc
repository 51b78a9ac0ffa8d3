#include "bot/answering/ranking.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "bot/answering/measure.h"
#include "bot/answering/superlative.h"

namespace docent {
namespace {

// "The deepest water": what no fact speaks of says no more than "deepest" does.
bool SaysNoMore(const std::vector<Unit>& units) {
  return std::all_of(units.begin(), units.end(),
                     [](const Unit& unit) { return !unit.is_constraint && unit.is_absent; });
}

// Whether things of the type have figures of the attribute. "The most" may be declared for the attribute of other
// things.
bool Measures(const Brain& brain, AttributeId attribute, TypeId type) {
  const AttributeShape& shape = brain.schema().Of(attribute);
  return shape.has_numbers && TypesMeet(brain.knowledge(), shape.subjects, {type});
}

// "The most expensive for students": what is ranked by its price is not ranked by how many students there are.
bool IsPricedBeside(const Brain& brain, AttributeId attribute, AttributeId other) {
  if (other == kNone) return false;
  const std::vector<Attribute>& attributes = brain.knowledge().attributes;
  return attributes[attribute].kind == Kind::kMoney && attributes[other].kind == Kind::kCount;
}

QueryPtr Extreme(TypeId type, AttributeId attribute, Direction direction, const std::optional<Quantity>& when) {
  const auto set = std::make_shared<const Query>(Query{MembersQuery{type}, Query::Sort::kEntities, {type}});
  return std::make_shared<const Query>(
      Query{ExtremeQuery{set, attribute, direction, 1, when ? QuantityAsQuery(*when) : nullptr},
            Query::Sort::kEntities,
            {type}});
}

// "Who delivered the most buses", of no type: of the things that have the attribute which says how many buses.
QueryPtr ReadCounted(const Brain& brain, StoreConnection& store, const Inquiry& inquiry, const Superlative& most) {
  if (!most.is_general) return nullptr;
  const auto is_counted = [&](const Unit& unit) { return unit.span.begin == most.span.end; };
  const auto is_name = [](const Unit& unit) { return unit.is_name || unit.is_world_name || unit.quantity; };
  std::vector<Unit> units = inquiry.units;
  std::erase_if(units, [&](const Unit& unit) { return most.span.Holds(unit.span); });
  if (std::none_of(units.begin(), units.end(), is_counted)) return nullptr;
  if (std::any_of(units.begin(), units.end(), is_name)) return nullptr;
  const AttributeId attribute = MeasuredBy(brain, store, units, kNone);
  if (attribute == kNone) return nullptr;
  const TypeSet& subjects = brain.schema().Of(attribute).subjects;
  return subjects.size() == 1 ? Extreme(subjects.front(), attribute, most.direction, std::nullopt) : nullptr;
}

// Of the things of a type that is named.
QueryPtr ReadTyped(const Brain& brain, StoreConnection& store, const Inquiry& inquiry, const Superlative& superlative) {
  const TypeId type = TypeRanked(brain, inquiry, superlative.span);
  if (type == kNone) return nullptr;
  const std::optional<Measured> measured = UnitsOfMeasure(inquiry.units, superlative.span, type);
  if (!measured) return nullptr;
  const std::vector<Unit>& units = measured->units;
  AttributeId attribute = superlative.attribute;
  if (attribute == kNone || !Measures(brain, attribute, type)) {
    if (units.empty()) return nullptr;
    attribute = MeasuredBy(brain, store, units, type);
  } else if (!SaysNoMore(units)) {
    const AttributeId measured_by = MeasuredBy(brain, store, units, type);
    if (measured_by != attribute && !IsPricedBeside(brain, attribute, measured_by)) return nullptr;
  }
  return attribute == kNone ? nullptr : Extreme(type, attribute, superlative.direction, measured->when);
}

}  // namespace

QueryPtr ReadRanking(const Brain& brain, StoreConnection& store, const Inquiry& inquiry) {
  const Asked& asked = inquiry.form.asked;
  if (asked.act != Act::kLookUp || asked.types.size() > 1 || asked.negated) return nullptr;
  const std::optional<Superlative> superlative = FindSuperlative(inquiry.marked, brain.rules());
  if (!superlative) return nullptr;
  if (QueryPtr typed = ReadTyped(brain, store, inquiry, *superlative)) return typed;
  return asked.types.empty() ? ReadCounted(brain, store, inquiry, *superlative) : nullptr;
}

}  // namespace docent
