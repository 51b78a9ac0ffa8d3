// bot/answering/group.h
// A set that a query speaks of: things that were found, each with the facts it stands on, or all of a type. Those of a
// type are not copied: a question about bridges costs no more for every bridge that is known.

#pragma once

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "bot/answering/evaluate.h"
#include "bot/knowledge/fact.h"

namespace docent {

class Group {
 public:
  explicit Group(std::vector<FoundValue> found);
  // `members` in order; they must outlive the group.
  Group(const Knowledge& knowledge, std::span<const EntityId> members) : knowledge_(&knowledge), members_(members) {}

  size_t size() const { return knowledge_ != nullptr ? members_.size() : found_.size(); }
  EntityId EntityAt(size_t place) const { return knowledge_ != nullptr ? members_[place] : found_[place].value.entity; }
  FoundValue At(size_t place) const;

  // Where the entity stands in the group, if it does.
  std::optional<size_t> PlaceOf(EntityId entity) const;
  bool Has(EntityId entity) const { return PlaceOf(entity).has_value(); }

  // What the membership of the entity stands on; empty for those of a type, and for what is not in the group.
  std::span<const FactId> FactsOf(EntityId entity) const;
  std::span<const FactId> FactsAt(size_t place) const;

 private:
  std::vector<FoundValue> found_;
  std::unordered_map<EntityId, size_t> places_;  // of those found
  const Knowledge* knowledge_ = nullptr;         // only of a type
  std::span<const EntityId> members_;
};

// Adds those that are not among them yet, up to kMostFacts in all.
void AddFacts(std::span<const FactId> from, std::vector<FactId>& into);

// The entity itself as a value.
Value EntityValue(const Knowledge& knowledge, EntityId entity);

}  // namespace docent
