#include "bot/answering/describe.h"

#include <algorithm>
#include <vector>

#include "bot/answering/wording.h"

namespace docent {
namespace {

constexpr size_t kMostInDescription = 6;

// The attribute by which authors describe things; kNone if they do not.
AttributeId DescriptionIn(const Knowledge& knowledge) {
  for (AttributeId id = 0; id < knowledge.attributes.size(); ++id) {
    if (knowledge.attributes[id].name == "description") return id;
  }
  return kNone;
}

}  // namespace

Finding Describe(const Brain& brain, EntityId entity, std::string_view language) {
  const Knowledge& knowledge = brain.knowledge();
  Finding finding;
  const AttributeId describes = DescriptionIn(knowledge);
  const auto rank = [&](FactId id) {
    const Fact& fact = knowledge.facts[id];
    if (fact.subject == entity && fact.attribute == describes && describes != kNone) return 0;
    if (fact.subject == entity) return fact.Find(Role::kBy) == nullptr ? 1 : 2;
    const Slot* value = fact.Find(Role::kValue);
    const bool is_value = value != nullptr && std::any_of(value->values.begin(), value->values.end(),
                                                          [&](const Value& held) { return held.entity == entity; });
    return is_value ? 3 : 4;
  };
  const auto facts = brain.frames().FactsOf(entity);
  std::vector<FactId> ordered(facts.begin(), facts.end());
  std::stable_sort(ordered.begin(), ordered.end(), [&](FactId one, FactId other) { return rank(one) < rank(other); });
  for (const FactId id : ordered) {
    if (finding.facts.size() >= kMostInDescription) break;
    if (rank(id) == 4 && finding.facts.size() >= 3) break;
    finding.facts.push_back(id);
  }
  if (finding.facts.empty()) return finding;
  finding.status = Status::kAnswered;
  finding.focus.push_back(entity);
  finding.values = ValuesOf(knowledge, finding.facts.front(), 1, language);
  return finding;
}

}  // namespace docent
