#include "bot/answering/figure.h"

#include <algorithm>
#include <utility>

#include "bot/answering/interval.h"

namespace docent {

bool AreOfOneThing(const Fact& one, const Fact& other) {
  if (one.subject == other.subject) return true;
  return one.attribute != kNone ? one.attribute == other.attribute : one.verbs == other.verbs;
}

bool AreOfOneMeasure(const Quantity& one, const Quantity& other) {
  constexpr double kLikeASum = 1e6;
  if (!AreComparable(one, other)) return false;
  // So few of one thing and so many of another are no numbers of alike things.
  constexpr double kMostApart = 1e6;
  const auto [lower, higher] = std::minmax(one.number, other.number);
  if (one.kind == QuantityKind::kNumber && lower > 0 && higher / lower >= kMostApart) return false;
  if (one.kind == other.kind) return one.unit == other.unit;
  return std::min(one.number, other.number) >= kLikeASum;
}

const Quantity* QuantityOf(const Fact& fact, Role role) {
  const Slot* slot = fact.Find(role);
  if (slot == nullptr || !slot->values.front().quantity) return nullptr;
  return &*slot->values.front().quantity;
}

std::vector<Figure> NearlyBest(std::vector<Figure> figures) {
  constexpr double kShare = 0.9;
  double best = 0;
  for (const Figure& figure : figures) best = std::max(best, figure.worth);
  std::erase_if(figures, [&](const Figure& figure) { return figure.worth < kShare * best; });
  return figures;
}

}  // namespace docent
