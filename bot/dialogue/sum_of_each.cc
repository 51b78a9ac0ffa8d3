#include "bot/dialogue/sum_of_each.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "bot/answering/figure_text.h"
#include "bot/answering/standing.h"
#include "bot/answering/wording.h"
#include "bot/dialogue/each.h"
#include "bot/dialogue/members.h"
#include "bot/reading/marks.h"

namespace docent {
namespace {

// The question without the words by which it asks for a total; empty if it has none.
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

// "In 2019", "in 2024": what two things had at different times adds up to nothing that was.
bool AreOfOneTime(const std::vector<FactId>& added, FactId next, const Knowledge& knowledge) {
  const auto year = [&](FactId fact) {
    const Slot* when = knowledge.facts[fact].Find(Role::kWhen);
    return when == nullptr || !when->values.front().quantity ? 0 : when->values.front().quantity->date.year;
  };
  return std::all_of(added.begin(), added.end(), [&](FactId fact) {
    if (IsToCome(knowledge.facts[fact]) != IsToCome(knowledge.facts[next])) return false;
    return year(fact) == 0 || year(next) == 0 || year(fact) == year(next) ||
           knowledge.facts[fact].subject == knowledge.facts[next].subject;
  });
}

// What the figures add up to; nothing if one of them is no single figure, if they are of two measures or attributes, or
// if one fact stands behind two of them.
std::optional<Finding> SumOf(const std::vector<Finding>& findings, const Brain& brain, const std::string& language) {
  if (findings.size() < 2) return std::nullopt;
  Finding sum;
  AnswerValue total;
  total.number = 0;
  bool is_exact = true;
  for (const Finding& finding : findings) {
    constexpr double kMostMissed = 0.3;  // "how many beds do they lack" is told by no number of beds
    if (finding.status != Status::kAnswered || finding.values.size() != 1 || finding.facts.size() != 1 ||
        finding.missed > kMostMissed)
      return std::nullopt;
    const AnswerValue& value = finding.values.front();
    const bool is_alike = &finding == &findings.front() || value.unit == total.unit;
    const bool is_new = std::find(sum.facts.begin(), sum.facts.end(), finding.facts.front()) == sum.facts.end();
    // The seats of one and the cabins of the other add up to nothing.
    const std::vector<Fact>& facts = brain.knowledge().facts;
    const bool is_same =
        sum.facts.empty() || (facts[sum.facts.front()].attribute != kNone &&
                              facts[sum.facts.front()].attribute == facts[finding.facts.front()].attribute);
    const bool is_of_time = AreOfOneTime(sum.facts, finding.facts.front(), brain.knowledge());
    // Of one whole and of another.
    const std::optional<Quantity> quantity = ParseQuantity(value.text);
    const bool is_share = quantity && quantity->kind == QuantityKind::kShare;
    if (!value.number || !value.date.empty() || !is_alike || !is_new || !is_same || !is_of_time || is_share)
      return std::nullopt;
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

// One figure or several: of two years none is meant, but the thing has some.
bool HasFigure(const Finding& finding, EntityId thing, const Knowledge& knowledge) {
  return finding.status == Status::kAnswered && !finding.facts.empty() && !finding.values.empty() &&
         finding.values.front().number && knowledge.facts[finding.facts.front()].subject == thing;
}

}  // namespace

Total TotalOfEach(const Inquiry& inquiry, Spelling spelling, const Brain& brain, StoreConnection& store) {
  const std::string text = WithoutTotal(inquiry, brain);
  if (text.empty()) return {};
  const Inquiry of_each = Inquire(brain, text, spelling);
  const auto answer = [&](const std::string& question) {
    return Resolve(brain, store, Inquire(brain, question, spelling), nullptr);
  };
  std::vector<Finding> findings;
  const std::vector<std::string> named = QuestionsOfEach(of_each, brain, true);
  if (!named.empty()) {
    std::transform(named.begin(), named.end(), std::back_inserter(findings), answer);
    return {SumOf(findings, brain, inquiry.marked.language), {}, named.size()};
  }
  Total total;
  total.count = 0;
  const QuestionsOfMembers asked = AskedOfMembers(of_each, brain);
  for (const QuestionOfMember& question : asked.questions) {
    total.things.push_back(question.member);
    Finding finding = answer(question.text);
    // "Both firms": of the firms that are known those two of which the facts tell such a figure.
    if (!asked.count || HasFigure(finding, question.member, brain.knowledge())) findings.push_back(std::move(finding));
  }
  total.count = asked.questions.empty() ? 0 : asked.count.value_or(asked.questions.size());
  const bool is_open = asked.count && findings.size() != *asked.count;
  if (!is_open) total.sum = SumOf(findings, brain, inquiry.marked.language);
  return total;
}

bool IsNoTotal(const Finding& finding, const Total& total, const Knowledge& knowledge) {
  if (total.count == 0) return false;
  // "What did the two sign together" is told by one fact; a sum of fewer figures than there are things is none.
  if (total.things.empty()) return !finding.lead.empty() && finding.facts.size() < total.count;
  std::set<EntityId> told;
  for (const FactId fact : finding.facts) {
    const EntityId subject = knowledge.facts[fact].subject;
    const bool is_one = std::find(total.things.begin(), total.things.end(), subject) != total.things.end();
    if (!is_one) return false;  // what holds of all of them may be said of another thing
    told.insert(subject);
  }
  return told.size() != total.count || finding.lead.empty();
}

}  // namespace docent
