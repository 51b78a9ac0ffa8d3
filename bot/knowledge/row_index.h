// bot/knowledge/row_index.h
// The values of all facts as rows, found by what they are said of, by what they name, by their attribute and by their
// size: what the algebra of queries is evaluated with. A look-up costs what it finds, whatever else is known.
//
// Representation: a row is where its value stands in the Knowledge; indexes are arrays of row numbers, one after
// another for each key, with where each key begins. Immutable; safe to share between threads. The Knowledge must
// outlive it, in its place.

#pragma once

#include <cstdint>
#include <span>
#include <tuple>
#include <vector>

#include "bot/knowledge/fact.h"
#include "bot/knowledge/number_lists.h"
#include "bot/knowledge/packing.h"

namespace docent {

using RowId = uint32_t;

// One value that a fact gives to an attribute of its subject.
struct Row {
  FactId fact = kNone;
  EntityId subject = kNone;
  const Value* value = nullptr;
};

// What a quantity is ordered by: dates by the calendar, spans of time and measures in the base of their
// scale, all else by the number.
double OrderOf(const Quantity& quantity);

class RowIndex {
 public:
  RowIndex() = default;
  explicit RowIndex(const Knowledge& knowledge);

  Row At(RowId row) const;

  // In the order of facts, and of values in a fact.
  std::span<const RowId> Of(AttributeId attribute) const { return by_attribute_.Of(attribute); }
  std::span<const RowId> OfSubject(EntityId subject, AttributeId attribute) const;
  std::span<const RowId> PointingTo(EntityId value, AttributeId attribute) const;

  // The rows of the attribute that hold a quantity, smallest first by OrderOf; equal ones in the order of facts.
  std::span<const RowId> BySize(AttributeId attribute) const { return by_size_.Of(attribute); }

  // The entities of the type and of all types below it, in order.
  std::span<const EntityId> Members(TypeId type) const { return members_.Of(type); }

  // What of it is kept from one start to the next; the Knowledge is not.
  void Pack(Packer& packer) const;
  // The index that was packed, of `knowledge`; see Unpacker for bytes that are none.
  static RowIndex Unpack(Unpacker& unpacker, const Knowledge& knowledge);

 private:
  struct Position {
    FactId fact;
    AttributeId attribute;
    uint16_t slot;
    uint16_t value;
    friend auto MembersOf(docent::Of<Position> auto& position) {
      return std::tie(position.fact, position.attribute, position.slot, position.value);
    }
  };

  std::span<const RowId> WithAttribute(std::span<const RowId> rows, AttributeId attribute) const;

  const Knowledge* knowledge_ = nullptr;
  std::vector<Position> rows_;
  NumberLists by_attribute_;
  NumberLists by_size_;
  NumberLists by_subject_;  // of one subject by attribute, then in order
  NumberLists by_value_;
  NumberLists members_;
};

}  // namespace docent
