#include "bot/knowledge/schema.h"

#include <algorithm>

namespace docent {
namespace {

void Insert(TypeId type, TypeSet& types) {
  const auto place = std::lower_bound(types.begin(), types.end(), type);
  if (place == types.end() || *place != type) types.insert(place, type);
}

void InsertTypesOf(const Entity& entity, TypeSet& types) {
  for (const TypeId type : entity.types) Insert(type, types);
  if (entity.types.empty()) Insert(kNone, types);
}

}  // namespace

Schema::Schema(const Knowledge& knowledge) : shapes_(knowledge.attributes.size()) {
  std::vector<bool> used(shapes_.size());
  for (const Fact& fact : knowledge.facts) {
    for (const Slot& slot : fact.slots) {
      if (slot.role != Role::kValue && slot.role != Role::kAttribute) continue;
      const AttributeId attribute = slot.role == Role::kValue ? fact.attribute : slot.attribute;
      if (attribute == kNone || fact.subject == kNone) continue;
      AttributeShape& shape = shapes_[attribute];
      used[attribute] = true;
      InsertTypesOf(knowledge.entities[fact.subject], shape.subjects);
      for (const Value& value : slot.values) {
        if (value.entity != kNone) InsertTypesOf(knowledge.entities[value.entity], shape.values);
        shape.has_numbers = shape.has_numbers || value.quantity.has_value();
        shape.has_texts = shape.has_texts || (value.entity == kNone && !value.quantity);
      }
      shape.complete = shape.complete && fact.only;
    }
  }
  for (size_t attribute = 0; attribute < shapes_.size(); ++attribute) {
    if (!used[attribute]) shapes_[attribute].complete = false;
  }
}

bool TypesMeet(const Knowledge& knowledge, const TypeSet& some, const TypeSet& others) {
  for (const TypeId one : some) {
    for (const TypeId other : others) {
      if (one == kNone || other == kNone || knowledge.IsBelow(one, other) || knowledge.IsBelow(other, one)) return true;
    }
  }
  return false;
}

}  // namespace docent
