#include "bot/reading/contrast.h"

#include <algorithm>

#include "bot/reading/marks.h"

namespace docent {

std::optional<WordSpan> FindContrast(const MarkedQuestion& marked, const RuleSet& rules) {
  constexpr size_t kMostWords = 8;
  for (size_t i = 1; i < marked.mentions.size(); ++i) {
    const size_t begin = marked.mentions[i].span.begin;
    const bool is_behind_pause = marked.words[begin].after_break && IsMarked(marked.mentions[i], "negation", rules);
    if (!is_behind_pause && !IsMarked(marked.mentions[i], "contrasts", rules)) continue;
    const auto rest = marked.mentions.begin() + static_cast<long>(i) + 1;
    const bool is_clause = std::any_of(rest, marked.mentions.end(), [&](const Mention& mention) {
      return IsMarked(mention, "question word", rules) || IsMarked(mention, "finite verb", rules) ||
             marked.words[mention.span.begin].after_break;
    });
    const size_t words = marked.words.size() - begin;
    if (!is_clause && rest != marked.mentions.end() && words <= kMostWords) return WordSpan{begin, marked.words.size()};
  }
  return std::nullopt;
}

}  // namespace docent
