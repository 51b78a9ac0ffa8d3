#include "bot/answering/figure_result.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "bot/answering/figure_text.h"
#include "bot/answering/wording.h"
#include "bot/text/elapsed.h"

namespace docent {
namespace {

constexpr double kPercent = 100;

}  // namespace

AnswerValue NumberValue(double number, const std::string& unit) {
  AnswerValue value;
  value.text = ShownNumber(number);
  value.number = number;
  value.unit = unit;
  return value;
}

Finding FigureResult::Answered(const std::string& saying, const std::map<std::string, std::string>& parts,
                               const std::vector<Figure>& figures) const {
  Finding finding;
  finding.status = Status::kAnswered;
  finding.lead = Say(brain_.language(), saying, language_, parts);
  const auto add = [&](FactId fact) {
    if (std::find(finding.facts.begin(), finding.facts.end(), fact) == finding.facts.end())
      finding.facts.push_back(fact);
    finding.focus.push_back(brain_.knowledge().facts[fact].subject);
  };
  for (const Figure& figure : figures) {
    add(figure.fact);
    for (const FactId fact : figure.added) add(fact);
  }
  return finding;
}

std::string FigureResult::Shown(double number, const std::string& unit) const {
  return ShownFigure(brain_.language(), language_, number, unit);
}

std::string FigureResult::AsExact(const std::string& shown, const std::vector<Figure>& figures) const {
  const bool exact = std::all_of(figures.begin(), figures.end(),
                                 [](const Figure& figure) { return figure.quantity.bound == Bound::kExactly; });
  return exact ? shown : Say(brain_.language(), "inexact", language_, {{"number", shown}});
}

Finding FigureResult::Number(const std::string& saying, double number, const std::string& unit,
                             const std::vector<Figure>& figures) const {
  Finding finding = Answered(saying, {{"number", AsExact(Shown(number, unit), figures)}}, figures);
  finding.values.push_back(NumberValue(number, unit));
  return finding;
}

Finding FigureResult::Difference(const Figure& first, const Figure& second) const {
  const double difference = std::fabs(first.quantity.number - second.quantity.number);
  if (first.quantity.kind == QuantityKind::kShare)  // 68 and 91 percent
    return Number("difference", difference * kPercent, "percentage point", {first, second});
  return Number("difference", difference, first.quantity.unit, {first, second});
}

Finding FigureResult::TimeBetween(const Figure& first, const Figure& second, bool in_days) const {
  std::optional<Elapsed> elapsed = docent::TimeBetween(first.quantity.date, second.quantity.date);
  if (!elapsed) return {};
  if (in_days && elapsed->in_days) elapsed = Elapsed{0, 0, *elapsed->in_days, elapsed->in_days, true};
  std::string shown;
  for (const auto& [number, unit] :
       {std::pair(elapsed->years, "year"), std::pair(elapsed->months, "month"), std::pair(elapsed->days, "day")}) {
    if (number == 0) continue;
    const std::string part = Shown(number, unit);
    shown =
        shown.empty() ? part : Say(brain_.language(), "time and time", language_, {{"first", shown}, {"second", part}});
  }
  if (!elapsed->exact) shown = Say(brain_.language(), "inexact", language_, {{"number", shown}});
  Finding finding = Answered("time between", {{"span", AsExact(shown, {first, second})}}, {first, second});
  AnswerValue value;
  value.text = std::move(shown);
  finding.values.push_back(std::move(value));
  return finding;
}

Finding FigureResult::Share(double share, const std::vector<Figure>& figures) const {
  Finding finding = Answered("share", {{"number", ShownNumber(std::round(share * kPercent))}}, figures);
  finding.values.push_back(NumberValue(share, ""));
  return finding;
}

Finding FigureResult::Factor(double factor, const std::vector<Figure>& figures) const {
  constexpr double kTold = 10;  // below it one decimal is told
  const double rounded = factor < kTold ? std::round(factor * kTold) / kTold : std::round(factor);
  Finding finding = Answered("factor", {{"number", Shown(rounded, "")}}, figures);
  finding.values.push_back(NumberValue(rounded, ""));
  return finding;
}

}  // namespace docent
