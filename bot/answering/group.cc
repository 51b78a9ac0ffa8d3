#include "bot/answering/group.h"

#include <algorithm>
#include <utility>

namespace docent {

void AddFacts(std::span<const FactId> from, std::vector<FactId>& into) {
  for (const FactId fact : from) {
    if (into.size() >= kMostFacts) return;
    if (std::find(into.begin(), into.end(), fact) == into.end()) into.push_back(fact);
  }
}

Value EntityValue(const Knowledge& knowledge, EntityId entity) {
  Value value;
  value.entity = entity;
  value.text = knowledge.entities[entity].name;
  return value;
}

Group::Group(std::vector<FoundValue> found) : found_(std::move(found)) {
  for (size_t i = 0; i < found_.size(); ++i) {
    if (found_[i].value.entity != kNone) places_.try_emplace(found_[i].value.entity, i);
  }
}

FoundValue Group::At(size_t place) const {
  if (knowledge_ != nullptr) return {EntityValue(*knowledge_, members_[place]), {}};
  return found_[place];
}

std::optional<size_t> Group::PlaceOf(EntityId entity) const {
  if (knowledge_ != nullptr) {
    const auto found = std::lower_bound(members_.begin(), members_.end(), entity);
    if (found == members_.end() || *found != entity) return std::nullopt;
    return static_cast<size_t>(found - members_.begin());
  }
  const auto found = places_.find(entity);
  return found == places_.end() ? std::nullopt : std::optional(found->second);
}

std::span<const FactId> Group::FactsAt(size_t place) const {
  if (knowledge_ != nullptr) return {};
  return found_[place].facts;
}

std::span<const FactId> Group::FactsOf(EntityId entity) const {
  const std::optional<size_t> place = PlaceOf(entity);
  return place ? FactsAt(*place) : std::span<const FactId>();
}

}  // namespace docent
