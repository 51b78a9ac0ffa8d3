#include "bot/knowledge/name_index.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace docent {
namespace {

template <typename Record>
std::vector<uint32_t> OrderByName(const std::vector<Record>& records) {
  std::vector<uint32_t> ids(records.size());
  std::iota(ids.begin(), ids.end(), 0);
  std::sort(ids.begin(), ids.end(), [&](uint32_t one, uint32_t other) {
    return std::tie(records[one].name, one) < std::tie(records[other].name, other);
  });
  return ids;
}

template <typename Record>
uint32_t FirstNamed(const std::vector<Record>& records, const std::vector<uint32_t>& ids, std::string_view name) {
  const auto found = std::partition_point(ids.begin(), ids.end(), [&](uint32_t id) { return records[id].name < name; });
  return found != ids.end() && records[*found].name == name ? *found : kNone;
}

}  // namespace

NameIndex::NameIndex(const Knowledge& knowledge)
    : knowledge_(&knowledge), entities_(OrderByName(knowledge.entities)), facts_(OrderByName(knowledge.facts)) {}

NameIndex NameIndex::Unpack(Unpacker& unpacker, const Knowledge& knowledge) {
  NameIndex index;
  index.knowledge_ = &knowledge;
  unpacker.Take(index.entities_, index.facts_);
  return index;
}

EntityId NameIndex::EntityNamed(std::string_view name) const {
  return knowledge_ == nullptr ? kNone : FirstNamed(knowledge_->entities, entities_, name);
}

FactId NameIndex::FactNamed(std::string_view name) const {
  return knowledge_ == nullptr ? kNone : FirstNamed(knowledge_->facts, facts_, name);
}

}  // namespace docent
