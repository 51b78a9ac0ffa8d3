#include "bot/knowledge/name_index.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <string>
#include <tuple>

namespace docent {
namespace {

size_t HashOf(std::string_view name) { return std::hash<std::string_view>{}(name); }

std::vector<EntityId> OrderEntities(const std::vector<Entity>& entities) {
  std::vector<EntityId> ids(entities.size());
  std::iota(ids.begin(), ids.end(), 0);
  std::sort(ids.begin(), ids.end(), [&](EntityId one, EntityId other) {
    return std::tie(entities[one].name, one) < std::tie(entities[other].name, other);
  });
  return ids;
}

std::vector<FactId> OrderFacts(const Knowledge& knowledge) {
  struct Hashed {
    size_t hash;
    FactId fact;
  };
  std::vector<Hashed> hashed;
  hashed.reserve(knowledge.facts.size());
  for (FactId fact = 0; fact < knowledge.facts.size(); ++fact) hashed.push_back({HashOf(knowledge.NameOf(fact)), fact});
  std::sort(hashed.begin(), hashed.end(), [](const Hashed& one, const Hashed& other) {
    return std::tie(one.hash, one.fact) < std::tie(other.hash, other.fact);
  });
  std::vector<FactId> ids;
  ids.reserve(hashed.size());
  for (const Hashed& one : hashed) ids.push_back(one.fact);
  return ids;
}

}  // namespace

NameIndex::NameIndex(const Knowledge& knowledge)
    : knowledge_(&knowledge), entities_(OrderEntities(knowledge.entities)), facts_(OrderFacts(knowledge)) {}

NameIndex NameIndex::Unpack(Unpacker& unpacker, const Knowledge& knowledge) {
  NameIndex index;
  index.knowledge_ = &knowledge;
  unpacker.Take(index.entities_, index.facts_);
  return index;
}

EntityId NameIndex::EntityNamed(std::string_view name) const {
  if (knowledge_ == nullptr) return kNone;
  const std::vector<Entity>& entities = knowledge_->entities;
  const auto found =
      std::partition_point(entities_.begin(), entities_.end(), [&](EntityId id) { return entities[id].name < name; });
  return found != entities_.end() && entities[*found].name == name ? *found : kNone;
}

FactId NameIndex::FactNamed(std::string_view name) const {
  if (knowledge_ == nullptr) return kNone;
  const size_t hash = HashOf(name);
  auto found = std::partition_point(facts_.begin(), facts_.end(),
                                    [&](FactId id) { return HashOf(knowledge_->NameOf(id)) < hash; });
  for (; found != facts_.end(); ++found) {
    const std::string other = knowledge_->NameOf(*found);
    if (other == name) return *found;
    if (HashOf(other) != hash) break;
  }
  return kNone;
}

}  // namespace docent
