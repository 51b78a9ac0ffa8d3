#include "bot/knowledge/row_index.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "bot/text/scales.h"

namespace docent {
namespace {

// Types are declared by people, and may be declared in a circle.
constexpr int kDeepestType = 32;

}  // namespace

double OrderOf(const Quantity& quantity) {
  if (quantity.kind == QuantityKind::kSpan || quantity.kind == QuantityKind::kNumber) return InBase(quantity);
  if (quantity.kind != QuantityKind::kDate) return quantity.number;
  return quantity.date.year * 10000.0 + quantity.date.month * 100.0 + quantity.date.day;
}

RowIndex::RowIndex(const Knowledge& knowledge) : knowledge_(&knowledge) {
  constexpr size_t kMost = std::numeric_limits<uint16_t>::max();
  std::vector<NumberLists::Entry> by_attribute;
  std::vector<NumberLists::Entry> by_size;
  std::vector<NumberLists::Entry> by_subject;
  std::vector<NumberLists::Entry> by_value;
  for (FactId fact = 0; fact < knowledge.facts.size(); ++fact) {
    const Fact& record = knowledge.facts[fact];
    if (record.subject == kNone) continue;
    for (size_t slot = 0; slot < record.slots.size() && slot <= kMost; ++slot) {
      const Slot& held = record.slots[slot];
      if (held.role != Role::kValue && held.role != Role::kAttribute) continue;
      const AttributeId attribute = held.role == Role::kValue ? record.attribute : held.attribute;
      if (attribute == kNone) continue;
      for (size_t value = 0; value < held.values.size() && value <= kMost; ++value) {
        const auto row = static_cast<RowId>(rows_.size());
        rows_.push_back({fact, attribute, static_cast<uint16_t>(slot), static_cast<uint16_t>(value)});
        by_attribute.push_back({attribute, row});
        by_subject.push_back({record.subject, row});
        if (held.values[value].quantity) by_size.push_back({attribute, row});
        if (held.values[value].entity != kNone) by_value.push_back({held.values[value].entity, row});
      }
    }
  }
  by_attribute_ = NumberLists(knowledge.attributes.size(), by_attribute);
  by_size_ = NumberLists(knowledge.attributes.size(), by_size);
  by_subject_ = NumberLists(knowledge.entities.size(), by_subject);
  by_value_ = NumberLists(knowledge.entities.size(), by_value);
  const auto by_attribute_then_row = [this](RowId one, RowId other) {
    return std::tie(rows_[one].attribute, one) < std::tie(rows_[other].attribute, other);
  };
  for (EntityId entity = 0; entity < knowledge.entities.size(); ++entity) {
    for (const std::span<RowId> rows : {by_subject_.Of(entity), by_value_.Of(entity)})
      std::sort(rows.begin(), rows.end(), by_attribute_then_row);
  }
  for (AttributeId attribute = 0; attribute < knowledge.attributes.size(); ++attribute) {
    const std::span<RowId> rows = by_size_.Of(attribute);
    std::stable_sort(rows.begin(), rows.end(), [this](RowId one, RowId other) {
      return OrderOf(*At(one).value->quantity) < OrderOf(*At(other).value->quantity);
    });
  }
  std::vector<NumberLists::Entry> members;
  for (EntityId entity = 0; entity < knowledge.entities.size(); ++entity) {
    std::vector<TypeId> known;
    for (TypeId type : knowledge.entities[entity].types) {
      for (int depth = 0; type != kNone && depth < kDeepestType; ++depth, type = knowledge.types[type].parent) {
        if (std::find(known.begin(), known.end(), type) != known.end()) continue;
        known.push_back(type);
        members.push_back({type, entity});
      }
    }
  }
  members_ = NumberLists(knowledge.types.size(), members);
}

void RowIndex::Pack(Packer& packer) const {
  packer.Put(rows_, by_attribute_, by_size_, by_subject_, by_value_, members_);
}

RowIndex RowIndex::Unpack(Unpacker& unpacker, const Knowledge& knowledge) {
  RowIndex index;
  index.knowledge_ = &knowledge;
  unpacker.Take(index.rows_, index.by_attribute_, index.by_size_, index.by_subject_, index.by_value_, index.members_);
  return index;
}

Row RowIndex::At(RowId row) const {
  const Position& position = rows_[row];
  const Fact& fact = knowledge_->facts[position.fact];
  return {position.fact, fact.subject, &fact.slots[position.slot].values[position.value]};
}

std::span<const RowId> RowIndex::WithAttribute(std::span<const RowId> rows, AttributeId attribute) const {
  const auto begin =
      std::partition_point(rows.begin(), rows.end(), [&](RowId row) { return rows_[row].attribute < attribute; });
  const auto end =
      std::partition_point(begin, rows.end(), [&](RowId row) { return rows_[row].attribute == attribute; });
  return {begin, end};
}

std::span<const RowId> RowIndex::OfSubject(EntityId subject, AttributeId attribute) const {
  return WithAttribute(by_subject_.Of(subject), attribute);
}

std::span<const RowId> RowIndex::PointingTo(EntityId value, AttributeId attribute) const {
  return WithAttribute(by_value_.Of(value), attribute);
}

}  // namespace docent
