#include "bot/answering/filtering.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "bot/answering/measure.h"
#include "bot/answering/slot_fit.h"
#include "bot/text/scales.h"

namespace docent {
namespace {

std::optional<Comparison> ComparisonOf(Bound bound, bool is_negated) {
  switch (bound) {
    case Bound::kMoreThan:
      return is_negated ? Comparison::kUpTo : Comparison::kAbove;
    case Bound::kAtLeast:
      return is_negated ? Comparison::kBelow : Comparison::kFrom;
    case Bound::kLessThan:
      return is_negated ? Comparison::kFrom : Comparison::kBelow;
    case Bound::kAtMost:
      return is_negated ? Comparison::kAbove : Comparison::kUpTo;
    case Bound::kExactly:
    case Bound::kNearly:
    case Bound::kAbout:
      return std::nullopt;
  }
  return std::nullopt;
}

// The only figure of the question, if it is a bound, beside a date at which it is passed.
const Unit* FindBound(const std::vector<Unit>& units) {
  const Unit* found = nullptr;
  const Unit* date = nullptr;
  for (const Unit& unit : units) {
    if (!unit.quantity || unit.counts_all) continue;
    const bool is_date = unit.quantity->kind == QuantityKind::kDate && unit.quantity->bound == Bound::kExactly;
    const Unit*& place = is_date ? date : found;
    if (place != nullptr) return nullptr;
    place = &unit;
  }
  return found;
}

// A figure that the attribute has of a thing of the type; null if it has none.
const Quantity* FigureOf(const Brain& brain, AttributeId attribute, TypeId type) {
  for (const RowId id : brain.rows().BySize(attribute)) {
    const Row row = brain.rows().At(id);
    if (brain.knowledge().IsA(row.subject, type)) return &*row.value->quantity;
  }
  return nullptr;
}

// The bound in the unit that the figures of the attribute have; nothing if they are of another kind or unit.
std::optional<Quantity> InUnitOf(const Brain& brain, AttributeId attribute, TypeId type, Quantity bound) {
  const Quantity* held = FigureOf(brain, attribute, type);
  if (held == nullptr || held->kind != bound.kind) return std::nullopt;
  if (held->unit == bound.unit || bound.unit.empty()) return bound;
  const std::optional<Scale> own = ScaleOf(held->unit);
  if (!own || !AreOfOneScale(*held, bound)) return std::nullopt;
  bound.number = InBase(bound) / own->factor;
  bound.unit = held->unit;
  return bound;
}

// "Take longer than an hour": the words may say no more than the unit does; then the only attribute in it is meant.
AttributeId OnlyOneInUnit(const Brain& brain, TypeId type, const Quantity& bound) {
  AttributeId only = kNone;
  if (bound.unit.empty()) return kNone;
  for (AttributeId attribute = 0; attribute < brain.knowledge().attributes.size(); ++attribute) {
    if (!brain.schema().Of(attribute).has_numbers || !InUnitOf(brain, attribute, type, bound)) continue;
    if (only != kNone) return kNone;
    only = attribute;
  }
  return only;
}

// "How many of the mills": the type is asked for by the noun that the question begins with.
TypeId TypeFiltered(const Inquiry& inquiry) {
  const Asked& asked = inquiry.form.asked;
  if (asked.types.size() == 1) return asked.types.front();
  if (!asked.types.empty() || asked.kind != Kind::kCount) return kNone;
  for (const Unit& unit : inquiry.units) {
    if (unit.from_context || unit.is_name) return kNone;
    if (unit.counts_all) continue;
    for (const UnitTerm& term : unit.terms) {
      if (SortOf(term.key) == TermSort::kType) return static_cast<TypeId>(term.key & 0xFFFFFFFF);
    }
    return kNone;
  }
  return kNone;
}

}  // namespace

QueryPtr ReadFilter(const Brain& brain, StoreConnection& store, const Inquiry& inquiry) {
  const Asked& asked = inquiry.form.asked;
  const bool is_counted = asked.kind == Kind::kCount;
  if (asked.act != Act::kLookUp || (IsFigure(asked.kind) && !is_counted)) return nullptr;
  const TypeId type = TypeFiltered(inquiry);
  if (type == kNone) return nullptr;
  const Unit* unit = FindBound(inquiry.units);
  if (unit == nullptr || !unit->quantity) return nullptr;
  const Quantity said = *unit->quantity;
  const std::optional<Comparison> comparison = ComparisonOf(said.bound, asked.negated);
  if (!comparison) return nullptr;
  const std::optional<Measured> measured = UnitsOfMeasure(inquiry.units, unit->span, type);
  if (!measured) return nullptr;
  const std::vector<Unit>& units = measured->units;
  AttributeId attribute = MeasuredBy(brain, store, units, type);
  const bool says_no_more = std::all_of(units.begin(), units.end(), [](const Unit& other) { return other.is_loose; });
  if (attribute == kNone && says_no_more) attribute = OnlyOneInUnit(brain, type, said);
  if (attribute == kNone) return nullptr;
  const std::optional<Quantity> bound = InUnitOf(brain, attribute, type, said);
  if (!bound) return nullptr;
  const auto query = [](QueryNode node, Query::Sort sort, TypeSet types) {
    return std::make_shared<const Query>(Query{std::move(node), sort, std::move(types)});
  };
  const QueryPtr set = query(MembersQuery{type}, Query::Sort::kEntities, {type});
  const QueryPtr figure = QuantityAsQuery(*bound);
  const QueryPtr when = measured->when ? QuantityAsQuery(*measured->when) : nullptr;
  QueryPtr filter = query(FilterQuery{set, attribute, *comparison, figure, when}, Query::Sort::kEntities, {type});
  if (!is_counted) return filter;
  return query(FigureQuery{FigureQuery::Operation::kCount, {filter}}, Query::Sort::kFigure, {});
}

}  // namespace docent
