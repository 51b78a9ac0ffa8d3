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

bool IsNegation(const MarkedQuestion& marked, const Mention& mention, const Vocabulary& vocabulary,
                const RuleSet& rules) {
  if (mention.quantity || IsMarked(mention, "asserts", rules)) return false;
  const std::vector<Vocabulary::Match> matches = vocabulary.MatchesAt(marked.words, mention.span.begin);
  return std::any_of(matches.begin(), matches.end(), [&](const Vocabulary::Match& match) {
    const WordSpan span = {mention.span.begin, mention.span.begin + match.length};
    return mention.span.Holds(span) && IsMarked({span, *match.meanings, {}}, "negation", rules);
  });
}

}  // namespace docent
