#include "bot/answering/superlative.h"

namespace docent {

std::optional<Superlative> FindSuperlative(const MarkedQuestion& marked, const RuleSet& rules) {
  std::optional<Superlative> found;
  for (const Mention& mention : marked.mentions) {
    std::optional<Superlative> superlative;
    bool is_general = false;
    for (const Meaning& meaning : mention.meanings) {
      if (meaning.kind == MeaningKind::kHigh || meaning.kind == MeaningKind::kLow) {
        const bool is_high = meaning.kind == MeaningKind::kHigh;
        superlative = {mention.span, is_high ? Direction::kHigh : Direction::kLow, meaning.id};
      } else if (meaning.kind == MeaningKind::kMark) {
        const Mark& mark = rules.marks()[meaning.id];
        if (!mark.direction || mark.is_comparative) continue;
        is_general = is_general || mark.attribute == kNone;
        if (!superlative) superlative = {mention.span, *mark.direction, mark.attribute};
      }
    }
    if (!superlative) continue;
    superlative->is_general = is_general;
    if (found) return std::nullopt;
    found = superlative;
  }
  return found;
}

}  // namespace docent
