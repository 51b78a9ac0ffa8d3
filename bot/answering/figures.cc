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

// A figure that a fact states, with the words by which the question asked for it.
struct Figure {
  FactId fact = kNone;
  Quantity quantity;
  std::string asked;
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
      case Act::kFactor:
        return Factor();
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
    asked.kind = kind;
    for (const FrameMatch& match :
         MatchFrames(units, asked, brain_.knowledge(), brain_.frames(), store_, kMostMatches)) {
      if (!match.left.empty() || match.coverage < kLeastCoverage || match.fit < kLeastFit || taken.contains(match.fact))
        continue;
      const Quantity* quantity = QuantityIn(brain_.knowledge(), match);
      if (quantity == nullptr || (like != nullptr && !AreComparable(*quantity, *like))) continue;
      return Figure{match.fact, *quantity, {}};
    }
    return std::nullopt;
  }

  std::optional<Figure> FindSide(const std::vector<WordSpan>& sides, size_t side, Kind kind, const Quantity* like,
                                 const std::set<FactId>& taken) {
    std::optional<Figure> figure = Find(UnitsOfSide(units_, sides, side), kind, like, taken);
    if (figure) figure->asked = TextOf(marked_, sides[side]);
    return figure;
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

  Finding Compare() {
    if (form_.sides.size() < 2) return {};
    for (const Kind kind : {Kind::kNumber, Kind::kDate}) {
      const std::optional<Figure> first = FindSide(form_.sides, 0, kind, nullptr, {});
      if (!first) continue;
      const std::optional<Figure> second = FindSide(form_.sides, 1, kind, &first->quantity, {first->fact});
      if (!second) continue;
      return Compared(*first, *second);
    }
    return {};
  }

  Finding Compared(const Figure& first, const Figure& second) const {
    const int order = Order(first.quantity, second.quantity);
    const bool wants_low = form_.asked.lower;
    const bool first_wins = wants_low ? order < 0 : order > 0;
    const Figure& winner = first_wins ? first : second;
    const Figure& other = first_wins ? second : first;
    if (form_.asked.kind == Kind::kFlag) {
      Finding finding = Answered("", {}, {first, second});
      finding.saying = order != 0 && first_wins ? "yes" : "no";
      if (order == 0) finding.lead = Say(brain_.language(), "same", marked_.language);
      return finding;
    }
    if (form_.asked.kind == Kind::kNumber) {  // "how much more"
      const double difference = std::fabs(first.quantity.number - second.quantity.number);
      Finding finding = Answered(
          "difference", {{"number", ShownResult(difference, first.quantity.unit, {first, second})}}, {first, second});
      finding.values.push_back(NumberValue(difference, first.quantity.unit));
      return finding;
    }
    if (order == 0) return Answered("same", {}, {first, second});
    Finding finding = Answered("winner", {{"first", winner.asked}}, {winner, other});
    AnswerValue value;
    value.text = winner.asked;
    finding.values.push_back(std::move(value));
    return finding;
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
    if (parts.size() < 2) return {};
    std::vector<Figure> figures;
    std::set<FactId> taken;
    double sum = 0;
    for (size_t i = 0; i < parts.size(); ++i) {
      std::optional<Figure> figure =
          FindSide(parts, i, Kind::kNumber, figures.empty() ? nullptr : &figures.front().quantity, taken);
      if (!figure) continue;
      taken.insert(figure->fact);
      sum += figure->quantity.number;
      figures.push_back(*std::move(figure));
    }
    // Words around the enumeration may look like a part; a part that names a thing must have its figure.
    if (figures.size() < 2 || figures.size() + 1 < parts.size()) return {};
    const std::string unit = figures.front().quantity.unit;
    Finding finding = Answered("sum", {{"number", ShownResult(sum, unit, figures)}}, figures);
    finding.values.push_back(NumberValue(sum, unit));
    return finding;
  }

  Finding Ratio() {
    if (form_.sides.size() < 2) return {};
    const std::optional<Figure> part = FindSide(form_.sides, 0, Kind::kCount, nullptr, {});
    if (!part) return {};
    const std::optional<Figure> whole = FindSide(form_.sides, 1, Kind::kCount, &part->quantity, {part->fact});
    if (!whole || whole->quantity.number <= 0 || part->quantity.number > whole->quantity.number) return {};
    const double share = part->quantity.number / whole->quantity.number;
    Finding finding = Answered("share", {{"number", Shown(std::round(share * 100))}}, {*part, *whole});
    finding.values.push_back(NumberValue(share, ""));
    return finding;
  }

  // Figures of one fact held against each other: after and before, a sum and the time it is meant for.
  Finding Factor() {
    Asked asked;
    asked.kind = Kind::kNumber;
    for (const FrameMatch& match :
         MatchFrames(units_, asked, brain_.knowledge(), brain_.frames(), store_, kMostMatches)) {
      if (!match.left.empty() || match.coverage < kLeastCoverage) continue;
      const Fact& fact = brain_.knowledge().facts[match.fact];
      const Quantity* after = QuantityOf(fact, Role::kValue);
      if (after == nullptr) after = QuantityOf(fact, Role::kAmount);
      const Quantity* before = QuantityOf(fact, Role::kFrom);
      const Quantity* span = QuantityOf(fact, Role::kWithin);
      const std::vector<Figure> figures = {{match.fact, {}, {}}};
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
        const bool as_difference = form_.asked.kind == Kind::kCount;
        const double result =
            as_difference ? after->number - before->number : std::round(after->number / before->number);
        Finding finding = Answered(as_difference ? "difference" : "factor", {{"number", ShownLarge(result)}}, figures);
        finding.values.push_back(NumberValue(result, ""));
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
