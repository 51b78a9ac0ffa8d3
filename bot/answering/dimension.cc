#include "bot/answering/dimension.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "bot/reading/marks.h"

namespace docent {
namespace {

// "Longer than" is a phrase of its own, which begins with the word.
bool IsMarkedAt(const Brain& brain, const MarkedQuestion& marked, size_t word, std::string_view mark) {
  return HoldsMark(marked, {word, word + 1}, mark, brain.rules()) ||
         BeginsMark(marked, word, mark, brain.vocabulary(), brain.rules());
}

// "Older" is a word of rank elsewhere, which only itself accounts for; here it is of age.
void AddClasses(const MarkedQuestion& word, Unit& unit) {
  constexpr float kSynonym = 0.88F;
  for (const Mention& mention : word.mentions) {
    for (const Meaning& meaning : mention.meanings) {
      const TermKey key = KeyOf(TermSort::kClass, meaning.id);
      const bool is_known =
          std::any_of(unit.terms.begin(), unit.terms.end(), [&](const UnitTerm& term) { return term.key == key; });
      if (meaning.kind == MeaningKind::kClass && !is_known) unit.terms.push_back({key, kSynonym});
    }
  }
}

// "Lower" says nothing of its own elsewhere.
Unit OfLittleContent(const MarkedQuestion& word) {
  Unit unit;
  unit.text = word.text;
  unit.is_loose = true;
  unit.weight = 0.5;
  return unit;
}

}  // namespace

std::vector<Unit> DimensionUnits(const Brain& brain, const MarkedQuestion& marked, const Form& form, bool only_named) {
  std::vector<Unit> dimensions;
  for (size_t i = 0; i < marked.words.size(); ++i) {
    const bool names_one =
        IsMarkedAt(brain, marked, i, "of a dimension") || (only_named && IsMarkedAt(brain, marked, i, "of height"));
    if (!form.is_form[i] || !names_one) continue;
    const MarkedQuestion word = MarkText(brain.vocabulary(), TextOf(marked, {i, i + 1}));
    std::vector<Unit> said = UnitsOf(word, std::vector<bool>(word.words.size(), false), Act::kLookUp, brain.knowledge(),
                                     brain.language(), brain.rules(), brain.frames());
    if (said.empty()) said.push_back(OfLittleContent(word));
    for (Unit& unit : said) {
      unit.span = {i, i + 1};
      AddClasses(word, unit);
      dimensions.push_back(std::move(unit));
    }
  }
  return dimensions;
}

bool IsDimension(const Brain& brain, const MarkedQuestion& marked, const Form& form, const Unit& unit) {
  return !unit.from_context && unit.span.size() == 1 && unit.span.end <= form.is_form.size() &&
         form.is_form[unit.span.begin] &&
         (IsMarkedAt(brain, marked, unit.span.begin, "of a dimension") ||
          IsMarkedAt(brain, marked, unit.span.begin, "of height"));
}

bool IsOfDimension(const Brain& brain, const MarkedQuestion& marked, const Unit& unit, const Quantity& quantity) {
  if (quantity.kind == QuantityKind::kMoney) return IsMarkedAt(brain, marked, unit.span.begin, "dimension of money");
  return quantity.kind == QuantityKind::kSpan && IsMarkedAt(brain, marked, unit.span.begin, "dimension of time");
}

}  // namespace docent
