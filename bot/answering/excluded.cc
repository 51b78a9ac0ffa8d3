#include "bot/answering/excluded.h"

#include <algorithm>
#include <optional>

#include "bot/reading/head.h"
#include "bot/reading/marks.h"
#include "bot/reading/mention.h"

namespace docent {
namespace {

// Where what is set aside ends: at a verb, a question word, or a pause that no further name follows.
size_t EndOfExcluded(const MarkedQuestion& marked, const Language& language, const RuleSet& rules, size_t first) {
  size_t end = marked.mentions[first].span.end;
  // "Other than the red one, which ...": what opens the question is set aside up to its comma.
  for (size_t i = end; marked.mentions[first].span.begin == 0 && i < marked.words.size(); ++i) {
    if (marked.words[i].after_break) return i;
  }
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
                       Has(marked.mentions[i - 1], MeaningKind::kEntity) && Has(mention, MeaningKind::kClass) &&
                       !IsVerb(mention, language);
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

// "The size, not the sum": what is not meant is no word of the question; a name there is no answer.
void SetContrastAside(WordSpan contrast, std::vector<Unit>& units) {
  std::erase_if(units, [&](Unit& unit) {
    if (unit.from_context || !contrast.Holds(unit.span)) return false;
    unit.is_excluded = true;
    unit.is_constraint = false;
    return !unit.is_name;
  });
}

// "Which of the partners is not the mill": the name that ends the question behind "is not"; nothing if it asks for
// something else.
std::optional<WordSpan> NameThatIsNotMeant(const MarkedQuestion& marked, const RuleSet& rules) {
  const std::vector<Mention>& mentions = marked.mentions;
  for (size_t i = 1; i + 1 < mentions.size(); ++i) {
    const bool is_not = IsMarked(mentions[i], "negation", rules) && IsMarked(mentions[i - 1], "finite verb", rules) &&
                        mentions[i - 1].span.end == mentions[i].span.begin;
    if (!is_not) continue;
    size_t name = i + 1;
    while (name < mentions.size() && IsMarked(mentions[name], "means one", rules)) ++name;
    if (name == mentions.size() || !Has(mentions[name], MeaningKind::kEntity)) continue;
    const bool follows = mentions[name].span.begin == mentions[name - 1].span.end;
    const bool ends = std::all_of(mentions.begin() + static_cast<std::ptrdiff_t>(name) + 1, mentions.end(), IsGrammar);
    if (follows && ends && mentions[name].span.end + 1 >= marked.words.size()) return mentions[name].span;
  }
  return std::nullopt;
}

}  // namespace

void MarkExcluded(const MarkedQuestion& marked, const Language& language, const RuleSet& rules, Form& form,
                  std::vector<Unit>& units) {
  if (form.contrast) SetContrastAside(*form.contrast, units);
  if (const auto other = form.asked.negated ? NameThatIsNotMeant(marked, rules) : std::nullopt) {
    SetContrastAside(*other, units);
    form.asked.negated = false;
  }
  for (size_t i = 0; i < marked.mentions.size(); ++i) {
    size_t end = marked.mentions[i].span.begin;
    if (IsMarked(marked.mentions[i], "exclusion", rules)) {
      end = EndOfExcluded(marked, language, rules, i);
    } else if (IsMarked(marked.mentions[i], "begins exclusion", rules)) {
      end = EndOfBracket(marked, rules, i);
    }
    const WordSpan excluded = {marked.mentions[i].span.begin, end};
    const auto is_set_aside = [&](const Unit& unit) { return excluded.Holds(unit.span) && !unit.from_context; };
    const bool names =
        std::any_of(units.begin(), units.end(), [&](const Unit& unit) { return is_set_aside(unit) && unit.is_name; });
    for (Unit& unit : units) {
      if (!is_set_aside(unit)) continue;
      unit.is_excluded = true;
      unit.is_constraint = false;
      // What is set aside by its nature says what the rest is of: "besides firms in the valley, what else ...".
      unit.from_context = !names;
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

bool ExcludesAny(const std::vector<Unit>& units) {
  return std::any_of(units.begin(), units.end(), [](const Unit& unit) { return unit.is_excluded; });
}

bool IsExcludedByWords(std::string_view text, const std::vector<Unit>& units) {
  std::vector<TermKey> excluded;
  for (const Unit& unit : units) {
    if (!unit.is_excluded) continue;
    for (const UnitTerm& term : unit.terms) excluded.push_back(term.key);
    excluded.insert(excluded.end(), unit.parts.begin(), unit.parts.end());
  }
  if (excluded.empty()) return false;
  // The last word is what all of them are: "the red one" sets aside "red lighthouse".
  const std::vector<Word> words = SplitWords(text);
  const size_t telling = words.size() > 1 ? words.size() - 1 : words.size();
  return !words.empty() &&
         std::all_of(words.begin(), words.begin() + static_cast<long>(telling), [&](const Word& word) {
           return std::find(excluded.begin(), excluded.end(), StemKey(word.stem)) != excluded.end();
         });
}

}  // namespace docent
