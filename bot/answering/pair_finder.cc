#include "bot/answering/pair_finder.h"

#include <algorithm>
#include <utility>

#include "bot/answering/interval.h"
#include "bot/answering/match.h"
#include "bot/reading/marks.h"

namespace docent {

// Of an event that is named, its own day, however much other facts say of it.
std::vector<Figure> PairFinder::MeantBySide(const std::vector<WordSpan>& sides, size_t side, Kind kind) {
  std::vector<Figure> figures = finder_.FindOfSide(sides, side, kind);
  if (kind != Kind::kDate || !finder_.sides().NamesEvent(sides[side])) return NearlyBest(std::move(figures));
  std::erase_if(figures,
                [&](const Figure& figure) { return !IsDayMeant(sides[side], brain_.knowledge().facts[figure.fact]); });
  return figures;
}

// "More nurses than doctors", "as many nurses as doctors": both sides are what is counted.
bool PairFinder::IsCountedAgainst(const std::vector<WordSpan>& sides) const {
  if (form_.asked.act == Act::kSum) return true;
  const size_t begin = std::min(sides[0].begin, sides[1].begin);
  return begin > 0 && !finder_.sides().IsOnlyNamed(sides[0]) && !finder_.sides().IsOnlyNamed(sides[1]) &&
         !finder_.sides().Names(sides[0]) && HoldsMark(marked_, {begin - 1, begin}, "counts against", brain_.rules());
}

bool PairFinder::HoldsSoleName(const Figure& figure) const {
  const Unit* sole = nullptr;
  for (const Unit& unit : units_) {
    if (!unit.is_name || unit.from_context || IsPronoun(unit) || unit.terms.empty()) continue;
    if (sole != nullptr) return true;  // there are several
    sole = &unit;
  }
  return sole == nullptr || std::any_of(sole->terms.begin(), sole->terms.end(), [&](const UnitTerm& term) {
           return brain_.frames().Find(figure.fact, term.key).has_value();
         });
}

// "More in 2023 than in 2022", "more now than in 2015". Of "more in 2023, the mill or the bank" both must be of 2023.
bool PairFinder::SetsYearsApart() const {
  const auto is_date = [](const Unit& unit) { return unit.quantity && unit.quantity->kind == QuantityKind::kDate; };
  if (std::count_if(units_.begin(), units_.end(), is_date) > 1) return true;
  return std::any_of(form_.sides.begin(), form_.sides.end(), [&](WordSpan side) {
    const auto is_own = [&](const Unit& unit) { return !unit.from_context && side.Holds(unit.span); };
    return std::any_of(units_.begin(), units_.end(), is_own) &&
           std::all_of(units_.begin(), units_.end(), [&](const Unit& unit) { return !is_own(unit) || is_date(unit); });
  });
}

bool PairFinder::AreOfOtherYears(const Figure& first_figure, const Figure& second_figure) const {
  const Fact& one = brain_.knowledge().facts[first_figure.fact];
  const Fact& other = brain_.knowledge().facts[second_figure.fact];
  const Quantity* first = QuantityOf(one, Role::kWhen);
  const Quantity* second = QuantityOf(other, Role::kWhen);
  return !SetsYearsApart() && !one.is_event && !other.is_event && first != nullptr && second != nullptr &&
         first->date.year != 0 && second->date.year != 0 && first->date.year != second->date.year;
}

bool PairFinder::IsDayMeant(WordSpan side, const Fact& fact) const {
  if (!finder_.sides().IsOnlyNamed(side)) return true;
  const TermKey subject = KeyOf(TermSort::kEntity, fact.subject);
  return fact.is_event && std::any_of(units_.begin(), units_.end(), [&](const Unit& unit) {
           return side.Holds(unit.span) && std::any_of(unit.terms.begin(), unit.terms.end(),
                                                       [&](const UnitTerm& term) { return term.key == subject; });
         });
}

bool PairFinder::IsPartOfAnother(const Figure& part, const Figure& whole) const {
  const Quantity* among = QuantityOf(brain_.knowledge().facts[part.fact], Role::kAmong);
  return part.quantity.number < whole.quantity.number && among != nullptr && among->number != whole.quantity.number;
}

bool PairFinder::SpeaksOf(const Figure& one, const Figure& other) const {
  const bool is_first_part = one.quantity.number < other.quantity.number;
  const FactId part = is_first_part ? one.fact : other.fact;
  const Fact& whole = brain_.knowledge().facts[is_first_part ? other.fact : one.fact];
  return brain_.frames().Find(part, KeyOf(TermSort::kEntity, whole.subject)).has_value();
}

std::optional<FigurePair> PairFinder::FindPairOf(const std::vector<WordSpan>& sides, Kind kind) {
  // Of the figures that the sides may mean, two of one subject go before two that account for a little more.
  constexpr double kSharedWorth = 0.25;
  const std::vector<Figure> firsts = MeantBySide(sides, 0, kind);
  if (firsts.empty()) return std::nullopt;
  const std::vector<Figure> seconds = MeantBySide(sides, 1, kind);
  // Two things that are only named are held against each other by what is said of both: the sums that two funds are
  // of, not the workers of the one and the rooms of the other.
  const bool by_names = finder_.sides().IsOnlyNamed(sides[0]) || finder_.sides().IsOnlyNamed(sides[1]);
  // "How much more did the mill take than it cost", "what share of the cost does the town pay": the cost of no other.
  const bool is_of_named = finder_.sides().AreOfOneThing(sides);
  const bool is_share = form_.asked.act == Act::kRatio;
  const bool names_none = form_.asked.act == Act::kCompare && form_.asked.kind == Kind::kNumber &&
                          !finder_.sides().Names(sides[0]) && !finder_.sides().Names(sides[1]);
  const Knowledge& knowledge = brain_.knowledge();
  // "Are there more nurses than doctors at the hospital": of both the hospital's.
  const bool is_of_sole_name = kind != Kind::kDate && IsCountedAgainst(sides);
  const Figure* first = nullptr;
  const Figure* second = nullptr;
  double most = 0;
  for (const Figure& one : firsts) {
    for (const Figure& other : seconds) {
      if (one.fact == other.fact || !AreOfOneMeasure(other.quantity, one.quantity)) continue;
      const Fact& of_one = knowledge.facts[one.fact];
      const Fact& of_other = knowledge.facts[other.fact];
      const bool is_shared = of_one.subject == of_other.subject;
      // "Between the theft and the signing": the day of an event that is named is meant.
      const bool are_days = kind == Kind::kDate && IsDayMeant(sides[0], of_one) && IsDayMeant(sides[1], of_other);
      if (by_names && !are_days) {
        const bool is_one_attribute = one.attribute != kNone && one.attribute == other.attribute;
        if (one.quantity.unit.empty() && !is_one_attribute && !docent::AreOfOneThing(of_one, of_other)) continue;
        if (one.is_aside || other.is_aside) continue;
      }
      if (is_of_sole_name && (!HoldsSoleName(one) || !HoldsSoleName(other))) continue;
      if (by_names && kind != Kind::kDate && AreOfOtherYears(one, other)) continue;
      // "How many fewer were there than planned" names no two things.
      if (names_none && !is_shared) continue;
      // "What share of the cost does the town pay": what it pays speaks of what costs so much.
      const bool is_part = is_share && SpeaksOf(one, other);
      if (is_of_named && !is_shared && !is_part) continue;
      if (is_share && (IsPartOfAnother(one, other) || IsPartOfAnother(other, one))) continue;
      if (is_share && !is_shared && !is_part && HoldsMark(marked_, {0, marked_.words.size()}, "pays", brain_.rules()))
        continue;
      const double worth = one.worth + other.worth + (is_shared ? kSharedWorth : 0);
      if (worth <= most + 1e-9) continue;
      most = worth;
      first = &one;
      second = &other;
    }
  }
  if (first == nullptr) return std::nullopt;
  // How many of one thing says nothing of how many of another.
  const bool is_of_one = knowledge.facts[first->fact].subject == knowledge.facts[second->fact].subject;
  if (kind == Kind::kCount && !is_of_one && !(is_share && SpeaksOf(*first, *second))) return std::nullopt;
  return FigurePair{*first, *second};
}

// Where the question may be parted into what asks for one figure and what asks for the other: between any two of its
// pieces of content.
std::vector<std::vector<WordSpan>> PairFinder::Partings() const {
  constexpr size_t kMostPartings = 8;
  constexpr double kLeastWeight = 0.25;
  std::vector<const Unit*> own;
  for (const Unit& unit : units_) {
    if (!unit.from_context) own.push_back(&unit);
  }
  std::sort(own.begin(), own.end(),
            [](const Unit* one, const Unit* other) { return one->span.begin < other->span.begin; });
  double all = 0;
  for (const Unit* unit : own) all += unit->weight;
  std::vector<std::vector<WordSpan>> partings;
  double before = 0;
  for (size_t i = 1; i < own.size() && partings.size() < kMostPartings; ++i) {
    before += own[i - 1]->weight;
    if (before < kLeastWeight || all - before < kLeastWeight) continue;
    partings.push_back({{own.front()->span.begin, own[i - 1]->span.end}, {own[i]->span.begin, own.back()->span.end}});
  }
  return partings;
}

std::optional<FigurePair> PairFinder::FindPair(const std::vector<Kind>& kinds) {
  for (const Kind kind : kinds) {
    if (form_.sides.size() < 2) break;
    if (std::optional<FigurePair> pair = FindPairOf(form_.sides, kind)) return pair;
  }
  // "Is it more than 5 billion" holds one figure against the question's own.
  if (form_.asked.kind == Kind::kFlag || kinds.front() == Kind::kDate) return std::nullopt;
  if (form_.sides.size() >= 2 && finder_.sides().AreOfOneThing(form_.sides)) return std::nullopt;
  std::optional<FigurePair> best;
  const auto worth = [](const FigurePair& pair) { return pair.first.worth + pair.second.worth; };
  for (const std::vector<WordSpan>& sides : Partings()) {
    std::optional<FigurePair> pair = FindPairOf(sides, kinds.front());
    if (pair && (!best || worth(*pair) > worth(*best))) best = std::move(pair);
  }
  return best;
}

}  // namespace docent
