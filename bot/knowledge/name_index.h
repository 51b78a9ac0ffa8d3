// bot/knowledge/name_index.h
// Entities by their own names, as they are written, and facts by those that places give them. Four bytes for each; a
// look-up is a binary search.
//
// Immutable; safe to share between threads. The Knowledge must outlive it, in its place.

#pragma once

#include <string_view>
#include <vector>

#include "bot/knowledge/fact.h"
#include "bot/knowledge/packing.h"

namespace docent {

class NameIndex {
 public:
  NameIndex() = default;
  explicit NameIndex(const Knowledge& knowledge);

  // The first of this name, or kNone.
  EntityId EntityNamed(std::string_view name) const;
  FactId FactNamed(std::string_view name) const;

  // What of it is kept from one start to the next; the Knowledge is not.
  void Pack(Packer& packer) const { packer.Put(entities_, facts_); }
  // The index that was packed, of `knowledge`; see Unpacker for bytes that are none.
  static NameIndex Unpack(Unpacker& unpacker, const Knowledge& knowledge);

 private:
  const Knowledge* knowledge_ = nullptr;
  std::vector<EntityId> entities_;  // by name, then by number
  std::vector<FactId> facts_;       // by the hash of the name, then by number
};

}  // namespace docent
