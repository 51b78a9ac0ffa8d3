#include "bot/answering/total.h"

#include <algorithm>
#include <cmath>

#include "bot/answering/figure.h"

namespace docent {

std::optional<FrameMatch> TotalOf(const Knowledge& knowledge, const std::vector<FrameMatch>& matches, double tie) {
  constexpr size_t kFewest = 3;
  if (matches.size() < kFewest) return std::nullopt;
  const Fact& best = knowledge.facts[matches.front().fact];
  if (best.attribute == kNone) return std::nullopt;
  const FrameMatch* largest = nullptr;
  const Quantity* largest_figure = nullptr;
  size_t count = 0;
  double sum = 0;
  const auto types_of = [&](const FrameMatch& match) -> const std::vector<TypeId>& {
    return knowledge.entities[knowledge.facts[match.fact].subject].types;
  };
  for (const FrameMatch& match : matches) {
    const Fact& fact = knowledge.facts[match.fact];
    if (match.score < matches.front().score - tie || fact.attribute != best.attribute) continue;
    const Quantity* figure = QuantityOf(fact, Role::kValue);
    if (figure == nullptr || (largest != nullptr && !AreOfOneMeasure(*figure, *largest_figure))) return std::nullopt;
    ++count;
    sum += figure->number;
    if (largest != nullptr && figure->number <= largest_figure->number) continue;
    largest = &match;
    largest_figure = figure;
  }
  // Of three mills none is the whole of the others, whatever their figures.
  const auto may_be_part = [&](const FrameMatch& match) {
    const bool is_tied =
        match.score >= matches.front().score - tie && knowledge.facts[match.fact].attribute == best.attribute;
    return !is_tied || &match == largest || (!types_of(match).empty() && types_of(match) != types_of(*largest));
  };
  if (largest == nullptr || !std::all_of(matches.begin(), matches.end(), may_be_part)) return std::nullopt;
  const bool is_total = count >= kFewest && std::fabs(sum - 2 * largest_figure->number) < 1e-9 * sum;
  return is_total ? std::optional(*largest) : std::nullopt;
}

}  // namespace docent
