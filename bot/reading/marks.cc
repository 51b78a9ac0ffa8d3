#include "bot/reading/marks.h"

#include <algorithm>
#include <array>
#include <string_view>

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

bool BeginsMark(const MarkedQuestion& marked, size_t word, std::string_view name, const Vocabulary& vocabulary,
                const RuleSet& rules) {
  const std::vector<Vocabulary::Match> matches = vocabulary.MatchesAt(marked.words, word);
  return std::any_of(matches.begin(), matches.end(), [&](const Vocabulary::Match& match) {
    return IsMarked({{word, word + match.length}, {match.meanings.begin(), match.meanings.end()}, {}}, name, rules);
  });
}

bool IsNegation(const MarkedQuestion& marked, const Mention& mention, const Vocabulary& vocabulary,
                const RuleSet& rules) {
  if (mention.quantity || IsMarked(mention, "asserts", rules)) return false;
  const std::vector<Vocabulary::Match> matches = vocabulary.MatchesAt(marked.words, mention.span.begin);
  return std::any_of(matches.begin(), matches.end(), [&](const Vocabulary::Match& match) {
    const WordSpan span = {mention.span.begin, mention.span.begin + match.length};
    return mention.span.Holds(span) &&
           IsMarked({span, {match.meanings.begin(), match.meanings.end()}, {}}, "negation", rules);
  });
}

bool IsOwnerOf(const MarkedQuestion& marked, WordSpan owner, WordSpan owned, const RuleSet& rules) {
  if (owner.end == owned.begin) return true;
  const WordSpan between = {owner.end, owned.begin};
  if (between.size() == 1 && marked.words[between.begin].text == "'s") return true;
  return std::any_of(marked.mentions.begin(), marked.mentions.end(), [&](const Mention& mention) {
    return mention.span == between && IsMarked(mention, "possessive", rules);
  });
}

bool IsAfterColon(const MarkedQuestion& marked, size_t word) {
  constexpr std::array<std::string_view, 5> kColons = {":", "：", " - ", "–", "—"};
  const size_t from = marked.words[word - 1].end;
  if (!marked.words[word].after_break || marked.words[word].begin <= from) return false;
  const std::string_view between = std::string_view(marked.text).substr(from, marked.words[word].begin - from);
  return std::any_of(kColons.begin(), kColons.end(),
                     [&](std::string_view colon) { return between.find(colon) != std::string_view::npos; });
}

}  // namespace docent
