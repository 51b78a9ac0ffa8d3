#include "bot/answering/figure_finder.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "bot/answering/dimension.h"
#include "bot/answering/interval.h"
#include "bot/answering/match.h"
#include "bot/answering/side_units.h"
#include "bot/answering/standing.h"
#include "bot/reading/marks.h"
#include "bot/text/scales.h"
#include "bot/text/units.h"

namespace docent {
namespace {

constexpr size_t kMostMatches = 12;
constexpr size_t kMostOfName = 48;
constexpr std::array<std::string_view, 3> kPronouns = {"pronoun person", "pronoun thing", "pronoun many"};
constexpr double kLeastCoverage = 0.6;
constexpr double kLeastFit = 0.5;
constexpr double kLeastContext = 0.6;
constexpr double kContextWorth = 0.3;  // of what is said of all sides
constexpr double kLeastEvident = 0.4;
constexpr double kTelling = 0.25;  // a word of less weight tells no figure from another

const Quantity* QuantityIn(const Knowledge& knowledge, const FrameMatch& match) {
  const Fact& fact = knowledge.facts[match.fact];
  if (match.slot >= fact.slots.size()) return nullptr;
  for (const Value& value : fact.slots[match.slot].values) {
    if (value.quantity) return &*value.quantity;
  }
  return nullptr;
}

// Whether the question says what changes by the name of an attribute, and the fact has another, of which it is no unit.
bool IsOfAnotherAttribute(const Fact& fact, const std::vector<Unit>& units) {
  const TermKey own = KeyOf(TermSort::kAttribute, fact.attribute);
  const Quantity* figure = QuantityOf(fact, Role::kValue);
  bool means_any = false;
  for (const Unit& unit : units) {
    if (unit.from_context || unit.is_name) continue;
    if (figure != nullptr && figure->unit == unit.text) return false;
    for (const UnitTerm& term : unit.terms) {
      if (term.key == own) return false;
      means_any = means_any || SortOf(term.key) == TermSort::kAttribute;
    }
  }
  return means_any;
}

// Whether the fact says nothing of a thing that the side names.
bool MissesThing(const std::vector<Unit>& units, const FrameMatch& match) {
  constexpr double kThing = 0.4;
  for (size_t i = 0; i < units.size(); ++i) {
    const Unit& unit = units[i];
    const bool is_thing = !unit.from_context && !unit.is_loose && !unit.quantity && unit.weight >= kThing;
    if (is_thing && match.covers[i] < 0.5F) return true;
  }
  return false;
}

// Whether the fact has the names and the figures that the question works with, and speaks of all its things: how it
// says that they are to be divided is a way of speaking.
bool HoldsGivenFigures(const std::vector<Unit>& units, const FrameMatch& match) {
  constexpr double kMostMissed = 0.2;
  bool has_name = false;
  bool has_figure = false;
  for (size_t i = 0; i < units.size(); ++i) {
    if (units[i].from_context || (!units[i].is_name && !units[i].quantity)) continue;
    if (match.covers[i] < 0.5F) return false;
    has_name = has_name || units[i].is_name;
    has_figure = has_figure || units[i].quantity.has_value();
  }
  return has_name && has_figure && match.missed <= kMostMissed;
}

// Whether the fact has a word that the question's form takes for its own, or one near to it: "by how much did it grow".
bool SaysWhatFormDoes(const Brain& brain, const MarkedQuestion& marked, const Form& form, FactId fact) {
  return std::any_of(marked.mentions.begin(), marked.mentions.end(), [&](const Mention& mention) {
    return form.is_form[mention.span.begin] &&
           std::any_of(mention.meanings.begin(), mention.meanings.end(), [&](const Meaning& meaning) {
             return meaning.kind == MeaningKind::kClass &&
                    brain.frames().Find(fact, KeyOf(TermSort::kClass, meaning.id)).has_value();
           });
  });
}

}  // namespace

std::vector<Figure> FigureFinder::Find(const std::vector<Unit>& units, Kind kind) {
  std::vector<Figure> figures;
  if (std::all_of(units.begin(), units.end(), [](const Unit& unit) { return unit.from_context; })) return figures;
  const bool counts_things = CountsThings();
  const std::string measure = MeasureAsked();
  Asked asked;
  asked.act = form_.asked.act;  // what is held against something may be named by its figure
  asked.kind = kind;
  // Of a thing that is only named there may be much to tell.
  const bool is_only_named =
      std::all_of(units.begin(), units.end(), [](const Unit& unit) { return unit.is_name || unit.from_context; });
  const size_t most = is_only_named ? kMostOfName : kMostMatches;
  for (const FrameMatch& match : MatchFrames(units, asked, brain_.knowledge(), brain_.frames(), store_, most)) {
    if (!match.left.empty() || match.covered_well < kLeastCoverage || match.fit < kLeastFit) continue;
    const bool is_told_by_name_alone = match.evident < kLeastEvident && asked.act != Act::kCompare;
    if (MissesThing(units, match) || is_told_by_name_alone) continue;
    const Quantity* quantity = QuantityIn(brain_.knowledge(), match);
    if (quantity == nullptr || (counts_things && quantity->kind == QuantityKind::kMoney)) continue;
    if (kind == Kind::kDate && !IsDayOfIt(units, match, *quantity)) continue;
    if (!TellsOfDimension(units, match)) continue;
    // "How many metres taller": of tonnes none.
    if (!measure.empty() && !quantity->unit.empty() && !FactorBetween(quantity->unit, measure)) continue;
    double weight = 0;
    for (const Unit& unit : units) weight += unit.from_context ? 0 : unit.weight;
    const Fact& fact = brain_.knowledge().facts[match.fact];
    const bool is_aside = !fact.is_event && fact.slots[match.slot].role == Role::kWhen;
    figures.push_back({match.fact, *quantity, {}, weight * match.coverage + kContextWorth * match.context, is_aside});
    const Slot& slot = fact.slots[match.slot];
    figures.back().attribute = slot.role == Role::kAttribute ? slot.attribute : fact.attribute;
  }
  return figures;
}

// "How many rangers and helpers are there": not those of 2009, where there are figures of 2024.
void FigureFinder::LeaveOutEarlier(std::vector<Figure>& figures) const {
  const bool names_year = std::any_of(units_.begin(), units_.end(), [](const Unit& unit) {
    return unit.quantity && unit.quantity->kind == QuantityKind::kDate && unit.quantity->date.year != 0;
  });
  if (names_year || form_.asked.was || form_.asked.ever) return;
  const std::vector<Fact>& facts = brain_.knowledge().facts;
  const auto is_earlier = [&](const Figure& one, const Figure& other) {
    const Fact& fact = facts[one.fact];
    const Fact& later = facts[other.fact];
    const bool is_one = fact.attribute != kNone && fact.attribute == later.attribute && fact.subject == later.subject;
    if (is_one && IsToCome(fact) && !IsToCome(later) && !form_.asked.ahead) return true;  // what there is to be
    const Quantity* when = QuantityOf(fact, Role::kWhen);
    const Quantity* later_when = QuantityOf(later, Role::kWhen);
    return fact.attribute != kNone && fact.attribute == later.attribute && fact.subject == later.subject &&
           when != nullptr && later_when != nullptr && !IsToCome(later) && Order(*when, *later_when) < 0;
  };
  const std::vector<Figure> all = figures;
  std::erase_if(figures, [&](const Figure& figure) {
    return std::any_of(all.begin(), all.end(), [&](const Figure& other) { return is_earlier(figure, other); });
  });
}

std::vector<Figure> FigureFinder::FindOfSide(const std::vector<WordSpan>& sides, size_t side, Kind kind) {
  std::vector<WordSpan> shared = Dimensions();
  if (form_.head && MeasureAsked().empty()) shared.push_back(*form_.head);
  std::vector<Unit> own = UnitsOfSide(units_, sides, side, shared);
  if (form_.asked.act == Act::kSum) WeighCounted(own);
  // "Between the closing of the mine and the fire": the day of an event that is named is asked for without a word more.
  const bool is_event = kind == Kind::kDate && NamesEvent(sides[side]);
  if (sides.size() == 2 && !is_event) own = Completed(std::move(own), UnitsOfSide(units_, sides, 1 - side, shared));
  std::vector<Figure> figures = Find(own, kind);
  if (figures.empty() && kind == Kind::kDate) {
    // Of dates "older" says which way, if not which of them.
    std::erase_if(own, [&](const Unit& unit) { return IsDimension(brain_, marked_, form_, unit); });
    figures = Find(own, kind);
  }
  if (figures.empty()) figures = FindOfDimension(own, kind);
  LeaveOutEarlier(figures);
  for (Figure& figure : figures) {
    figure.asked = TextOf(marked_, sides[side]);
    figure.side = side;
  }
  return figures;
}

std::vector<Figure> FigureFinder::FindAlike(const std::vector<WordSpan>& sides) {
  constexpr double kSharedWorth = 0.25;  // of a figure of the same subject, against one that accounts for more words
  std::vector<std::vector<Figure>> may_mean;
  std::set<EntityId> subjects;
  for (size_t i = 0; i < sides.size(); ++i) {
    may_mean.push_back(FindOfSide(sides, i, Kind::kNumber));
    for (const Figure& figure : may_mean.back()) subjects.insert(brain_.knowledge().facts[figure.fact].subject);
  }
  std::vector<Figure> best;
  double best_worth = 0;
  for (const EntityId shared : subjects) {
    const auto worth = [&](const Figure& figure) {
      const bool is_shared = brain_.knowledge().facts[figure.fact].subject == shared;
      return figure.worth + (is_shared ? kSharedWorth : 0);
    };
    std::vector<Figure> taken;
    double sum = 0;
    for (const std::vector<Figure>& figures : may_mean) {
      const Figure* chosen = nullptr;
      for (const Figure& figure : figures) {
        const bool is_taken =
            std::any_of(taken.begin(), taken.end(), [&](const Figure& other) { return other.fact == figure.fact; });
        if (is_taken || (!taken.empty() && !AreOfOneMeasure(taken.front().quantity, figure.quantity))) continue;
        if (chosen == nullptr || worth(figure) > worth(*chosen)) chosen = &figure;
      }
      if (chosen == nullptr) continue;
      sum += worth(*chosen);
      taken.push_back(*chosen);
    }
    if (sum <= best_worth) continue;
    best_worth = sum;
    best = std::move(taken);
  }
  return best;
}

// "When did she become the director" is told neither by the day on which she was it no more, nor by when she followed
// another.
bool FigureFinder::IsDayOfIt(const std::vector<Unit>& units, const FrameMatch& match, const Quantity& quantity) const {
  const Fact& fact = brain_.knowledge().facts[match.fact];
  if (quantity.kind != QuantityKind::kDate || IsOver(brain_, fact)) return false;
  for (size_t i = 0; i < units.size(); ++i) {
    if (units[i].is_name && !units[i].from_context && StandsOnlyIn(fact, Role::kFrom, match, i)) return false;
  }
  return true;
}

std::vector<WordSpan> FigureFinder::Dimensions() const {
  std::vector<WordSpan> spans;
  for (const Unit& unit : units_) {
    if (IsDimension(brain_, marked_, form_, unit)) spans.push_back(unit.span);
  }
  return spans;
}

bool FigureFinder::TellsOfDimension(const std::vector<Unit>& units, const FrameMatch& match) const {
  constexpr float kCovered = 0.5F;
  for (size_t i = 0; i < units.size(); ++i) {
    const bool is_dimension = !units[i].from_context && IsDimension(brain_, marked_, form_, units[i]);
    if (is_dimension && match.covers[i] < kCovered) return false;
  }
  return true;
}

// Whose figures are of the dimension by themselves, without a word: a sum of what is cheaper, a time of what is longer.
std::vector<Figure> FigureFinder::FindOfDimension(std::vector<Unit> units, Kind kind) {
  std::vector<Unit> dimensions;
  for (const Unit& unit : units) {
    if (IsDimension(brain_, marked_, form_, unit)) dimensions.push_back(unit);
  }
  if (dimensions.empty()) return {};
  std::erase_if(units, [&](const Unit& unit) { return IsDimension(brain_, marked_, form_, unit); });
  std::vector<Figure> figures = Find(units, kind);
  std::erase_if(figures, [&](const Figure& figure) {
    return !std::all_of(dimensions.begin(), dimensions.end(),
                        [&](const Unit& unit) { return IsOfDimension(brain_, marked_, unit, figure.quantity); });
  });
  return figures;
}

std::string FigureFinder::MeasureAsked() const {
  const std::string head = form_.head ? TextOf(marked_, *form_.head) : std::string();
  return !head.empty() && IsMeasure(head) ? head : std::string();
}

bool FigureFinder::CountsThings() const {
  return form_.head && MeasureAsked().empty() && std::any_of(units_.begin(), units_.end(), [&](const Unit& unit) {
           return form_.head->Holds(unit.span) && !unit.is_any_sum && unit.kind != Kind::kMoney &&
                  CurrencyOf(unit.text).empty();
         });
}

bool FigureFinder::IsOnlyNamed(WordSpan side) const {
  return std::none_of(units_.begin(), units_.end(), [&](const Unit& unit) {
    return side.Holds(unit.span) && !unit.from_context && !unit.is_name && !unit.is_loose && unit.weight >= kTelling;
  });
}

bool FigureFinder::IsOnlyLoose(WordSpan side) const {
  return std::none_of(units_.begin(), units_.end(), [&](const Unit& unit) {
    return side.Holds(unit.span) && !unit.from_context && (!unit.is_loose || unit.weight >= kTelling);
  });
}

bool FigureFinder::HoldsPronoun(WordSpan side) const {
  return std::any_of(kPronouns.begin(), kPronouns.end(),
                     [&](std::string_view name) { return HoldsMark(marked_, side, name, brain_.rules()); });
}

bool FigureFinder::Names(WordSpan side) const {
  return std::any_of(units_.begin(), units_.end(), [&](const Unit& unit) {
    return side.Holds(unit.span) && !unit.from_context && (unit.is_name || unit.quantity) && !IsPronoun(unit);
  });
}

bool FigureFinder::LeansOnOther(const std::vector<WordSpan>& sides) const {
  const auto leans = [&](WordSpan side) {
    return !Names(side) && (form_.asked.act == Act::kRatio || HoldsPronoun(side));
  };
  return leans(sides[0]) != leans(sides[1]) && (Names(sides[0]) || Names(sides[1]));
}

bool FigureFinder::AreOfOneThing(const std::vector<WordSpan>& sides) const {
  const bool holds_given = form_.asked.kind == Kind::kFlag;  // "is it more than 5 billion"
  return LeansOnOther(sides) || (!holds_given && (IsOnlyLoose(sides[0]) || IsOnlyLoose(sides[1])));
}

bool FigureFinder::NamesEvent(WordSpan side) const {
  return IsOnlyNamed(side) && std::any_of(units_.begin(), units_.end(), [&](const Unit& unit) {
           return side.Holds(unit.span) && std::any_of(unit.terms.begin(), unit.terms.end(), [&](const UnitTerm& term) {
                    return SortOf(term.key) == TermSort::kEntity &&
                           brain_.knowledge().entities[static_cast<EntityId>(term.key & 0xFFFFFFFF)].is_event;
                  });
         });
}

// Of an event that is named, its own day, however much other facts say of it.
std::vector<Figure> FigureFinder::MeantBySide(const std::vector<WordSpan>& sides, size_t side, Kind kind) {
  std::vector<Figure> figures = FindOfSide(sides, side, kind);
  if (kind != Kind::kDate || !NamesEvent(sides[side])) return NearlyBest(std::move(figures));
  std::erase_if(figures,
                [&](const Figure& figure) { return !IsDayMeant(sides[side], brain_.knowledge().facts[figure.fact]); });
  return figures;
}

// "More nurses than doctors", "as many nurses as doctors": both sides are what is counted.
bool FigureFinder::IsCountedAgainst(const std::vector<WordSpan>& sides) const {
  if (form_.asked.act == Act::kSum) return true;
  const size_t begin = std::min(sides[0].begin, sides[1].begin);
  return begin > 0 && !IsOnlyNamed(sides[0]) && !IsOnlyNamed(sides[1]) && !Names(sides[0]) &&
         HoldsMark(marked_, {begin - 1, begin}, "counts against", brain_.rules());
}

bool FigureFinder::HoldsSoleName(const Figure& figure) const {
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

bool FigureFinder::AreOfOtherYears(const Figure& first_figure, const Figure& second_figure) const {
  const Fact& one = brain_.knowledge().facts[first_figure.fact];
  const Fact& other = brain_.knowledge().facts[second_figure.fact];
  const Quantity* first = QuantityOf(one, Role::kWhen);
  const Quantity* second = QuantityOf(other, Role::kWhen);
  const bool names_year = std::any_of(units_.begin(), units_.end(), [](const Unit& unit) {
    return unit.quantity && unit.quantity->kind == QuantityKind::kDate;
  });
  return !names_year && !one.is_event && !other.is_event && first != nullptr && second != nullptr &&
         first->date.year != 0 && second->date.year != 0 && first->date.year != second->date.year;
}

bool FigureFinder::IsDayMeant(WordSpan side, const Fact& fact) const {
  if (!IsOnlyNamed(side)) return true;
  const TermKey subject = KeyOf(TermSort::kEntity, fact.subject);
  return fact.is_event && std::any_of(units_.begin(), units_.end(), [&](const Unit& unit) {
           return side.Holds(unit.span) && std::any_of(unit.terms.begin(), unit.terms.end(),
                                                       [&](const UnitTerm& term) { return term.key == subject; });
         });
}

bool FigureFinder::IsPartOfAnother(const Figure& part, const Figure& whole) const {
  const Quantity* among = QuantityOf(brain_.knowledge().facts[part.fact], Role::kAmong);
  return part.quantity.number < whole.quantity.number && among != nullptr && among->number != whole.quantity.number;
}

bool FigureFinder::SpeaksOf(const Figure& one, const Figure& other) const {
  const bool is_first_part = one.quantity.number < other.quantity.number;
  const FactId part = is_first_part ? one.fact : other.fact;
  const Fact& whole = brain_.knowledge().facts[is_first_part ? other.fact : one.fact];
  return brain_.frames().Find(part, KeyOf(TermSort::kEntity, whole.subject)).has_value();
}

std::optional<FigurePair> FigureFinder::FindPairOf(const std::vector<WordSpan>& sides, Kind kind) {
  // Of the figures that the sides may mean, two of one subject go before two that account for a little more.
  constexpr double kSharedWorth = 0.25;
  const std::vector<Figure> firsts = MeantBySide(sides, 0, kind);
  if (firsts.empty()) return std::nullopt;
  const std::vector<Figure> seconds = MeantBySide(sides, 1, kind);
  // Two things that are only named are held against each other by what is said of both: the sums that two funds are
  // of, not the workers of the one and the rooms of the other.
  const bool by_names = IsOnlyNamed(sides[0]) || IsOnlyNamed(sides[1]);
  // "How much more did the mill take than it cost", "what share of the cost does the town pay": the cost of no other.
  const bool is_of_named = AreOfOneThing(sides);
  const bool is_share = form_.asked.act == Act::kRatio;
  const bool names_none =
      form_.asked.act == Act::kCompare && form_.asked.kind == Kind::kNumber && !Names(sides[0]) && !Names(sides[1]);
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
std::vector<std::vector<WordSpan>> FigureFinder::Partings() const {
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

std::optional<FigurePair> FigureFinder::FindPair(const std::vector<Kind>& kinds) {
  for (const Kind kind : kinds) {
    if (form_.sides.size() < 2) break;
    if (std::optional<FigurePair> pair = FindPairOf(form_.sides, kind)) return pair;
  }
  // "Is it more than 5 billion" holds one figure against the question's own.
  if (form_.asked.kind == Kind::kFlag || kinds.front() == Kind::kDate) return std::nullopt;
  if (form_.sides.size() >= 2 && AreOfOneThing(form_.sides)) return std::nullopt;
  std::optional<FigurePair> best;
  const auto worth = [](const FigurePair& pair) { return pair.first.worth + pair.second.worth; };
  for (const std::vector<WordSpan>& sides : Partings()) {
    std::optional<FigurePair> pair = FindPairOf(sides, kinds.front());
    if (pair && (!best || worth(*pair) > worth(*best))) best = std::move(pair);
  }
  return best;
}

// "Do women make up most of the employees": of what says how many of the keepers are women, not.
bool FigureFinder::IsAmongWholeAsked(const std::vector<Unit>& units, const FrameMatch& match) const {
  if (form_.sides.size() < 2) return true;
  const Fact& fact = brain_.knowledge().facts[match.fact];
  for (size_t slot = 0; slot < fact.slots.size() && slot < kMaxSlots; ++slot) {
    const Value& among = fact.slots[slot].values.front();
    const bool says_of_what = among.quantity && !among.quantity->unit.empty();
    if (fact.slots[slot].role != Role::kAmong || !says_of_what) continue;
    for (size_t i = 0; i < units.size(); ++i) {
      const bool is_thing = !units[i].from_context && !units[i].is_name && !units[i].is_loose && !units[i].quantity;
      if (!is_thing || !form_.sides[1].Holds(units[i].span)) continue;
      if ((match.places[i] & (uint32_t{1} << slot)) == 0) return false;
    }
  }
  return true;
}

std::optional<FigurePair> FigureFinder::FindInOneFact(const std::vector<Unit>& units, Kind kind, Role other) {
  Asked asked;
  asked.act = form_.asked.act;
  asked.kind = kind;
  asked.context = form_.asked.context;
  // "How much is that per year" says nothing of its own.
  constexpr double kLightest = 0.35;
  const bool is_bare = std::all_of(units.begin(), units.end(), [](const Unit& unit) {
    return unit.from_context || (unit.is_loose && unit.weight < kLightest);
  });
  // "Than the year before": the fact need not say it, for the figure that it has besides is of then.
  std::vector<Unit> things = units;
  for (Unit& unit : things) unit.from_context |= HoldsMark(marked_, unit.span, "year before", brain_.rules());
  // "By how much is it to grow": of several things of it that grow none is meant more than another.
  const bool is_only_named = std::none_of(units.begin(), units.end(), [](const Unit& unit) {
    return !unit.is_name && !unit.from_context && (!unit.is_loose || unit.weight >= kLightest);
  });
  std::optional<FigurePair> found;
  for (const FrameMatch& match : MatchFrames(units, asked, brain_.knowledge(), brain_.frames(), store_, kMostMatches)) {
    const bool is_meant = is_bare ? match.context >= kLeastContext
                                  : HoldsGivenFigures(units, match) ||
                                        (match.covered_well >= kLeastCoverage && match.evident >= kLeastEvident);
    if (!match.left.empty() || !is_meant || IsNamedInPassing(brain_.knowledge(), units, match, asked.kind)) continue;
    if (form_.asked.act == Act::kCompare && MissesThing(things, match)) continue;  // "how much bigger is the budget"
    const Fact& fact = brain_.knowledge().facts[match.fact];
    if (other == Role::kFrom && IsOfAnotherAttribute(fact, things)) continue;
    if (other == Role::kAmong && !IsAmongWholeAsked(units, match)) continue;
    const Quantity* value = QuantityOf(fact, Role::kValue);
    if (value == nullptr) value = QuantityOf(fact, Role::kAmount);
    const Quantity* stated = QuantityOf(fact, other);
    if (value == nullptr || stated == nullptr || stated->number <= 0) continue;
    Quantity beside = *stated;
    // "350 of more than 500 employees", "47 minutes instead of 68": the unit is named once.
    const bool is_part = other == Role::kAmong && value->kind == beside.kind && value->unit.empty();
    if (other == Role::kFrom && beside.kind == QuantityKind::kNumber && beside.unit.empty()) {
      beside.kind = value->kind;
      beside.unit = value->unit;
    }
    if (other != Role::kWithin && !is_part && !AreOfOneMeasure(*value, beside)) continue;
    if (is_only_named && other == Role::kFrom && (found || !SaysWhatFormDoes(brain_, marked_, form_, match.fact)))
      return std::nullopt;
    found = FigurePair{{match.fact, *value, {}, 0}, {match.fact, beside, {}, 0}};
    if (!is_only_named || other != Role::kFrom) return found;
  }
  return found;
}

}  // namespace docent
