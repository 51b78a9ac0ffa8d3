#include "bot/answering/date_bound.h"

#include <algorithm>
#include <array>
#include <optional>
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
  struct Bounded {
    size_t unit;
    WordSpan said;
    Bound bound;
  };
  std::vector<Bounded> all;
  const auto is_before = [&](WordSpan word, WordSpan date) {
    return word.end == date.begin ||
           (word.end + 1 == date.begin && HoldsMark(marked, {word.end, date.begin}, "leads to a date", rules));
  };
  for (size_t i = 0; i < units.size(); ++i) {
    const std::optional<Quantity>& quantity = units[i].quantity;
    if (!quantity || (quantity->kind != QuantityKind::kDate && !IsTimeOfDay(*quantity))) continue;
    for (const Mention& beside : marked.mentions) {
      const bool is_han = marked.words[beside.span.begin].shape == WordShape::kHan;  // Chinese says it behind the date
      if (is_han ? beside.span.begin != units[i].span.end : !is_before(beside.span, units[i].span)) continue;
      const Bound bound = BoundOf(beside, rules);
      if (bound != Bound::kExactly) all.push_back({i, beside.span, bound});
    }
  }
  const auto is_said = [&](WordSpan span) {
    return std::any_of(all.begin(), all.end(), [span](const Bounded& bounded) { return bounded.said == span; });
  };
  // "Before 2018, had it ever been more": asks of what 2018 was the first of.
  const bool asks_ever = std::any_of(marked.mentions.begin(), marked.mentions.end(), [&](const Mention& mention) {
    return IsMarked(mention, "ever", rules) && !is_said(mention.span);
  });
  if (all.empty() || asks_ever) return;
  asked.ever = false;
  for (const Bounded& bounded : all) {
    Unit& unit = units[bounded.unit];
    if (!unit.quantity) continue;
    if (unit.quantity->kind == QuantityKind::kDate) {
      unit.quantity->bound = bounded.bound;
      continue;
    }
    // Times of the day are texts, and not reckoned with: "before ten" is told only by who says so.
    unit.terms.clear();
    unit.quantity.reset();
    unit.is_constraint = true;
  }
  std::erase_if(units, [&](const Unit& unit) { return is_said(unit.span); });
}

}  // namespace docent
