#include "bot/dialogue/sum_of_each.h"

#include <algorithm>

#include "bot/answering/figure_text.h"
#include "bot/answering/wording.h"
#include "bot/reading/marks.h"

namespace docent {

std::string WithoutTotal(const Inquiry& inquiry, const Brain& brain) {
  const MarkedQuestion& marked = inquiry.marked;
  std::string text = marked.text;
  bool asks = false;
  for (auto mention = marked.mentions.rbegin(); mention != marked.mentions.rend(); ++mention) {
    if (!IsMarked(*mention, "asks a total", brain.rules())) continue;
    asks = true;
    const size_t begin = marked.words[mention->span.begin].begin;
    text.erase(begin, marked.words[mention->span.end - 1].end - begin);
  }
  return asks ? text : std::string();
}

std::optional<Finding> SumOf(const std::vector<Finding>& findings, const Brain& brain, const std::string& language) {
  if (findings.size() < 2) return std::nullopt;
  Finding sum;
  AnswerValue total;
  total.number = 0;
  bool is_exact = true;
  for (const Finding& finding : findings) {
    if (finding.status != Status::kAnswered || finding.values.size() != 1 || finding.facts.size() != 1)
      return std::nullopt;
    const AnswerValue& value = finding.values.front();
    const bool is_alike = &finding == &findings.front() || value.unit == total.unit;
    const bool is_new = std::find(sum.facts.begin(), sum.facts.end(), finding.facts.front()) == sum.facts.end();
    if (!value.number || !value.date.empty() || !is_alike || !is_new) return std::nullopt;
    *total.number += *value.number;
    total.unit = value.unit;
    is_exact = is_exact && (value.bound.empty() || value.bound == "exactly");
    sum.facts.push_back(finding.facts.front());
    sum.focus.insert(sum.focus.end(), finding.focus.begin(), finding.focus.end());
  }
  total.text = ShownNumber(*total.number);
  std::string shown = ShownFigure(brain.language(), language, *total.number, total.unit);
  if (!is_exact) shown = Say(brain.language(), "inexact", language, {{"number", shown}});
  sum.status = Status::kAnswered;
  sum.lead = Say(brain.language(), "sum", language, {{"number", shown}});
  sum.values = {std::move(total)};
  return sum;
}

}  // namespace docent
