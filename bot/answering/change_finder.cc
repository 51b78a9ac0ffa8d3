#include "bot/answering/change_finder.h"

#include <algorithm>
#include <utility>

#include "bot/answering/figure_partner.h"
#include "bot/answering/interval.h"
#include "bot/answering/standing.h"
#include "bot/reading/marks.h"

namespace docent {

bool AreDated(const Brain& brain, const FigurePair& pair) {
  const std::vector<Fact>& facts = brain.knowledge().facts;
  return pair.first.fact == pair.second.fact || (QuantityOf(facts[pair.first.fact], Role::kWhen) != nullptr &&
                                                 QuantityOf(facts[pair.second.fact], Role::kWhen) != nullptr);
}

std::optional<FigurePair> ChangeFinder::FindInOneFact() {
  std::vector<Unit> units = units_;
  for (Unit& unit : units) {
    unit.is_constraint = unit.is_name;
    // "Become shorter": which way it changed, and not what.
    unit.from_context |= HoldsMark(marked_, unit.span, "of a dimension", brain_.rules());
  }
  std::optional<FigurePair> change = finder_.FindInOneFact(units, Kind::kNumber, Role::kFrom);
  return change ? change : finder_.FindInOneFact(units, Kind::kSpan, Role::kFrom);  // "47 minutes instead of 68"
}

std::optional<FigurePair> ChangeFinder::FindInTwoFacts() {
  const auto is_date = [](const Unit& unit) { return unit.quantity && unit.quantity->kind == QuantityKind::kDate; };
  if (std::count_if(units_.begin(), units_.end(), is_date) >= 2) {
    std::optional<FigurePair> pair = pairs_.FindPair({Kind::kNumber});
    const std::vector<Fact>& facts = brain_.knowledge().facts;
    // Of one thing, and of what has been.
    const bool is_of_one = pair && facts[pair->first.fact].subject == facts[pair->second.fact].subject &&
                           !IsToCome(facts[pair->first.fact]) && !IsToCome(facts[pair->second.fact]);
    if (is_of_one) return pair;
  }
  const bool names_time = std::any_of(units_.begin(), units_.end(), is_date);
  // "By 2021" and "in 2019" say no time since when.
  if (names_time && !HoldsMark(marked_, {0, marked_.words.size()}, "since then", brain_.rules())) return std::nullopt;
  // What is named as that which changed goes before what only mentions it: the staff, before the women among the staff.
  std::vector<Figure> figures = NearlyBest(finder_.Find(units_, Kind::kNumber));
  std::stable_partition(figures.begin(), figures.end(), [&](const Figure& figure) {
    const TermKey attribute = KeyOf(TermSort::kAttribute, figure.attribute);
    return std::any_of(units_.begin(), units_.end(), [&](const Unit& unit) {
      return std::any_of(unit.terms.begin(), unit.terms.end(),
                         [&](const UnitTerm& term) { return term.key == attribute; });
    });
  });
  return AtTwoTimes(brain_, figures, names_time);
}

std::optional<FigurePair> ChangeFinder::Find() {
  if (std::optional<FigurePair> change = FindInOneFact()) return change;
  std::optional<FigurePair> pair = FindInTwoFacts();
  if (!pair || !AreDated(brain_, *pair)) return pair;
  const std::vector<Fact>& facts = brain_.knowledge().facts;
  if (Order(*QuantityOf(facts[pair->first.fact], Role::kWhen), *QuantityOf(facts[pair->second.fact], Role::kWhen)) < 0)
    std::swap(pair->first, pair->second);
  return pair;
}

}  // namespace docent
