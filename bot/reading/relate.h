// bot/reading/relate.h
// What fits what: the readings of an ambiguous name, the links between two sets, what a type is measured by.

#pragma once

#include <vector>

#include "bot/knowledge/fact.h"
#include "bot/reading/item.h"
#include "bot/reading/query.h"
#include "bot/rules/rule_set.h"

namespace docent {

// An ambiguous name as one query for each type that it may have, in the order in which the files declare types;
// anything else as itself.
std::vector<QueryPtr> ReadingsOf(const QueryPtr& query, const Knowledge& knowledge);

// How `set` can be related to `other`: by the attributes of `relation`, or without one by any, places first. Things of
// one type are related only by name: "states of Michigan" does not mean its neighbours.
std::vector<Link> LinksBetween(const TypeSet& set, const Item* relation, const TypeSet& other,
                               const Knowledge& knowledge, const Schema& schema);

// How things of `set` can lie in `other`.
std::vector<Link> PlacesBetween(const TypeSet& set, const TypeSet& other, const Knowledge& knowledge,
                                const Schema& schema);

// Those of `attributes` that things of `types` have, in their order.
std::vector<AttributeId> AttributesOf(const std::vector<AttributeId>& attributes, const TypeSet& types,
                                      const Knowledge& knowledge, const Schema& schema);

// Whether values of `attribute` may answer a question for `kind`.
bool MayBe(AttributeId attribute, Kind kind, const Knowledge& knowledge, const Schema& schema);

// The attributes that "large" means for things of `types`.
std::vector<AttributeId> MeasuresOf(const TypeSet& types, const Knowledge& knowledge, const RuleSet& rules);

}  // namespace docent
