#include "bot/answering/time_order.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "bot/answering/measure.h"
#include "bot/reading/marks.h"

namespace docent {
namespace {

constexpr size_t kLeastDated = 2;

bool AsksWhich(const Asked& asked) {
  const bool is_of_things = asked.kind == Kind::kOpen || asked.kind == Kind::kPerson || asked.kind == Kind::kBody ||
                            asked.kind == Kind::kPlace || asked.kind == Kind::kName;
  return asked.act == Act::kLookUp && is_of_things && !asked.negated && !asked.ahead && asked.types.size() < 2;
}

// How many things of the type have a date of the attribute, up to kLeastDated. Attributes of other things, and of other
// figures, are not gone through: there may be many.
size_t CountDated(const Brain& brain, AttributeId attribute, TypeId type) {
  std::set<EntityId> dated;
  const std::span<const RowId> rows = brain.rows().BySize(attribute);
  const bool are_of_type = TypesMeet(brain.knowledge(), brain.schema().Of(attribute).subjects, {type});
  if (rows.empty() || !are_of_type || brain.rows().At(rows.front()).value->quantity->kind != QuantityKind::kDate)
    return 0;
  for (const RowId id : rows) {
    const Row row = brain.rows().At(id);
    if (row.value->quantity->kind != QuantityKind::kDate || !brain.knowledge().IsA(row.subject, type)) continue;
    dated.insert(row.subject);
    if (dated.size() >= kLeastDated) break;
  }
  return dated.size();
}

// "Launch", "founded": by its name or one of its further words.
bool IsOfBeginning(const Brain& brain, const Attribute& attribute) {
  const auto tells = [&](const std::string& text) {
    const MarkedQuestion marked = MarkText(brain.vocabulary(), text);
    for (size_t i = 0; i < marked.words.size(); ++i) {
      if (BeginsMark(marked, i, "begins a thing", brain.vocabulary(), brain.rules())) return true;
    }
    return false;
  };
  return tells(attribute.name) || std::any_of(attribute.also.begin(), attribute.also.end(),
                                              [&](const Phrase& phrase) { return tells(phrase.text); });
}

// "The newest ship": the only date that ships have, or the only one that is of a beginning.
AttributeId DateOfBeginning(const Brain& brain, TypeId type) {
  std::vector<AttributeId> dates;
  for (AttributeId attribute = 0; attribute < brain.knowledge().attributes.size(); ++attribute) {
    const bool is_dated = brain.schema().Of(attribute).has_numbers && CountDated(brain, attribute, type) >= kLeastDated;
    if (is_dated) dates.push_back(attribute);
  }
  if (dates.size() > 1) {
    std::erase_if(
        dates, [&](AttributeId attribute) { return !IsOfBeginning(brain, brain.knowledge().attributes[attribute]); });
  }
  return dates.size() == 1 ? dates.front() : kNone;
}

}  // namespace

std::optional<PlaceInTime> FindPlaceInTime(const Brain& brain, const MarkedQuestion& marked) {
  std::optional<PlaceInTime> found;
  for (const Mention& mention : marked.mentions) {
    const bool is_first = IsMarked(mention, "stands first", brain.rules());
    if (!is_first && !IsMarked(mention, "stands last", brain.rules())) continue;
    if (found) return std::nullopt;
    found = {mention.span, is_first ? Direction::kLow : Direction::kHigh};
  }
  return found;
}

QueryPtr ReadTimeOrder(const Brain& brain, StoreConnection& store, const Inquiry& inquiry) {
  if (!AsksWhich(inquiry.form.asked)) return nullptr;
  const std::optional<PlaceInTime> place = FindPlaceInTime(brain, inquiry.marked);
  if (!place) return nullptr;
  const TypeId type = TypeRanked(brain, inquiry, place->span);
  if (type == kNone) return nullptr;
  const std::optional<Measured> measured = UnitsOfMeasure(inquiry.units, place->span, type);
  if (!measured || measured->when) return nullptr;
  const AttributeId attribute =
      measured->units.empty() ? DateOfBeginning(brain, type) : MeasuredBy(brain, store, measured->units, type);
  if (attribute == kNone || CountDated(brain, attribute, type) < kLeastDated) return nullptr;
  const auto set = std::make_shared<const Query>(Query{MembersQuery{type}, Query::Sort::kEntities, {type}});
  ExtremeQuery extreme{set, attribute, place->direction, 1};
  extreme.has_happened = true;
  return std::make_shared<const Query>(Query{extreme, Query::Sort::kEntities, {type}});
}

}  // namespace docent
