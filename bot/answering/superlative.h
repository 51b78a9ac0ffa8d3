// The superlative of a question: "the deepest", "the most".

#pragma once

#include <optional>

#include "bot/knowledge/fact.h"
#include "bot/reading/mention.h"
#include "bot/rules/rule_set.h"

namespace docent {

struct Superlative {
  WordSpan span;
  Direction direction = Direction::kHigh;
  AttributeId attribute = kNone;  // of "deepest"; none of "most"
  bool is_general = false;        // "most", "fewest": of whatever is counted
};

// The only superlative of the question; nothing if it has none or several.
std::optional<Superlative> FindSuperlative(const MarkedQuestion& marked, const RuleSet& rules);

}  // namespace docent
