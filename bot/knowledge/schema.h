// bot/knowledge/schema.h
// What the facts themselves say of attributes: of what types of thing they are said, and what their values are. A
// reading is possible only if it fits; that decides between the meanings of an ambiguous word.
//
// Immutable once built; safe to share between threads.

#pragma once

#include <tuple>
#include <vector>

#include "bot/knowledge/fact.h"
#include "bot/knowledge/packing.h"

namespace docent {

// Sorted. kNone stands for entities without a type, which fit anything.
using TypeSet = std::vector<TypeId>;

struct AttributeShape {
  TypeSet subjects;  // of the entities that have it
  TypeSet values;    // of the entities that it points to; empty if it points to none
  bool has_numbers = false;
  bool has_texts = false;
  bool complete = true;  // all its facts say that their values are all there are
};
auto MembersOf(Of<AttributeShape> auto& shape) {
  return std::tie(shape.subjects, shape.values, shape.has_numbers, shape.has_texts, shape.complete);
}

class Schema {
 public:
  Schema() = default;
  explicit Schema(const Knowledge& knowledge);

  const AttributeShape& Of(AttributeId attribute) const { return shapes_[attribute]; }
  size_t attribute_count() const { return shapes_.size(); }

  friend auto MembersOf(docent::Of<Schema> auto& schema) { return std::tie(schema.shapes_); }

 private:
  std::vector<AttributeShape> shapes_;
};

// Whether a thing of one of `some` may be one of `others`: the same type, or one above the other.
bool TypesMeet(const Knowledge& knowledge, const TypeSet& some, const TypeSet& others);

}  // namespace docent
