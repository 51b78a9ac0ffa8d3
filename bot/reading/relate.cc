#include "bot/reading/relate.h"

#include <algorithm>
#include <map>
#include <utility>

namespace docent {
namespace {

// What of a type decides first: the one that the files declare first.
TypeId FirstType(const Entity& entity) {
  return entity.types.empty() ? kNone : *std::min_element(entity.types.begin(), entity.types.end());
}

bool Reaches(const Link& link, const TypeSet& set, const TypeSet& other, const Knowledge& knowledge,
             const Schema& schema) {
  const AttributeShape& shape = schema.Of(link.attribute);
  const bool forward = link.way == Link::Way::kForward;
  return TypesMeet(knowledge, set, forward ? shape.subjects : shape.values) &&
         TypesMeet(knowledge, other, forward ? shape.values : shape.subjects);
}

}  // namespace

std::vector<QueryPtr> ReadingsOf(const QueryPtr& query, const Knowledge& knowledge) {
  const auto* named = std::get_if<NamedQuery>(&query->node);
  if (named == nullptr || named->entities.size() < 2) return {query};
  std::map<TypeId, std::vector<EntityId>> by_type;
  for (const EntityId entity : named->entities) by_type[FirstType(knowledge.entities[entity])].push_back(entity);
  if (by_type.size() == 1) return {query};
  std::vector<QueryPtr> readings;
  for (auto& [type, entities] : by_type) {
    TypeSet types;
    for (const EntityId entity : entities) {
      types.insert(types.end(), knowledge.entities[entity].types.begin(), knowledge.entities[entity].types.end());
      if (knowledge.entities[entity].types.empty()) types.push_back(kNone);
    }
    std::sort(types.begin(), types.end());
    types.erase(std::unique(types.begin(), types.end()), types.end());
    readings.push_back(std::make_shared<const Query>(
        Query{NamedQuery{std::move(entities)}, Query::Sort::kEntities, std::move(types)}));
  }
  return readings;
}

std::vector<Link> LinksBetween(const TypeSet& set, const Item* relation, const TypeSet& other,
                               const Knowledge& knowledge, const Schema& schema) {
  std::vector<Link> links;
  const auto add = [&](AttributeId attribute, Link::Way way) {
    const Link link{attribute, way};
    if (Reaches(link, set, other, knowledge, schema)) links.push_back(link);
  };
  if (relation != nullptr) {
    // The way that the word says first; the other way only where types leave no other choice.
    for (const AttributeId attribute : relation->attributes) add(attribute, Link::Way::kForward);
    for (const AttributeId attribute : relation->reverse) add(attribute, Link::Way::kBackward);
    if (!links.empty()) return links;
    for (const AttributeId attribute : relation->attributes) add(attribute, Link::Way::kBackward);
    for (const AttributeId attribute : relation->reverse) add(attribute, Link::Way::kForward);
    return links;
  }
  const bool alike = TypesMeet(knowledge, set, other);
  for (const bool places : {true, false}) {
    if (alike && !places) break;
    for (AttributeId attribute = 0; attribute < schema.attribute_count(); ++attribute) {
      if ((knowledge.attributes[attribute].kind == Kind::kPlace) != places) continue;
      add(attribute, Link::Way::kForward);
      if (!alike) add(attribute, Link::Way::kBackward);
    }
    if (!links.empty()) break;
  }
  return links;
}

std::vector<Link> PlacesBetween(const TypeSet& set, const TypeSet& other, const Knowledge& knowledge,
                                const Schema& schema) {
  std::vector<Link> links;
  for (AttributeId attribute = 0; attribute < schema.attribute_count(); ++attribute) {
    const Link link{attribute, Link::Way::kForward};
    if (knowledge.attributes[attribute].kind == Kind::kPlace && Reaches(link, set, other, knowledge, schema))
      links.push_back(link);
  }
  return links;
}

std::vector<AttributeId> AttributesOf(const std::vector<AttributeId>& attributes, const TypeSet& types,
                                      const Knowledge& knowledge, const Schema& schema) {
  std::vector<AttributeId> fitting;
  std::copy_if(attributes.begin(), attributes.end(), std::back_inserter(fitting),
               [&](AttributeId attribute) { return TypesMeet(knowledge, schema.Of(attribute).subjects, types); });
  return fitting;
}

bool MayBe(AttributeId attribute, Kind kind, const Knowledge& knowledge, const Schema& schema) {
  const AttributeShape& shape = schema.Of(attribute);
  const Kind declared = knowledge.attributes[attribute].kind;
  const auto points_to = [&](Kind wanted) {
    return std::any_of(shape.values.begin(), shape.values.end(), [&](TypeId type) {
      return type == kNone || knowledge.types[type].kind == Kind::kOpen || knowledge.types[type].kind == wanted;
    });
  };
  switch (kind) {
    case Kind::kPerson:
    case Kind::kBody:
      if (declared != Kind::kOpen)
        return declared == Kind::kPerson || declared == Kind::kBody || declared == Kind::kName;
      return points_to(Kind::kPerson) || points_to(Kind::kBody);
    case Kind::kPlace:
      return declared == Kind::kPlace || (declared == Kind::kOpen && points_to(Kind::kPlace));
    case Kind::kDate:
    case Kind::kSpan:
      return declared == kind || (declared == Kind::kOpen && shape.has_numbers);
    case Kind::kMoney:
    case Kind::kCount:
    case Kind::kNumber:
    case Kind::kShare:
      if (declared == Kind::kDate || declared == Kind::kSpan || !shape.has_numbers) return false;
      return kind != Kind::kMoney || declared == Kind::kMoney || declared == Kind::kOpen;
    default:
      return true;
  }
}

std::vector<AttributeId> MeasuresOf(const TypeSet& types, const Knowledge& knowledge, const RuleSet& rules) {
  std::vector<AttributeId> attributes;
  for (const Measure& measure : rules.measures()) {
    if (!TypesMeet(knowledge, measure.of, types)) continue;
    if (std::find(attributes.begin(), attributes.end(), measure.attribute) == attributes.end())
      attributes.push_back(measure.attribute);
  }
  return attributes;
}

}  // namespace docent
