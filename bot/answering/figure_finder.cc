#include "bot/answering/figure_finder.h"

#include <algorithm>
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
constexpr double kLeastCoverage = 0.6;
constexpr double kLeastFit = 0.5;
constexpr double kLeastContext = 0.6;
constexpr double kContextWorth = 0.3;  // of what is said of all sides
constexpr double kLeastEvident = 0.4;

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
    return is_one && when != nullptr && later_when != nullptr && !IsToCome(later) && Order(*when, *later_when) < 0;
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
  const bool is_event = kind == Kind::kDate && sides_.NamesEvent(sides[side]);
  if (sides.size() == 2 && !is_event) own = Completed(std::move(own), UnitsOfSide(units_, sides, 1 - side, shared));
  std::vector<Figure> figures = Find(own, kind);
  if (figures.empty() && kind == Kind::kDate) {
    // Of dates "older" says which way, if not which of them.
    std::erase_if(own, [&](const Unit& unit) { return IsDimension(brain_, marked_, form_, unit); });
    figures = Find(own, kind);
  }
  if (figures.empty()) figures = FindOfDimension(own, kind);
  LeaveOutEarlier(figures);
  // Of "students in 2025, Health", which of the two is said behind the comma.
  WordSpan named = sides[side];
  for (size_t i = named.begin + 1; i < named.end; ++i) {
    if (marked_.words[i].after_break) named.begin = i;
  }
  for (Figure& figure : figures) {
    figure.asked = TextOf(marked_, named);
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
