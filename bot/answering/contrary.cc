#include "bot/answering/contrary.h"

#include <variant>
#include <vector>

namespace docent {
namespace {

// The fact that tells what a thing is: the first that is about it.
FactId FirstFactOf(const Brain& brain, EntityId entity) {
  for (const FactId fact : brain.frames().FactsOf(entity)) {
    if (brain.knowledge().facts[fact].subject == entity) return fact;
  }
  return kNone;
}

}  // namespace

bool IsSaidInversely(const Brain& brain, const Query& query, const Findings& found) {
  const bool finds_nothing = found.flag ? !*found.flag : found.values.empty();
  if (!finds_nothing || found.complete) return false;
  const QueryPtr inverse = InverseOf(query, brain.knowledge());
  if (inverse == nullptr) return false;
  const Findings inversely = Evaluate(*inverse, brain.knowledge(), brain.schema(), brain.rows());
  return inversely.flag ? *inversely.flag : !inversely.values.empty();
}

std::optional<Finding> AreTwoThings(const Brain& brain, const Query& query, const Findings& found) {
  const auto* whether = std::get_if<WhetherQuery>(&query.node);
  const auto* both = whether == nullptr ? nullptr : std::get_if<CombinedQuery>(&whether->of->node);
  if (both == nullptr || both->operation != CombinedQuery::Operation::kAnd || !found.flag || *found.flag)
    return std::nullopt;
  const Knowledge& knowledge = brain.knowledge();
  Finding finding;
  std::vector<EntityId> things;
  for (const QueryPtr& side : {both->left, both->right}) {
    // "Is the Aurora a ship" is about a type, of which there may be many.
    if (std::holds_alternative<MembersQuery>(side->node)) return std::nullopt;
    const Findings one = Evaluate(*side, knowledge, brain.schema(), brain.rows());
    const bool is_named = std::holds_alternative<NamedQuery>(side->node);
    if (one.values.size() != 1 || one.values.front().value.entity == kNone) return std::nullopt;
    if (!is_named && !one.complete) return std::nullopt;
    things.push_back(one.values.front().value.entity);
    const FactId own = FirstFactOf(brain, things.back());
    if (one.facts.empty() && own != kNone) finding.facts.push_back(own);
    finding.facts.insert(finding.facts.end(), one.facts.begin(), one.facts.end());
  }
  const bool are_alike = !knowledge.entities[things[0]].types.empty() &&
                         knowledge.entities[things[0]].types == knowledge.entities[things[1]].types;
  if (!are_alike || finding.facts.empty()) return std::nullopt;
  finding.status = Status::kAnswered;
  finding.saying = "no";
  return finding;
}

}  // namespace docent
