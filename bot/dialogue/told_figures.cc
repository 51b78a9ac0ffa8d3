#include "bot/dialogue/told_figures.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "bot/answering/figure.h"
#include "bot/answering/figure_result.h"
#include "bot/answering/interval.h"
#include "bot/reading/marks.h"
#include "bot/text/words.h"

namespace docent {
namespace {

enum class Sought { kNothing, kTotal, kDifference, kHigher, kLower };

bool Says(const Inquiry& inquiry, std::string_view mark, const Brain& brain) {
  return HoldsMark(inquiry.marked, {0, inquiry.marked.words.size()}, mark, brain.rules());
}

// Whether every word is grammar, a number, or of those by which figures that were told are spoken of.
bool SaysNoMore(const Inquiry& inquiry, const Brain& brain) {
  const MarkedQuestion& marked = inquiry.marked;
  size_t covered = 0;
  for (const Mention& mention : marked.mentions) {
    const auto is_marked = [&](std::string_view mark) { return IsMarked(mention, mark, brain.rules()); };
    const bool is_empty = mention.quantity || Has(mention, MeaningKind::kFunction) ||
                          Has(mention, MeaningKind::kFiller) || Has(mention, MeaningKind::kLight);
    const bool is_of_told = is_marked("of what was told") || is_marked("asks a total") ||
                            is_marked("asks a difference") || is_marked("holds two against each other");
    if (!is_empty && !is_of_told) return false;
    covered += mention.span.size();
  }
  return covered == marked.words.size();
}

Sought SoughtBy(const Inquiry& inquiry, const Brain& brain) {
  const bool compares = Says(inquiry, "holds two against each other", brain);
  const bool asks_which = Says(inquiry, "asks which", brain);
  if (Says(inquiry, "asks a total", brain) && !(compares && asks_which))
    return Sought::kTotal;  // "which sum is larger"
  if (Says(inquiry, "asks a difference", brain) || Says(inquiry, "told as a change", brain) ||
      (compares && !asks_which && Says(inquiry, "question word", brain)))
    return Sought::kDifference;
  if (!compares || !asks_which) return Sought::kNothing;
  return Says(inquiry, "less", brain) || Says(inquiry, "earlier", brain) ? Sought::kLower : Sought::kHigher;
}

// The one figure that was the turn's answer.
std::optional<Figure> FigureTold(const Turn& turn, const Brain& brain) {
  const std::vector<Quantity> quantities = FindQuantities(turn.value, SplitWords(turn.value));
  const FactId fact = turn.facts.empty() ? kNone : brain.names().FactNamed(turn.facts.front());
  if (quantities.size() != 1 || fact == kNone) return std::nullopt;
  Figure figure;
  figure.fact = fact;
  figure.quantity = quantities.front();
  return figure;
}

}  // namespace

std::optional<Finding> OfToldFigures(const Inquiry& inquiry, const Conversation& conversation, const Brain& brain) {
  const std::vector<Turn>& turns = conversation.turns();
  const Sought sought = SoughtBy(inquiry, brain);
  if (turns.size() < 2 || sought == Sought::kNothing || !SaysNoMore(inquiry, brain)) return std::nullopt;
  const std::optional<Figure> first = FigureTold(turns[turns.size() - 2], brain);
  const std::optional<Figure> second = FigureTold(turns.back(), brain);
  if (!first || !second || first->fact == second->fact || !AreOfOneMeasure(first->quantity, second->quantity))
    return std::nullopt;
  const FigureResult result(brain, inquiry.marked.language);
  const bool are_dates = first->quantity.kind == QuantityKind::kDate;
  switch (sought) {
    case Sought::kTotal:
      if (are_dates) return std::nullopt;
      return result.Number("sum", first->quantity.number + second->quantity.number, first->quantity.unit,
                           {*first, *second});
    case Sought::kDifference:
      return are_dates ? result.TimeBetween(*first, *second, false) : result.Difference(*first, *second);
    case Sought::kHigher:
    case Sought::kLower: {
      const int order = Order(first->quantity, second->quantity);
      if (order == 0) return result.Answered("same", {}, {*first, *second});
      const bool is_first = (order > 0) == (sought == Sought::kHigher);
      return result.Answered("", {}, {is_first ? *first : *second, is_first ? *second : *first});
    }
    case Sought::kNothing:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace docent
