#include "bot/reading/marks.h"

#include <algorithm>

namespace docent {

bool IsMarked(const Mention& mention, std::string_view name, const RuleSet& rules) {
  return std::any_of(mention.meanings.begin(), mention.meanings.end(), [&](const Meaning& meaning) {
    return meaning.kind == MeaningKind::kMark && rules.marks()[meaning.id].name == name;
  });
}

bool HoldsMark(const MarkedQuestion& marked, WordSpan span, std::string_view name, const RuleSet& rules) {
  return std::any_of(marked.mentions.begin(), marked.mentions.end(), [&](const Mention& mention) {
    return span.Holds(mention.span) && IsMarked(mention, name, rules);
  });
}

}  // namespace docent
