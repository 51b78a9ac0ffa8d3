#include "bot/answering/date_bound.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "bot/reading/marks.h"

namespace docent {
namespace {

struct BoundMark {
  std::string_view name;
  Bound bound;
};

constexpr std::array<BoundMark, 3> kMarks = {
    {{"before a date", Bound::kLessThan}, {"after a date", Bound::kMoreThan}, {"by a date", Bound::kAtMost}}};

// The bound that a mention right beside the date says; kExactly if it says none.
Bound BoundOf(const Mention& beside, const RuleSet& rules) {
  for (const BoundMark& mark : kMarks) {
    if (IsMarked(beside, mark.name, rules)) return mark.bound;
  }
  return Bound::kExactly;
}

}  // namespace

void BoundDates(const MarkedQuestion& marked, const RuleSet& rules, Asked& asked, std::vector<Unit>& units) {
  std::vector<WordSpan> said;  // the words that say bounds
  const auto evers = std::count_if(marked.mentions.begin(), marked.mentions.end(),
                                   [&](const Mention& mention) { return IsMarked(mention, "ever", rules); });
  for (Unit& unit : units) {
    const bool is_clock = unit.quantity && IsTimeOfDay(*unit.quantity);
    if (!unit.quantity || (unit.quantity->kind != QuantityKind::kDate && !is_clock)) continue;
    for (const Mention& beside : marked.mentions) {
      const bool is_han = marked.words[beside.span.begin].shape == WordShape::kHan;  // Chinese says it behind the date
      if (is_han ? beside.span.begin != unit.span.end : beside.span.end != unit.span.begin) continue;
      const Bound bound = BoundOf(beside, rules);
      // "Before 2018, had it ever been more": asks of what 2018 was the first of.
      const bool says_ever = IsMarked(beside, "ever", rules);
      if (bound == Bound::kExactly || (asked.ever && !(says_ever && evers == 1))) continue;
      asked.ever = false;
      // Times of the day are texts, and not reckoned with: "before ten" is told only by who says so.
      if (is_clock) {
        unit.terms.clear();
        unit.quantity.reset();
        unit.is_constraint = true;
        break;
      }
      unit.quantity->bound = bound;
      said.push_back(beside.span);
    }
  }
  std::erase_if(units, [&](const Unit& unit) { return std::find(said.begin(), said.end(), unit.span) != said.end(); });
}

}  // namespace docent
