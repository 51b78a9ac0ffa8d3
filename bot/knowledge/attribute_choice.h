// bot/knowledge/attribute_choice.h
// Which attribute a fact means by its name. A name may be an alias of several attributes: "start" of the founder and of
// the opening.

#pragma once

#include <string_view>
#include <vector>

#include "bot/knowledge/builder.h"
#include "bot/knowledge/fact.h"

namespace docent {

// Those of `candidates` that can be said of `subject` and whose declared kind `value` can be, in their order.
std::vector<AttributeId> FittingAttributes(const std::vector<AttributeId>& candidates, EntityId subject,
                                           const Value& value, const Knowledge& knowledge);

// The attribute that `name` means in a fact of `subject`: the one of that name, or of those that have it for an alias
// the first that fits the first part of `value`, or the first that was declared. kNone if nothing is called so.
AttributeId ChooseAttribute(std::string_view name, EntityId subject, std::string_view value, KnowledgeBuilder& builder);

}  // namespace docent
