#include "bot/answering/figures.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "bot/answering/change_finder.h"
#include "bot/answering/dimension.h"
#include "bot/answering/enumeration.h"
#include "bot/answering/figure_finder.h"
#include "bot/answering/figure_partner.h"
#include "bot/answering/figure_result.h"
#include "bot/answering/figure_text.h"
#include "bot/answering/interval.h"
#include "bot/answering/joint_figure.h"
#include "bot/answering/match.h"
#include "bot/answering/pair_finder.h"
#include "bot/answering/wording.h"
#include "bot/reading/marks.h"

namespace docent {
namespace {

// Those of a comparison: what changed is found by its name.
std::vector<Unit> WithDimensions(const Brain& brain, const MarkedQuestion& marked, const Form& form,
                                 std::vector<Unit> units) {
  if (form.sides.size() < 2) return units;
  const bool only_named = std::all_of(units.begin(), units.end(), [](const Unit& unit) { return unit.is_name; });
  for (Unit& unit : DimensionUnits(brain, marked, form, only_named)) units.push_back(std::move(unit));
  return units;
}

}  // namespace

bool IsAgainstGiven(const Form& form, const std::vector<Unit>& units) {
  return std::any_of(form.sides.begin(), form.sides.end(), [&](WordSpan side) {
    const auto is_own = [&](const Unit& unit) { return side.Overlaps(unit.span) && !unit.from_context; };
    const auto is_figure = [](const Unit& unit) { return unit.quantity && unit.quantity->kind != QuantityKind::kDate; };
    return std::any_of(units.begin(), units.end(), [&](const Unit& unit) { return is_own(unit) && is_figure(unit); }) &&
           std::all_of(units.begin(), units.end(), [&](const Unit& unit) { return !is_own(unit) || is_figure(unit); });
  });
}

namespace {

class Worker {
 public:
  Worker(const Brain& brain, StoreConnection& store, const MarkedQuestion& marked, const Form& form,
         const std::vector<Unit>& units)
      : brain_(brain),
        marked_(marked),
        form_(form),
        units_(WithDimensions(brain, marked, form, units)),
        finder_(brain, store, marked, form, units_),
        pairs_(brain, marked, form, units_, finder_),
        changes_(brain, marked, units_, finder_, pairs_),
        result_(brain, marked.language) {}

  Finding Work() {
    switch (form_.asked.act) {
      case Act::kCompare:
        return Compare();
      case Act::kSum:
        return Sum();
      case Act::kRatio:
        return Ratio();
      case Act::kRest:
        return form_.contrast ? Finding{} : Rest();  // "how many workers, not spindles"
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
  bool Says(std::string_view mark) const { return HoldsMark(marked_, {0, marked_.words.size()}, mark, brain_.rules()); }

  // Be it in a longer phrase: "bigger than".
  bool Begins(std::string_view mark) const {
    for (size_t i = 0; i < marked_.words.size(); ++i) {
      if (form_.is_form[i] && BeginsMark(marked_, i, mark, brain_.vocabulary(), brain_.rules())) return true;
    }
    return false;
  }

  bool SaysInForm(std::string_view mark) const {
    return std::any_of(marked_.mentions.begin(), marked_.mentions.end(), [&](const Mention& mention) {
      return form_.is_form[mention.span.begin] && IsMarked(mention, mark, brain_.rules());
    });
  }

  Finding Compare() {
    if (!IsPlainComparison()) return {};
    if (form_.asked.kind == Kind::kSpan) {  // "how many years lie between"
      const std::optional<FigurePair> dates = pairs_.FindPair({Kind::kDate});
      if (dates && !IsInOrder(dates->first, dates->second)) return {};
      return dates ? result_.TimeBetween(dates->first, dates->second, Says("asks for days")) : Finding{};
    }
    const bool wants_figure = form_.asked.kind == Kind::kNumber;  // "how much more"
    const bool of_age = Says("older") || Says("newer");
    const bool of_time = (Says("earlier") || Says("later")) && !of_age && !wants_figure;
    const std::vector<Kind> kinds =
        of_time ? std::vector<Kind>{Kind::kDate} : std::vector<Kind>{Kind::kNumber, Kind::kSpan};
    // "Less than" is a phrase of its own.
    const bool is_lower = form_.asked.lower || Begins("less") || SaysInForm("compared downward");
    if (const std::optional<FigurePair> joint = FindPairWithSum(brain_, marked_, form_, units_, finder_))
      return Compared(joint->first, joint->second, is_lower);
    if (const std::optional<FigurePair> pair = pairs_.FindPair(kinds)) {
      const bool wants_low = of_time ? Says("earlier") : of_age ? !Says("older") : is_lower;
      return Compared(pair->first, pair->second, wants_low);
    }
    if (of_age) {
      const std::optional<FigurePair> dates = pairs_.FindPair({Kind::kDate});
      if (dates) return Compared(dates->first, dates->second, Says("older"));
    }
    if (wants_figure) return Change();
    return form_.asked.kind == Kind::kFlag ? WhetherItRose() : Finding{};
  }

  // "More in 2023 than in 2022", where one fact states the figure of one year and what it was before.
  Finding WhetherItRose() {
    const std::optional<FigurePair> change = changes_.FindInOneFact();
    if (!change || form_.sides.size() < 2) return {};
    const Slot* when = brain_.knowledge().facts[change->first.fact].Find(Role::kWhen);
    if (when == nullptr || !when->values.front().quantity) return {};
    const Quantity& later = *when->values.front().quantity;
    const bool is_later_first = std::any_of(units_.begin(), units_.end(), [&](const Unit& unit) {
      return form_.sides.front().Holds(unit.span) && unit.quantity && Agrees(*unit.quantity, later);
    });
    return is_later_first ? Compared(change->first, change->second, form_.asked.lower) : Finding{};
  }

  // "Named after" tells no order, and in "no longer than" and "hardly" a comparison is denied in many ways.
  bool IsPlainComparison() const {
    const bool holds_against = Begins("holds two against each other") || Says("tells the order") || Begins("likens") ||
                               Begins("claims likeness") || Says("claims likeness") || Says("outdoes");
    return form_.asked.kind != Kind::kFlag ||
           (holds_against && !IsAgainstGiven(form_, units_) && (!form_.asked.negated || Begins("claims likeness")) &&
            !Says("hardly") && !Says("judges false"));
  }

  // The one may lie within the other, or be of any year: "in 2003", "on 4 May 2003", "in May".
  static bool AreOpen(const Quantity& one, const Quantity& other) {
    if (one.kind != QuantityKind::kDate || other.kind != QuantityKind::kDate) return false;
    if ((one.date.year == 0) != (other.date.year == 0)) return true;
    const bool are_days = one.date.day != 0 && other.date.day != 0;
    return !(are_days && one.date == other.date) && MayMeet(one.date, other.date);
  }

  Finding Compared(const Figure& first, const Figure& second, bool wants_low) const {
    if (AreOpen(first.quantity, second.quantity)) return {};
    const int order = Order(first.quantity, second.quantity);
    const bool is_exact = first.quantity.bound == Bound::kExactly && second.quantity.bound == Bound::kExactly;
    if (order == 0 && !is_exact && form_.asked.kind != Kind::kNumber) return {};  // "nearly 80" and "fewer than 80"
    const bool first_wins = wants_low ? order < 0 : order > 0;
    if (form_.asked.kind == Kind::kFlag) {
      Finding finding = result_.Answered("", {}, {first, second});
      bool holds = order != 0 && first_wins;
      if (SaysInForm("likens")) holds = Says("exactly") ? order == 0 : order >= 0;  // "as long as"
      if (Says("claims likeness")) {
        // "More than 60" and "70" may be the same, or not.
        if (first.quantity.bound != Bound::kExactly || second.quantity.bound != Bound::kExactly) return {};
        holds = ((order == 0) != Says("claims difference")) != form_.asked.negated;
      }
      finding.saying = holds ? "yes" : "no";
      if (order == 0) finding.lead = Say(brain_.language(), "same", marked_.language);
      return finding;
    }
    if (form_.asked.kind == Kind::kNumber) {
      const bool are_dates = first.quantity.kind == QuantityKind::kDate;  // "how many years older"
      if (are_dates && !IsInOrder(first, second)) return {};
      return are_dates ? result_.TimeBetween(first, second, Says("asks for days")) : result_.Difference(first, second);
    }
    if (order == 0) return result_.Answered("same", {}, {first, second});
    const Figure& winner = first_wins ? first : second;
    Finding finding = result_.Answered("winner", {{"first", winner.asked}}, {winner, first_wins ? second : first});
    AnswerValue value;
    value.text = winner.asked;
    finding.values.push_back(std::move(value));
    return finding;
  }

  // "How many years before the opening was the fire", of a fire that came after it.
  bool IsInOrder(const Figure& first, const Figure& second) const {
    const int order = Order(first.quantity, second.quantity);
    const bool says_earlier = Says("earlier") || Says("older");
    const bool says_later = Says("later") || Says("newer");
    return says_earlier == says_later || (says_earlier ? order < 0 : order > 0);
  }

  // By how much one figure changed. "By how many did they fall", of what rose.
  Finding Change() {
    const std::optional<FigurePair> change = changes_.Find();
    if (change && AreDated(brain_, *change)) {
      const double by = change->first.quantity.number - change->second.quantity.number;
      if ((by < 0 && Says("goes up")) || (by > 0 && Says("goes down"))) return {};
    }
    return change ? result_.Difference(change->first, change->second) : Finding{};
  }

  // "By what percentage did it grow", "by what percentage does the cost exceed the budget": of what it was, or of what
  // it is held against.
  Finding ChangeInShare() {
    std::optional<FigurePair> pair;
    if (form_.sides.size() >= 2) {
      pair = pairs_.FindPair({Kind::kNumber});
    } else {
      pair = changes_.Find();
      if (pair && !AreDated(brain_, *pair)) return {};
    }
    if (!pair || pair->second.quantity.number <= 0 || pair->first.quantity.kind == QuantityKind::kShare) return {};
    const double change = pair->first.quantity.number - pair->second.quantity.number;
    // "By what percentage did it grow", of what shrank.
    if (change == 0 || (change < 0 && Says("goes up")) || (change > 0 && Says("goes down"))) return {};
    return result_.Share(std::fabs(change) / pair->second.quantity.number, {pair->first, pair->second});
  }

  bool AreOfOneThing(const Figure& one, const Figure& other) const {
    return docent::AreOfOneThing(brain_.knowledge().facts[one.fact], brain_.knowledge().facts[other.fact]);
  }

  // Whether one of the figures counts some of those that the other does: "three of the 27".
  bool IsPartOf(const Figure& one, const Figure& other) const {
    const auto is_among = [&](const Figure& part, const Figure& whole) {
      const Slot* among = brain_.knowledge().facts[part.fact].Find(Role::kAmong);
      return among != nullptr && among->values.front().quantity &&
             among->values.front().quantity->number == whole.quantity.number;
    };
    return is_among(one, other) || is_among(other, one);
  }

  // What adds up: sums of money may be of two things.
  bool AddUp(const Figure& one, const Figure& other) const {
    const std::string& unit = one.quantity.unit;
    return (!unit.empty() && unit == other.quantity.unit) || AreOfOneThing(one, other);
  }

  static std::vector<size_t> WithoutFigure(const std::vector<WordSpan>& parts, const std::vector<Figure>& figures) {
    std::vector<size_t> without;
    for (size_t i = 0; i < parts.size(); ++i) {
      const bool has_figure =
          std::any_of(figures.begin(), figures.end(), [&](const Figure& figure) { return figure.side == i; });
      if (!has_figure) without.push_back(i);
    }
    return without;
  }

  Finding Sum() {
    const Enumeration enumeration(brain_, marked_, form_, units_);
    const std::vector<WordSpan>& parts = enumeration.parts();
    std::vector<Figure> figures;
    if (parts.size() > 1) figures = finder_.FindAlike(parts);
    if (figures.size() < 2 || enumeration.LacksPart(WithoutFigure(parts, figures))) {
      if (form_.asked.kind == Kind::kCount || parts.size() > 2) return {};  // "how many A and B" must name its parts
      const std::optional<FigurePair> pair = pairs_.FindPair({Kind::kNumber});
      if (!pair || !AddUp(pair->first, pair->second)) return {};
      figures = {pair->first, pair->second};
    }
    for (auto one = figures.begin(); one != figures.end(); ++one) {
      // Of one whole and of another.
      const bool is_share = one->quantity.kind == QuantityKind::kShare;
      const std::vector<Fact>& facts = brain_.knowledge().facts;
      if (is_share && facts[one->fact].subject != facts[figures.front().fact].subject) return {};
      const bool is_open = std::any_of(one + 1, figures.end(), [&](const Figure& other) {
        return IsPartOf(*one, other) || pairs_.AreOfOtherYears(*one, other);
      });
      if (is_open) return {};
    }
    double sum = 0;
    for (const Figure& figure : figures) sum += figure.quantity.number;
    if (figures.front().quantity.kind == QuantityKind::kShare) return result_.Share(sum, figures);
    return result_.Number("sum", sum, figures.front().quantity.unit, figures);
  }

  // "Nearly 350 of more than 500": the part first, then its whole.
  std::optional<FigurePair> FindPartOfWhole() {
    const Kind kind = form_.asked.kind == Kind::kMoney ? Kind::kMoney : Kind::kCount;
    return finder_.FindInOneFact(units_, kind, Role::kAmong);
  }

  // "How many more workers are needed": of whom, and what is counted, is asked of what there is as well.
  std::optional<FigurePair> FindPresentAndTarget() {
    std::vector<Unit> counted;
    std::copy_if(units_.begin(), units_.end(), std::back_inserter(counted), [&](const Unit& unit) {
      return unit.from_context || unit.is_name || IsPronoun(unit) || form_.head->Holds(unit.span);
    });
    return PresentAndTarget(brain_, finder_.Find(counted, Kind::kNumber), finder_.Find(units_, Kind::kNumber),
                            marked_.language);
  }

  // What there was and what there is are no part and its whole.
  bool AreOfTwoTimes(const FigurePair& pair) const {
    const Fact& first = brain_.knowledge().facts[pair.first.fact];
    const Fact& second = brain_.knowledge().facts[pair.second.fact];
    return pair.first.fact != pair.second.fact && first.subject == second.subject && first.attribute != kNone &&
           first.attribute == second.attribute && first.Find(Role::kWhen) != nullptr;
  }

  Finding Rest() {
    if (form_.asked.kind == Kind::kShare) return RestOfShare();
    std::optional<FigurePair> found = FindPartOfWhole();
    if (!found && form_.head) found = FindPresentAndTarget();
    if (!found) found = pairs_.FindPair({form_.asked.kind});
    if (!found || AreOfTwoTimes(*found)) return {};
    if (found->first.quantity.number > found->second.quantity.number) std::swap(found->first, found->second);
    const std::string& unit = found->first.quantity.unit;
    const double rest = found->second.quantity.number - found->first.quantity.number;
    if (rest <= 0) return {};  // twice the same figure is no part and its whole
    return result_.Number("rest", rest, unit, {found->first, found->second});
  }

  // "What part of them works elsewhere", where a fact states what part works here.
  Finding RestOfShare() {
    const std::optional<Figure> share =
        ShareWithRest(brain_, NearlyBest(finder_.Find(units_, Kind::kShare)), units_, marked_.language);
    if (!share) return {};
    const double rest = 1 - share->quantity.number;
    Finding finding = result_.Answered("rest", {{"number", result_.AsExact(ShownShare(rest), {*share})}}, {*share});
    finding.values.push_back(NumberValue(rest, ""));
    return finding;
  }

  // A share is of the larger one, whichever was named first.
  Finding Ratio() {
    std::optional<FigurePair> pair = FindPartOfWhole();
    if (!pair) pair = pairs_.FindPair({Kind::kCount});
    if (!pair) pair = pairs_.FindPair({Kind::kMoney});
    if (pair && form_.sides.size() < 2 && !AreOfOneThing(pair->first, pair->second)) return {};
    // "What share of the stalls" names one thing, which is no share of itself.
    if (pair && form_.sides.size() < 2 && pair->first.quantity.number == pair->second.quantity.number) return {};
    if (!pair || pair->first.quantity.number <= 0 || pair->second.quantity.number <= 0) return {};
    const auto [smaller, larger] = std::minmax(pair->first.quantity.number, pair->second.quantity.number);
    return Share(smaller / larger, {pair->first, pair->second});
  }

  // Of "are they the majority", whether it is more than a half; of "do they make up a third", whether it is about that.
  Finding Share(double share, const std::vector<Figure>& figures) const {
    Finding finding = result_.Share(share, figures);
    if (form_.asked.kind != Kind::kFlag) return finding;
    const std::optional<bool> holds = IsShareClaimed(share);
    if (!holds) return {};
    finding.saying = *holds ? "yes" : "no";
    return finding;
  }

  // Nothing if it is open, or no share is claimed ("30 of them").
  std::optional<bool> IsShareClaimed(double share) const {
    constexpr double kOpen = 0.02;  // figures that are not exact, and shares that are rounded, leave so much open
    Quantity claimed;
    claimed.number = 0.5;
    claimed.bound = Bound::kMoreThan;
    for (const Mention& mention : marked_.mentions) {
      if (!mention.quantity || !form_.is_form[mention.span.begin]) continue;
      if (mention.quantity->kind != QuantityKind::kShare) return std::nullopt;
      claimed = *mention.quantity;
    }
    const double above = share - claimed.number;
    switch (claimed.bound) {
      case Bound::kMoreThan:
      case Bound::kAtLeast:
        return std::fabs(above) < kOpen ? std::nullopt : std::optional(above > 0);
      case Bound::kLessThan:
      case Bound::kAtMost:
        return std::fabs(above) < kOpen ? std::nullopt : std::optional(above < 0);
      case Bound::kExactly:
      case Bound::kNearly:
      case Bound::kAbout:
        return std::fabs(above) < kOpen;
    }
    return std::nullopt;
  }

  // By how much, or by what share, something changed; of money, how much in each year of the time that it is meant for;
  // else how many times as much.
  Finding Factor() {
    switch (form_.asked.kind) {
      case Kind::kCount:
        return Change();
      case Kind::kShare:
        return ChangeInShare();
      case Kind::kMoney:
        return InEach();
      case Kind::kFlag:
        return WhetherSoManyTimes();
      default:
        return Times();
    }
  }

  Finding InEach() {
    // "Which of them gives the least a year" asks for none of the sums.
    if (BeginsMark(marked_, 0, "says which one", brain_.vocabulary(), brain_.rules())) return {};
    const std::optional<FigurePair> found = finder_.FindInOneFact(units_, Kind::kNumber, Role::kWithin);
    if (!found) return {};
    const Quantity& span = found->second.quantity;
    const std::string& unit = found->first.quantity.unit;
    const double each = found->first.quantity.number / span.number;
    Finding finding = result_.Answered("each",
                                       {{"number", ShownFigure(brain_.language(), marked_.language, each, unit)},
                                        {"span", Say(brain_.language(), "span " + span.unit, marked_.language)}},
                                       {found->first});
    finding.values.push_back(NumberValue(each, unit));
    return finding;
  }

  // "Is it twice as long as the other?"
  Finding WhetherSoManyTimes() {
    constexpr double kRounding = 0.02;
    double claimed = Says("twice") ? 2 : 0;
    for (const Mention& mention : marked_.mentions) {
      if (!mention.quantity || !form_.is_form[mention.span.begin]) continue;
      if (mention.quantity->bound != Bound::kExactly) return {};
      claimed = mention.quantity->number;
    }
    const std::optional<FigurePair> found = pairs_.FindPair({Kind::kNumber, Kind::kSpan});
    if (!found || claimed <= 0 || found->second.quantity.number <= 0) return {};
    const std::vector<Figure> figures = {found->first, found->second};
    if (std::any_of(figures.begin(), figures.end(),
                    [](const Figure& figure) { return figure.quantity.bound != Bound::kExactly; }))
      return {};
    Finding finding = result_.Answered("", {}, figures);
    const double factor = found->first.quantity.number / found->second.quantity.number;
    finding.saying = std::fabs(factor / claimed - 1) < kRounding ? "yes" : "no";
    return finding;
  }

  // As much as before, or of two things the one as the other.
  Finding Times() {
    const std::optional<FigurePair> found = form_.sides.size() >= 2
                                                ? pairs_.FindPair({Kind::kNumber})
                                                : finder_.FindInOneFact(units_, Kind::kNumber, Role::kFrom);
    if (!found || found->first.quantity.number <= 0 || found->second.quantity.number <= 0) return {};
    const double factor = found->first.quantity.number / found->second.quantity.number;
    // "How many times as large", of what is smaller.
    if (factor < 1) return {};
    return result_.Factor(factor, {found->first, found->second});
  }

  const Brain& brain_;
  const MarkedQuestion& marked_;
  const Form& form_;
  const std::vector<Unit> units_;
  FigureFinder finder_;
  PairFinder pairs_;
  ChangeFinder changes_;
  FigureResult result_;
};

}  // namespace

Finding WorkOut(const Brain& brain, StoreConnection& store, const MarkedQuestion& marked, const Form& form,
                const std::vector<Unit>& units) {
  return Worker(brain, store, marked, form, units).Work();
}

}  // namespace docent
