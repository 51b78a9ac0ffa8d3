#include "bot/answering/contrary.h"

#include <algorithm>
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

// Whether the query's relation is one between things of the same types.
bool IsAmongAlike(const Brain& brain, const Query& query) {
  std::vector<AttributeId> attributes;
  if (const auto* holders = std::get_if<HoldersQuery>(&query.node)) attributes = holders->attributes;
  if (const auto* related = std::get_if<RelatedQuery>(&query.node)) {
    for (const Link& link : related->links) attributes.push_back(link.attribute);
  }
  return !attributes.empty() && std::all_of(attributes.begin(), attributes.end(), [&](AttributeId attribute) {
    const AttributeShape& shape = brain.schema().Of(attribute);
    return TypesMeet(brain.knowledge(), shape.subjects, shape.values);
  });
}

}  // namespace

bool IsSaidInversely(const Brain& brain, const Query& query, const Findings& found) {
  const bool finds_nothing = found.flag ? !*found.flag : found.values.empty();
  if (!finds_nothing || found.complete) return false;
  const QueryPtr inverse = InverseOf(query, brain.knowledge());
  if (inverse == nullptr) return false;
  // "What is below the cellar", of floors that lie above floors: other words than those tell nothing of it.
  if (!found.flag && IsAmongAlike(brain, query)) return true;
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
