#include "bot/answering/whether.h"

#include <unordered_set>
#include <variant>

#include "bot/text/scales.h"

namespace docent {
namespace {

constexpr size_t kFewThings = 12;  // of which a "no" tells what they have instead

bool AreComparable(const Value& bound, const Value& value) {
  return bound.quantity && bound.quantity->kind == value.quantity->kind &&
         AreOfOneScale(*bound.quantity, *value.quantity);
}

}  // namespace

bool WhetherReader::HaveFigures(const Query& of) const {
  const auto* filter = std::get_if<FilterQuery>(&of.node);
  if (filter == nullptr || !std::holds_alternative<NamedQuery>(filter->set->node)) return false;
  const Group bounds = gather_(*filter->bound);
  const Group set = gather_(*filter->set);
  if (bounds.size() == 0 || set.size() > kFewThings) return false;
  std::unordered_set<EntityId> known;
  for (const Row& row : rows_.Of(filter->attribute, set)) {
    if (!row.value->quantity || row.value->quantity->bound != Bound::kExactly) return false;
    for (size_t i = 0; i < bounds.size(); ++i) {
      if (!AreComparable(bounds.At(i).value, *row.value)) return false;
    }
    known.insert(row.subject);
  }
  return known.size() == set.size();
}

std::vector<FactId> WhetherReader::FactsAgainst(const Query& of) const {
  std::vector<FactId> facts;
  const auto tell = [&](AttributeId attribute, const Group& things) {
    if (things.size() > kFewThings) return;
    for (const Row& row : rows_.Of(attribute, things)) AddFacts({&row.fact, 1}, facts);
  };
  if (const auto* filter = std::get_if<FilterQuery>(&of.node)) tell(filter->attribute, gather_(*filter->set));
  const auto* related = std::get_if<RelatedQuery>(&of.node);
  if (related == nullptr) return facts;
  // Where the mill is tells against its being in a town, and where the town is only if nothing is known of the mill.
  for (const Link::Way way : {Link::Way::kForward, Link::Way::kBackward}) {
    for (const Link& link : related->links) {
      if (link.way == way) tell(link.attribute, gather_(way == Link::Way::kForward ? *related->set : *related->other));
    }
    if (!facts.empty()) break;
  }
  return facts;
}

}  // namespace docent
