#include "bot/answering/whether.h"

#include <algorithm>
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

bool WhetherReader::AreElsewhere(const Query& of) const {
  const auto* related = std::get_if<RelatedQuery>(&of.node);
  if (related == nullptr || !std::holds_alternative<NamedQuery>(related->set->node) ||
      !std::holds_alternative<NamedQuery>(related->other->node))
    return false;
  const Group things = gather_(*related->set);
  const Group places = gather_(*related->other);
  if (things.size() != 1 || places.size() != 1) return false;
  return std::any_of(related->links.begin(), related->links.end(),
                     [&](const Link& link) { return IsElsewhere(link, things.EntityAt(0), places.EntityAt(0)); });
}

bool WhetherReader::IsElsewhere(const Link& link, EntityId thing, EntityId place) const {
  const Kind kind = knowledge_.KindOf(thing);
  const std::vector<TypeId>& types = knowledge_.entities[place].types;
  const bool may_be_anywhere = kind == Kind::kBody || kind == Kind::kPerson;
  if (link.way != Link::Way::kForward || may_be_anywhere || types.empty()) return false;
  if (knowledge_.attributes[link.attribute].kind != Kind::kPlace || knowledge_.KindOf(place) != Kind::kPlace)
    return false;
  const std::vector<Row> rows = rows_.Of(link.attribute, Group({{EntityValue(knowledge_, thing), {}}}));
  return !rows.empty() && std::all_of(rows.begin(), rows.end(), [&](const Row& row) {
    const EntityId other = row.value->entity;
    return other != kNone && other != place && knowledge_.entities[other].types == types;
  });
}

void WhetherReader::TellAgainst(const Query& of, std::vector<FactId>& facts) const {
  const auto tell = [&](AttributeId attribute, const Group& things) {
    if (things.size() > kFewThings) return;
    for (const Row& row : rows_.Of(attribute, things)) AddFacts({&row.fact, 1}, facts);
  };
  if (const auto* filter = std::get_if<FilterQuery>(&of.node)) tell(filter->attribute, gather_(*filter->set));
  const auto* related = std::get_if<RelatedQuery>(&of.node);
  if (related == nullptr) return;
  // Where the mill is tells against its being in a town, and where the town is only if nothing is known of the mill.
  for (const Link::Way way : {Link::Way::kForward, Link::Way::kBackward}) {
    for (const Link& link : related->links) {
      if (link.way == way) tell(link.attribute, gather_(way == Link::Way::kForward ? *related->set : *related->other));
    }
    if (!facts.empty()) return;
  }
}

}  // namespace docent
