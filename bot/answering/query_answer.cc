#include "bot/answering/query_answer.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include "bot/answering/figure_text.h"
#include "bot/answering/wording.h"
#include "bot/text/utf8.h"

namespace docent {
namespace {

constexpr size_t kMostStatedFacts = 6;

// The type whose things are all that the query asks for, or counts; none if it asks for anything else.
TypeId TypeOfAll(const Query& query) {
  const Query* set = &query;
  if (const auto* figure = std::get_if<FigureQuery>(&query.node)) {
    if (figure->operation != FigureQuery::Operation::kCount || figure->parts.size() != 1) return kNone;
    set = figure->parts.front().get();
  }
  const auto* members = std::get_if<MembersQuery>(&set->node);
  return members == nullptr ? kNone : members->type;
}

// Whether the figure is in no fact: a sum, a difference, but no number of things.
bool IsWorkedOut(const Query& query) {
  const auto* figure = std::get_if<FigureQuery>(&query.node);
  return figure != nullptr && figure->operation != FigureQuery::Operation::kCount;
}

// "Is the mill the inn": whether two names are of one thing.
bool IsOfNamesOnly(const Query& query) {
  const auto* whether = std::get_if<WhetherQuery>(&query.node);
  const auto* both = whether == nullptr ? nullptr : std::get_if<CombinedQuery>(&whether->of->node);
  return both != nullptr && std::holds_alternative<NamedQuery>(both->left->node) &&
         std::holds_alternative<NamedQuery>(both->right->node);
}

// Things of a type stand on no one fact: on one for each of them. They are those that the facts name, and may not be
// all there are.
void NameThings(const Brain& brain, TypeId type, std::string_view language, Finding& finding) {
  constexpr size_t kMostNamed = 12;
  const Knowledge& knowledge = brain.knowledge();
  std::string names;
  size_t named = 0;
  for (const EntityId entity : brain.rows().Members(type)) {
    if (++named > kMostNamed) break;
    names += (names.empty() ? "" : ", ") + std::string(knowledge.entities[entity].NameIn(language));
    const auto facts = brain.frames().FactsOf(entity);
    const auto own =
        std::find_if(facts.begin(), facts.end(), [&](FactId fact) { return knowledge.facts[fact].subject == entity; });
    const auto telling = own != facts.end() ? own : facts.begin();
    const bool is_new = telling != facts.end() &&
                        std::find(finding.facts.begin(), finding.facts.end(), *telling) == finding.facts.end();
    if (is_new && finding.facts.size() < kMostStatedFacts) finding.facts.push_back(*telling);
  }
  const bool is_counted = finding.values.size() == 1 && finding.values.front().number.has_value();
  if (!is_counted || names.empty() || named > kMostNamed) return;
  finding.lead =
      Say(brain.language(), "so many named", language, {{"number", finding.values.front().text}, {"names", names}});
}

}  // namespace

Finding AnswerOf(const Brain& brain, const Query& query, const Findings& found, std::string_view language) {
  Finding finding;
  if (found.too_much || (found.values.empty() && !found.flag)) return finding;
  // Without facts that are all there are, "no" only means that none says so.
  if (found.flag && !*found.flag && !found.complete) return finding;
  // That two names are of two things is in no fact.
  if (found.flag && !*found.flag && IsOfNamesOnly(query)) return finding;
  if (found.flag && found.facts.empty()) return finding;  // an answer stands on a fact
  // "How many work for it": that one is named says nothing of how many do.
  if (!found.complete && IsCount(query) && found.values.front().value.quantity &&
      found.values.front().value.quantity->number <= 1)
    return finding;
  finding.status = Status::kAnswered;
  if (found.flag) finding.saying = *found.flag ? "yes" : "no";
  finding.facts.assign(found.facts.begin(),
                       found.facts.begin() + static_cast<long>(std::min(found.facts.size(), kMostStatedFacts)));
  bool is_foreign = false;  // an author's text in Latin letters is no lead of a Chinese answer, whose sentence says it
  for (const FoundValue& value : found.values) {
    AnswerValue described = DescribeValue(brain.knowledge(), value.value, language);
    const bool is_plain = value.value.quantity && (value.value.quantity->kind == QuantityKind::kMoney ||
                                                   value.value.quantity->kind == QuantityKind::kNumber);
    if (IsWorkedOut(query) && is_plain)
      described.text = ShownFigure(brain.language(), language, *described.number, described.unit);
    const bool is_text = described.entity.empty() && !described.number && described.date.empty();
    const bool is_latin = std::all_of(described.text.begin(), described.text.end(), [](char c) { return IsAscii(c); });
    is_foreign = is_foreign || (language == "zh" && is_text && is_latin && !found.facts.empty());
    finding.lead += (finding.lead.empty() ? "" : ", ") + described.text;
    finding.values.push_back(std::move(described));
    if (value.value.entity != kNone) finding.focus.push_back(value.value.entity);
  }
  if (is_foreign) finding.lead.clear();
  if (!finding.lead.empty()) finding.lead += language == "zh" ? "。" : ".";
  const TypeId type = TypeOfAll(query);
  if (finding.facts.empty() && type != kNone) NameThings(brain, type, language, finding);
  return finding;
}

}  // namespace docent
