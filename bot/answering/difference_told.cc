#include "bot/answering/difference_told.h"

#include <algorithm>

#include "bot/answering/interval.h"
#include "bot/reading/marks.h"

namespace docent {
namespace {

const Quantity* FigureOf(const Fact& fact, size_t slot) {
  if (slot >= fact.slots.size()) return nullptr;
  const auto& figure = fact.slots[slot].values.front().quantity;
  return figure ? &*figure : nullptr;
}

bool IsToldAsDifference(const Brain& brain, const Fact& fact, const Quantity& figure) {
  const MarkedQuestion sentence = MarkText(brain.vocabulary(), fact.Says("en"));
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const Mention& mention) {
    const size_t begin = mention.span.begin;
    return begin > 0 && mention.quantity && AreComparable(*mention.quantity, figure) &&
           mention.quantity->number == figure.number &&
           (HoldsMark(sentence, {begin - 1, begin}, "before a difference", brain.rules()) ||
            HoldsMark(sentence, {mention.span.end, mention.span.end + 1}, "in addition", brain.rules()));
  });
}

}  // namespace

bool TellsByHowMuch(const Brain& brain, const std::vector<Unit>& units, const FrameMatch& match) {
  constexpr float kCovered = 0.5F;
  const Fact& fact = brain.knowledge().facts[match.fact];
  const Quantity* figure = FigureOf(fact, match.slot);
  if (figure == nullptr || figure->kind == QuantityKind::kShare) return true;
  if (IsToldAsDifference(brain, fact, *figure)) return true;
  for (size_t i = 0; i < units.size(); ++i) {
    // An attribute that is called so, and not one that is called something near to it.
    const bool is_called_so = match.covers[i] >= kCovered && (match.places[i] & kInPredicate) != 0 &&
                              match.terms[i] != 0 && SortOf(match.terms[i]) != TermSort::kClass;
    if (units[i].is_change && !units[i].from_context && is_called_so) return true;
  }
  return false;
}

}  // namespace docent
