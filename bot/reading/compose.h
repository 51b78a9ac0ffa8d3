// bot/reading/compose.h
// A rule's formula and what its slots caught, put together to a query: only if it fits. What an attribute is said of
// and what its values are (Schema) chooses among the meanings of an ambiguous name or word; where that does not
// decide, the type that the files declare first is meant.

#pragma once

#include <map>
#include <optional>
#include <string_view>

#include "bot/knowledge/fact.h"
#include "bot/reading/item.h"
#include "bot/reading/query.h"
#include "bot/rules/rule_set.h"

namespace docent {

// What each slot of a match caught; slots that caught nothing are missing.
using Bindings = std::map<std::string_view, const Item*>;

// The item that `rule`'s formula makes of `bindings`: a query (Item::built), or an attribute where the formula is just
// that; nothing if it does not fit. `rule.find` must be a formula.
std::optional<Item> Compose(const Rule& rule, const Bindings& bindings, const Knowledge& knowledge,
                            const RuleSet& rules);

}  // namespace docent
