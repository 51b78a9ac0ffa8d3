#include "bot/answering/excluded.h"

#include <algorithm>

#include "bot/reading/marks.h"
#include "bot/reading/mention.h"

namespace docent {
namespace {

// Where what is set aside ends: at a verb, a question word, or a pause that no further name follows.
size_t EndOfExcluded(const MarkedQuestion& marked, const RuleSet& rules, size_t first) {
  size_t end = marked.mentions[first].span.end;
  bool has_name = false;
  for (size_t i = first + 1; i < marked.mentions.size(); ++i) {
    const Mention& mention = marked.mentions[i];
    const bool is_name = Has(mention, MeaningKind::kEntity);
    const bool pauses = marked.words[mention.span.begin].after_break;
    if ((pauses && has_name && !is_name) || IsMarked(mention, "question word", rules) ||
        IsMarked(mention, "finite verb", rules))
      break;
    const bool is_thing = is_name || Has(mention, MeaningKind::kType) || IsGrammar(mention);
    // "The Aurora vehicle": a noun that leans on the name.
    const bool leans = marked.mentions[i - 1].span.end == mention.span.begin && !pauses &&
                       Has(marked.mentions[i - 1], MeaningKind::kEntity) && Has(mention, MeaningKind::kClass);
    if (has_name && !is_thing && !leans) break;
    has_name = has_name || is_name;
    end = mention.span.end;
  }
  return has_name ? end : marked.mentions[first].span.end;
}

// Of "leaving the mill aside": up to "aside", in the same clause; else nothing.
size_t EndOfBracket(const MarkedQuestion& marked, const RuleSet& rules, size_t first) {
  constexpr size_t kMostMentions = 12;
  const size_t last = std::min(marked.mentions.size(), first + kMostMentions);
  for (size_t i = first + 1; i < last; ++i) {
    const Mention& mention = marked.mentions[i];
    if (IsMarked(mention, "question word", rules) || IsMarked(mention, "finite verb", rules)) break;
    if (IsMarked(mention, "ends exclusion", rules)) return mention.span.end;
  }
  return marked.mentions[first].span.begin;
}

}  // namespace

void MarkExcluded(const MarkedQuestion& marked, const RuleSet& rules, std::vector<Unit>& units) {
  for (size_t i = 0; i < marked.mentions.size(); ++i) {
    size_t end = marked.mentions[i].span.begin;
    if (IsMarked(marked.mentions[i], "exclusion", rules)) {
      end = EndOfExcluded(marked, rules, i);
    } else if (IsMarked(marked.mentions[i], "begins exclusion", rules)) {
      end = EndOfBracket(marked, rules, i);
    }
    const WordSpan excluded = {marked.mentions[i].span.begin, end};
    for (Unit& unit : units) {
      if (!excluded.Holds(unit.span) || unit.from_context) continue;
      unit.is_excluded = true;
      unit.is_constraint = false;
    }
  }
}

bool IsExcluded(EntityId entity, const std::vector<Unit>& units, const FrameIndex& index) {
  if (entity == kNone) return false;
  const auto is_of = [&](EntityId named) {
    const TermKey key = KeyOf(TermSort::kEntity, named);
    return std::any_of(units.begin(), units.end(), [&](const Unit& unit) {
      return unit.is_excluded && std::any_of(unit.terms.begin(), unit.terms.end(), [&](const UnitTerm& term) {
               return term.key == key && term.quality >= 0.9F;
             });
    });
  };
  const auto inner = index.NestedIn(entity);
  return is_of(entity) || std::any_of(inner.begin(), inner.end(), is_of);
}

}  // namespace docent
