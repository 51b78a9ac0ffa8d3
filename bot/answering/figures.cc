#include "bot/answering/figures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <optional>
#include <set>

#include "bot/answering/interval.h"
#include "bot/answering/match.h"
#include "bot/answering/wording.h"
#include "bot/reading/marks.h"

namespace docent {
namespace {

constexpr size_t kMostMatches = 12;
constexpr double kLeastCoverage = 0.6;
constexpr double kLeastFit = 0.5;
constexpr double kLeastEvident = 0.4;

// A figure that a fact states, with the words by which the question asked for it.
struct Figure {
  FactId fact = kNone;
  Quantity quantity;
  std::string asked;
  double worth = 0;  // the weight of the words that the fact accounts for
};

struct FigurePair {
  Figure first;
  Figure second;
};

std::string TextOf(const MarkedQuestion& marked, WordSpan span) {
  if (span.size() == 0) return {};
  return marked.text.substr(marked.words[span.begin].begin,
                            marked.words[span.end - 1].end - marked.words[span.begin].begin);
}

// The units of one side; what stands outside all sides is welcome context for each.
std::vector<Unit> UnitsOfSide(const std::vector<Unit>& units, const std::vector<WordSpan>& sides, size_t side) {
  std::vector<Unit> own;
  for (Unit unit : units) {
    const bool inside = sides[side].Holds(unit.span) && !unit.from_context;
    // What follows the last item of an enumeration ("a, b and c of the house") belongs to all of them.
    const bool elsewhere = std::any_of(sides.begin(), sides.end() - (sides.size() > 2 ? 1 : 0),
                                       [&](const WordSpan& span) { return span.Overlaps(unit.span); });
    if (!inside && elsewhere) continue;
    if (!inside) {
      unit.from_context = true;
      unit.is_constraint = false;
    }
    unit.is_head = false;
    own.push_back(std::move(unit));
  }
  return own;
}

// Whether two figures can be held against each other: sums of one currency, numbers of one unit. A large number whose
// unit the source leaves out may be a sum.
bool AreOfOneMeasure(const Quantity& one, const Quantity& other) {
  constexpr double kLikeASum = 1e6;
  if (!AreComparable(one, other)) return false;
  if (one.kind == other.kind) return one.unit == other.unit;
  return std::min(one.number, other.number) >= kLikeASum;
}

// "More in 2023 than in 2022": a side that only says when, or how much, asks for what the other one does.
std::vector<Unit> Completed(std::vector<Unit> side, const std::vector<Unit>& other) {
  const auto is_own = [](const Unit& unit) {
    return !unit.from_context && !unit.quantity && !unit.is_loose && !unit.is_name;
  };
  if (std::any_of(side.begin(), side.end(), is_own)) return side;
  for (Unit unit : other) {
    if (is_own(unit)) side.push_back(std::move(unit));
  }
  return side;
}

const Quantity* QuantityIn(const Knowledge& knowledge, const FrameMatch& match) {
  const Fact& fact = knowledge.facts[match.fact];
  if (match.slot >= fact.slots.size()) return nullptr;
  for (const Value& value : fact.slots[match.slot].values) {
    if (value.quantity) return &*value.quantity;
  }
  return nullptr;
}

class Worker {
 public:
  Worker(const Brain& brain, StoreConnection& store, const MarkedQuestion& marked, const Form& form,
         const std::vector<Unit>& units)
      : brain_(brain), store_(store), marked_(marked), form_(form), units_(units) {}

  Finding Work() {
    switch (form_.asked.act) {
      case Act::kCompare:
        return Compare();
      case Act::kSum:
        return Sum();
      case Act::kRatio:
        return Ratio();
      case Act::kRest:
        return Rest();
      case Act::kFactor:
        return form_.asked.kind == Kind::kCount ? Change() : Factor();
      case Act::kLookUp:
      case Act::kVerify:
      case Act::kDescribe:
        return {};
    }
    return {};
  }

 private:
  // The figure that the units ask for, of a kind that can be held against `like`; not one of `taken`.
  std::optional<Figure> Find(const std::vector<Unit>& units, Kind kind, const Quantity* like,
                             const std::set<FactId>& taken) {
    if (std::all_of(units.begin(), units.end(), [](const Unit& unit) { return unit.from_context; }))
      return std::nullopt;
    Asked asked;
    asked.act = form_.asked.act;  // what is held against something may be named by its figure
    asked.kind = kind;
    for (const FrameMatch& match :
         MatchFrames(units, asked, brain_.knowledge(), brain_.frames(), store_, kMostMatches)) {
      if (!match.left.empty() || match.covered_well < kLeastCoverage || match.fit < kLeastFit ||
          taken.contains(match.fact))
        continue;
      const bool is_told_by_name_alone = match.evident < kLeastEvident && asked.act != Act::kCompare;
      if (MissesThing(units, match) || is_told_by_name_alone) continue;
      const Quantity* quantity = QuantityIn(brain_.knowledge(), match);
      if (quantity == nullptr || (like != nullptr && !AreOfOneMeasure(*quantity, *like))) continue;
      double weight = 0;
      for (const Unit& unit : units) weight += unit.from_context ? 0 : unit.weight;
      return Figure{match.fact, *quantity, {}, weight * match.coverage};
    }
    return std::nullopt;
  }

  // Whether the fact says nothing of a thing that the side names.
  static bool MissesThing(const std::vector<Unit>& units, const FrameMatch& match) {
    constexpr double kTelling = 0.4;
    for (size_t i = 0; i < units.size(); ++i) {
      const Unit& unit = units[i];
      const bool is_thing = !unit.from_context && !unit.is_loose && !unit.quantity && unit.weight >= kTelling;
      if (is_thing && match.covers[i] < 0.5F) return true;
    }
    return false;
  }

  std::optional<Figure> FindSide(const std::vector<WordSpan>& sides, size_t side, Kind kind, const Quantity* like,
                                 const std::set<FactId>& taken) {
    std::vector<Unit> own = UnitsOfSide(units_, sides, side);
    if (sides.size() == 2) own = Completed(std::move(own), UnitsOfSide(units_, sides, 1 - side));
    std::optional<Figure> figure = Find(own, kind, like, taken);
    if (figure) figure->asked = TextOf(marked_, sides[side]);
    return figure;
  }

  std::optional<FigurePair> FindPairOf(const std::vector<WordSpan>& sides, Kind kind) {
    std::optional<Figure> first = FindSide(sides, 0, kind, nullptr, {});
    if (!first) return std::nullopt;
    std::optional<Figure> second = FindSide(sides, 1, kind, &first->quantity, {first->fact});
    if (!second) return std::nullopt;
    // How many of one thing says nothing of how many of another.
    const std::vector<Fact>& facts = brain_.knowledge().facts;
    if (kind == Kind::kCount && facts[first->fact].subject != facts[second->fact].subject) return std::nullopt;
    return FigurePair{*std::move(first), *std::move(second)};
  }

  // Where the question may be parted into what asks for one figure and what asks for the other: between any two of its
  // pieces of content.
  std::vector<std::vector<WordSpan>> Partings() const {
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

  // The two figures that the question holds against each other: of the sides that its form names, else of the parting
  // that accounts for the most of its words.
  std::optional<FigurePair> FindPair(const std::vector<Kind>& kinds) {
    for (const Kind kind : kinds) {
      if (form_.sides.size() < 2) break;
      if (std::optional<FigurePair> pair = FindPairOf(form_.sides, kind)) return pair;
    }
    // "Is it more than 5 billion" holds one figure against the question's own.
    if (form_.asked.kind == Kind::kFlag || kinds.front() == Kind::kDate) return std::nullopt;
    std::optional<FigurePair> best;
    const auto worth = [](const FigurePair& pair) { return pair.first.worth + pair.second.worth; };
    for (const std::vector<WordSpan>& sides : Partings()) {
      std::optional<FigurePair> pair = FindPairOf(sides, kinds.front());
      if (pair && (!best || worth(*pair) > worth(*best))) best = std::move(pair);
    }
    return best;
  }

  Finding Answered(std::string saying, std::map<std::string, std::string> parts,
                   const std::vector<Figure>& figures) const {
    Finding finding;
    finding.status = Status::kAnswered;
    finding.lead = Say(brain_.language(), saying, marked_.language, parts);
    for (const Figure& figure : figures) {
      if (std::find(finding.facts.begin(), finding.facts.end(), figure.fact) == finding.facts.end())
        finding.facts.push_back(figure.fact);
      finding.focus.push_back(brain_.knowledge().facts[figure.fact].subject);
    }
    return finding;
  }

  static AnswerValue NumberValue(double number, const std::string& unit) {
    AnswerValue value;
    value.text = Shown(number);
    value.number = number;
    value.unit = unit;
    return value;
  }

  static std::string Shown(double number) {
    std::array<char, 40> text;
    std::snprintf(text.data(), text.size(), std::fabs(number - std::round(number)) < 1e-9 ? "%.0f" : "%.1f", number);
    return text.data();
  }

  // A figure worked out of others, with its unit; of figures that are not exact it is not exact either.
  std::string ShownResult(double number, const std::string& unit, const std::vector<Figure>& figures) const {
    const bool exact = std::all_of(figures.begin(), figures.end(),
                                   [](const Figure& figure) { return figure.quantity.bound == Bound::kExactly; });
    const std::string shown = ShownLarge(number) + ShownUnit(unit);
    return exact ? shown : Say(brain_.language(), "inexact", marked_.language, {{"number", shown}});
  }

  // A large sum in the words that its facts use: 1200000000 -> "1.2 billion".
  std::string ShownLarge(double number) const {
    struct Scale {
      double factor;
      const char* name;
    };
    constexpr std::array<Scale, 3> kScales = {{{1e12, "trillion"}, {1e9, "billion"}, {1e6, "million"}}};
    if (marked_.language == "zh" && std::fabs(number) >= 1e8) return Shown(number / 1e8) + "亿";
    for (const Scale& scale : kScales) {
      if (std::fabs(number) >= scale.factor) return Shown(number / scale.factor) + " " + scale.name;
    }
    return Shown(number);
  }

  std::string ShownUnit(const std::string& unit) const {
    if (unit.empty()) return unit;
    return std::string(SpaceIn(marked_.language)) + Say(brain_.language(), "unit " + unit, marked_.language);
  }

  bool Says(std::string_view mark) const { return HoldsMark(marked_, {0, marked_.words.size()}, mark, brain_.rules()); }

  Finding Compare() {
    const bool wants_figure = form_.asked.kind == Kind::kNumber;  // "how much more"
    const bool of_time = (Says("earlier") || Says("later")) && !wants_figure;
    const std::vector<Kind> kinds =
        of_time ? std::vector<Kind>{Kind::kDate} : std::vector<Kind>{Kind::kNumber, Kind::kSpan};
    if (const std::optional<FigurePair> pair = FindPair(kinds)) {
      const bool wants_low = of_time ? Says("earlier") : form_.asked.lower;
      return Compared(pair->first, pair->second, wants_low);
    }
    if (wants_figure) return Change();
    return form_.asked.kind == Kind::kFlag ? WhetherItRose() : Finding{};
  }

  // "More in 2023 than in 2022", where one fact states the figure of one year and what it was before.
  Finding WhetherItRose() {
    const std::optional<Changed> changed = FindChange();
    if (!changed || form_.sides.size() < 2) return {};
    const Slot* when = brain_.knowledge().facts[changed->fact].Find(Role::kWhen);
    const bool is_later_first = when != nullptr && std::any_of(units_.begin(), units_.end(), [&](const Unit& unit) {
                                  return form_.sides.front().Holds(unit.span) && unit.quantity &&
                                         when->values.front().quantity &&
                                         Agrees(*unit.quantity, *when->values.front().quantity);
                                });
    const Figure after = {changed->fact, *changed->after, {}, 0};
    const Figure before = {changed->fact, *changed->before, {}, 0};
    return is_later_first ? Compared(after, before, form_.asked.lower) : Finding{};
  }

  Finding Compared(const Figure& first, const Figure& second, bool wants_low) const {
    const int order = Order(first.quantity, second.quantity);
    const bool first_wins = wants_low ? order < 0 : order > 0;
    if (form_.asked.kind == Kind::kFlag) {
      Finding finding = Answered("", {}, {first, second});
      finding.saying = order != 0 && first_wins ? "yes" : "no";
      if (order == 0) finding.lead = Say(brain_.language(), "same", marked_.language);
      return finding;
    }
    if (form_.asked.kind == Kind::kNumber) return Difference(first, second);
    if (order == 0) return Answered("same", {}, {first, second});
    const Figure& winner = first_wins ? first : second;
    Finding finding = Answered("winner", {{"first", winner.asked}}, {winner, first_wins ? second : first});
    AnswerValue value;
    value.text = winner.asked;
    finding.values.push_back(std::move(value));
    return finding;
  }

  Finding Difference(const Figure& first, const Figure& second) const {
    const double difference = std::fabs(first.quantity.number - second.quantity.number);
    Finding finding = Answered(
        "difference", {{"number", ShownResult(difference, first.quantity.unit, {first, second})}}, {first, second});
    finding.values.push_back(NumberValue(difference, first.quantity.unit));
    return finding;
  }

  struct Changed {
    FactId fact = kNone;
    const Quantity* after = nullptr;
    const Quantity* before = nullptr;
  };

  // A fact that states what a figure is and what it was before.
  std::optional<Changed> FindChange() {
    Asked asked;
    asked.act = form_.asked.act;
    asked.kind = Kind::kNumber;
    asked.earlier = form_.asked.earlier;
    std::vector<Unit> units = units_;
    for (Unit& unit : units) unit.is_constraint = unit.is_name;  // "from 2022 to 2023": the fact may give one of them
    for (const FrameMatch& match :
         MatchFrames(units, asked, brain_.knowledge(), brain_.frames(), store_, kMostMatches)) {
      if (!match.left.empty() || match.covered_well < kLeastCoverage) continue;
      const Fact& fact = brain_.knowledge().facts[match.fact];
      const Quantity* after = QuantityOf(fact, Role::kValue);
      if (after == nullptr) after = QuantityOf(fact, Role::kAmount);
      const Quantity* before = QuantityOf(fact, Role::kFrom);
      if (after == nullptr || before == nullptr || !AreOfOneMeasure(*after, *before)) continue;
      return Changed{match.fact, after, before};
    }
    return std::nullopt;
  }

  // By how much one figure changed: what it was before and after, as one fact states it, or two facts of two times.
  Finding Change() {
    if (const std::optional<Changed> changed = FindChange()) {
      return Difference({changed->fact, *changed->after, {}, 0}, {changed->fact, *changed->before, {}, 0});
    }
    const auto is_date = [](const Unit& unit) { return unit.quantity && unit.quantity->kind == QuantityKind::kDate; };
    if (std::count_if(units_.begin(), units_.end(), is_date) < 2) return {};
    const std::optional<FigurePair> pair = FindPair({Kind::kNumber});
    return pair ? Difference(pair->first, pair->second) : Finding{};
  }

  // The parts of an enumeration: between commas and "and".
  std::vector<WordSpan> Enumerated() const {
    std::vector<WordSpan> parts;
    size_t begin = 0;
    const auto close = [&](size_t end) {
      const bool holds_unit = std::any_of(units_.begin(), units_.end(), [&](const Unit& unit) {
        return WordSpan{begin, end}.Holds(unit.span) && !unit.from_context && unit.weight > 0.2;
      });
      if (holds_unit) parts.push_back({begin, end});
    };
    for (size_t i = 1; i < marked_.words.size(); ++i) {
      const bool joins = HoldsMark(marked_, {i, i + 1}, "joins questions", brain_.rules());
      if (!joins && !marked_.words[i].after_break) continue;
      close(i);
      begin = joins ? i + 1 : i;
    }
    close(marked_.words.size());
    return parts;
  }

  Finding Sum() {
    const std::vector<WordSpan> parts = form_.sides.size() >= 2 ? form_.sides : Enumerated();
    std::vector<Figure> figures;
    std::set<FactId> taken;
    for (size_t i = 0; i < parts.size() && parts.size() > 1; ++i) {
      std::optional<Figure> figure =
          FindSide(parts, i, Kind::kNumber, figures.empty() ? nullptr : &figures.front().quantity, taken);
      if (!figure) continue;
      taken.insert(figure->fact);
      figures.push_back(*std::move(figure));
    }
    // Words around the enumeration may look like a part; a part that names a thing must have its figure.
    if (figures.size() < 2 || figures.size() + 1 < parts.size()) {
      if (form_.asked.kind == Kind::kCount) return {};  // "how many A and B" must name its parts
      const std::optional<FigurePair> pair = FindPair({Kind::kNumber});
      if (!pair) return {};
      figures = {pair->first, pair->second};
    }
    double sum = 0;
    for (const Figure& figure : figures) sum += figure.quantity.number;
    const std::string unit = figures.front().quantity.unit;
    Finding finding = Answered("sum", {{"number", ShownResult(sum, unit, figures)}}, figures);
    finding.values.push_back(NumberValue(sum, unit));
    return finding;
  }

  struct PartOfWhole {
    FactId fact = kNone;
    const Quantity* part = nullptr;
    const Quantity* whole = nullptr;
  };

  // A fact that says how many of how many: "nearly 350 of more than 500".
  std::optional<PartOfWhole> FindPartOfWhole() {
    Asked asked;
    asked.act = form_.asked.act;
    asked.kind = Kind::kCount;
    asked.earlier = form_.asked.earlier;
    for (const FrameMatch& match :
         MatchFrames(units_, asked, brain_.knowledge(), brain_.frames(), store_, kMostMatches)) {
      if (!match.left.empty() || match.covered_well < kLeastCoverage || match.evident < kLeastEvident) continue;
      const Fact& fact = brain_.knowledge().facts[match.fact];
      const Quantity* part = QuantityOf(fact, Role::kValue);
      const Quantity* whole = QuantityOf(fact, Role::kAmong);
      if (part == nullptr || whole == nullptr || !AreOfOneMeasure(*part, *whole) || whole->number <= 0) continue;
      return PartOfWhole{match.fact, part, whole};
    }
    return std::nullopt;
  }

  Finding Rest() {
    const std::optional<PartOfWhole> found = FindPartOfWhole();
    if (!found) return {};
    const double rest = found->whole->number - found->part->number;
    const std::vector<Figure> figures = {{found->fact, *found->part, {}, 0}, {found->fact, *found->whole, {}, 0}};
    Finding finding = Answered("rest", {{"number", ShownResult(rest, found->part->unit, figures)}}, figures);
    finding.values.push_back(NumberValue(rest, found->part->unit));
    return finding;
  }

  // A share is of the larger one, whichever was named first.
  Finding Ratio() {
    if (const std::optional<PartOfWhole> found = FindPartOfWhole()) {
      return Share(found->part->number / found->whole->number, {{found->fact, *found->part, {}, 0}});
    }
    std::optional<FigurePair> pair = FindPair({Kind::kCount});
    if (!pair) pair = FindPair({Kind::kMoney});
    if (!pair || pair->first.quantity.number <= 0 || pair->second.quantity.number <= 0) return {};
    const auto [smaller, larger] = std::minmax(pair->first.quantity.number, pair->second.quantity.number);
    return Share(smaller / larger, {pair->first, pair->second});
  }

  // As a percentage; of "are they the majority", whether it is more than a half.
  Finding Share(double share, const std::vector<Figure>& figures) const {
    Finding finding = Answered("share", {{"number", Shown(std::round(share * 100))}}, figures);
    if (form_.asked.kind == Kind::kFlag) finding.saying = share > 0.5 ? "yes" : "no";
    finding.values.push_back(NumberValue(share, ""));
    return finding;
  }

  // Figures of one fact held against each other: after and before, a sum and the time it is meant for.
  Finding Factor() {
    Asked asked;
    asked.kind = Kind::kNumber;
    asked.earlier = form_.asked.earlier;
    for (const FrameMatch& match :
         MatchFrames(units_, asked, brain_.knowledge(), brain_.frames(), store_, kMostMatches)) {
      if (!match.left.empty() || match.covered_well < kLeastCoverage) continue;
      const Fact& fact = brain_.knowledge().facts[match.fact];
      const Quantity* after = QuantityOf(fact, Role::kValue);
      if (after == nullptr) after = QuantityOf(fact, Role::kAmount);
      const Quantity* before = QuantityOf(fact, Role::kFrom);
      const Quantity* span = QuantityOf(fact, Role::kWithin);
      const std::vector<Figure> figures = {{match.fact, {}, {}, 0}};
      if (after != nullptr && span != nullptr && form_.asked.kind == Kind::kMoney && span->number > 0) {
        const double each = after->number / span->number;
        Finding finding = Answered("each",
                                   {{"number", ShownLarge(each) + ShownUnit(after->unit)},
                                    {"span", Say(brain_.language(), "span " + span->unit, marked_.language)}},
                                   figures);
        finding.values.push_back(NumberValue(each, after->unit));
        return finding;
      }
      if (after != nullptr && before != nullptr && before->number > 0 && form_.asked.kind != Kind::kMoney) {
        const double factor = std::round(after->number / before->number);
        Finding finding = Answered("factor", {{"number", ShownLarge(factor)}}, figures);
        finding.values.push_back(NumberValue(factor, ""));
        return finding;
      }
    }
    return {};
  }

  static const Quantity* QuantityOf(const Fact& fact, Role role) {
    const Slot* slot = fact.Find(role);
    if (slot == nullptr || !slot->values.front().quantity) return nullptr;
    return &*slot->values.front().quantity;
  }

  const Brain& brain_;
  StoreConnection& store_;
  const MarkedQuestion& marked_;
  const Form& form_;
  const std::vector<Unit>& units_;
};

}  // namespace

Finding WorkOut(const Brain& brain, StoreConnection& store, const MarkedQuestion& marked, const Form& form,
                const std::vector<Unit>& units) {
  return Worker(brain, store, marked, form, units).Work();
}

}  // namespace docent
