#include "bot/answering/evaluate.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "bot/answering/comparison.h"
#include "bot/answering/group.h"
#include "bot/answering/row_reader.h"
#include "bot/answering/standing.h"
#include "bot/answering/time_meant.h"
#include "bot/answering/whether.h"
#include "bot/text/scales.h"

namespace docent {
namespace {

using Hits = std::vector<FoundValue>;

// Things found, each once, with what each stands on.
class HitSet {
 public:
  void Add(const Value& value, std::span<const FactId> facts) {
    const size_t place =
        value.entity == kNone ? hits_.size() : by_entity_.try_emplace(value.entity, hits_.size()).first->second;
    if (place == hits_.size()) hits_.push_back({value, {}});
    AddFacts(facts, hits_[place].facts);
  }
  Hits Take() { return std::move(hits_); }

 private:
  Hits hits_;
  std::unordered_map<EntityId, size_t> by_entity_;
};

class Evaluator {
 public:
  Evaluator(const Knowledge& knowledge, const Schema& schema, const RowIndex& rows)
      : knowledge_(knowledge), schema_(schema), rows_(rows), reader_(rows, schema) {}

  Hits Find(const Query& query) { return std::visit(*this, query.node); }
  bool complete() const { return reader_.complete(); }

  Hits operator()(const NamedQuery& named) {
    HitSet hits;
    for (const EntityId entity : named.entities) hits.Add(EntityValue(knowledge_, entity), {});
    return hits.Take();
  }

  Hits operator()(const MembersQuery& members) {
    Hits hits;
    for (const EntityId entity : rows_.Members(members.type)) hits.push_back({EntityValue(knowledge_, entity), {}});
    return hits;
  }

  Hits operator()(const QuantityQuery& quantity) {
    Value value;
    value.text = quantity.quantity.text;
    value.quantity = quantity.quantity;
    return {{value, {}}};
  }

  Hits operator()(const ValueQuery& query) {
    const Group of = Gather(*query.of);
    std::vector<Hits> at;
    at.reserve(query.at.size());
    for (const QueryPtr& part : query.at) at.push_back(Find(*part));
    HitSet hits;
    for (const AttributeId attribute : query.attributes) {
      for (const Row& row : reader_.Of(attribute, of)) {
        if (!std::all_of(at.begin(), at.end(), [&](const Hits& wanted) { return HoldsOne(row.fact, wanted); }))
          continue;
        hits.Add(*row.value, With(row.fact, of.FactsOf(row.subject)));
      }
    }
    return hits.Take();
  }

  Hits operator()(const HoldersQuery& query) {
    const Group values = Gather(*query.value);
    HitSet hits;
    for (const AttributeId attribute : query.attributes) {
      for (const Row& row : reader_.PointingTo(attribute, values)) {
        hits.Add(EntityValue(knowledge_, row.subject), With(row.fact, values.FactsOf(row.value->entity)));
      }
    }
    return hits.Take();
  }

  Hits operator()(const RelatedQuery& query) {
    const Group set = Gather(*query.set);
    HitSet hits;
    for (const Pair& pair : PairsOf(set, query.links, Gather(*query.other)))
      hits.Add(set.At(pair.one).value, pair.facts);
    return hits.Take();
  }

  Hits operator()(const FilterQuery& query) {
    const Group set = Gather(*query.set);
    const Hits bounds = Find(*query.bound);
    HitSet hits;
    const bool are_all_figures = std::all_of(bounds.begin(), bounds.end(),
                                             [](const FoundValue& bound) { return bound.value.quantity.has_value(); });
    if (bounds.empty() || !are_all_figures) {
      reader_.Use(query.attribute);
      return {};
    }
    const Quantity& first = *bounds.front().value.quantity;
    const TimeMeant time(knowledge_, rows_, QuantityOf(query.when));
    for (const Row& row : reader_.Comparable(query.attribute, set, query.comparison, first)) {
      if (!row.value->quantity || !time.Includes(row)) continue;
      met_another_unit_ = met_another_unit_ || std::any_of(bounds.begin(), bounds.end(), [&](const FoundValue& bound) {
                            return !AreOfOneScale(*row.value->quantity, *bound.value.quantity);
                          });
      const bool passes = std::all_of(bounds.begin(), bounds.end(), [&](const FoundValue& bound) {
        return Passes(*row.value->quantity, query.comparison, *bound.value.quantity);
      });
      if (!passes) continue;
      std::vector<FactId> facts = With(row.fact, set.FactsOf(row.subject));
      for (const FoundValue& bound : bounds) AddFacts(bound.facts, facts);
      hits.Add(EntityValue(knowledge_, row.subject), facts);
    }
    return hits.Take();
  }

  Hits operator()(const ExtremeQuery& query) {
    if (LacksFigureOfNamed(query)) return {};
    std::vector<Ranked> ranked;
    if (query.attribute == kNone) {
      for (const FoundValue& hit : Find(*query.set)) {
        if (hit.value.quantity) ranked.push_back({OrderOf(*hit.value.quantity), hit});
      }
    } else {
      const Group set = Gather(*query.set);
      const TimeMeant time(knowledge_, rows_, QuantityOf(query.when));
      const auto is_meant = [&](const Row& row) {
        const bool is_over = !query.has_happened || !IsToCome(knowledge_.facts[row.fact]);
        return row.value->quantity && is_over && time.Includes(row);
      };
      for (const Row& row : reader_.Extreme(query.attribute, set, query.direction, query.rank, is_meant)) {
        ranked.push_back({OrderOf(*row.value->quantity),
                          {EntityValue(knowledge_, row.subject), With(row.fact, set.FactsOf(row.subject))}});
      }
    }
    return PickRank(std::move(ranked), query.direction, query.rank);
  }

  Hits operator()(const MostQuery& query) {
    const Group set = Gather(*query.set);
    std::vector<Ranked> ranked;
    for (auto& [one, related] : CountsOf(set, query.links, Gather(*query.counted))) {
      ranked.push_back({static_cast<double>(related.others.size()), {set.At(one).value, std::move(related.facts)}});
    }
    return PickRank(std::move(ranked), query.direction, 1);
  }

  Hits operator()(const CountFilterQuery& query) {
    const Group set = Gather(*query.set);
    std::map<size_t, Related> counts = CountsOf(set, query.links, Gather(*query.counted));
    HitSet hits;
    for (size_t one = 0; one < set.size(); ++one) {
      const Related& related = counts[one];
      if (!Passes(static_cast<double>(related.others.size()), query.comparison, query.number)) continue;
      hits.Add(set.At(one).value, related.facts.empty() ? set.FactsAt(one) : std::span<const FactId>(related.facts));
    }
    return hits.Take();
  }

  Hits operator()(const CombinedQuery& query) {
    Hits left = Find(*query.left);
    const Group right = Gather(*query.right);
    if (query.operation == CombinedQuery::Operation::kExcept) KeepKnown(*query.right, left);
    HitSet hits;
    for (const FoundValue& hit : left) {
      const bool both = right.Has(hit.value.entity);
      if (query.operation == CombinedQuery::Operation::kAnd && !both) continue;
      if (query.operation == CombinedQuery::Operation::kExcept && both) continue;
      hits.Add(hit.value, hit.facts);
      if (both) hits.Add(hit.value, right.FactsOf(hit.value.entity));
    }
    if (query.operation == CombinedQuery::Operation::kOr) {
      for (size_t i = 0; i < right.size(); ++i) hits.Add(right.At(i).value, right.FactsAt(i));
    }
    return hits.Take();
  }

  Hits operator()(const FigureQuery& query) {
    std::vector<double> numbers;
    std::vector<FactId> facts;
    std::string unit;
    for (const QueryPtr& part : query.parts) {
      if (query.operation == FigureQuery::Operation::kCount) {
        const Group counted = Gather(*part);
        for (size_t i = 0; i < counted.size() && facts.size() < kMostFacts; ++i) AddFacts(counted.FactsAt(i), facts);
        numbers.push_back(static_cast<double>(counted.size()));
        continue;
      }
      Hits hits = Find(*part);
      // "The total cost": where there is but one, it is as its fact states it.
      if (query.operation == FigureQuery::Operation::kSum && query.parts.size() == 1 && hits.size() == 1) return hits;
      if (query.parts.size() == 1 && AreOfSeveralTimes(hits)) return {};
      for (const FoundValue& hit : hits) {
        AddFacts(hit.facts, facts);
        if (!hit.value.quantity) continue;
        const Quantity& quantity = *hit.value.quantity;
        if (!numbers.empty() && quantity.unit != unit) return {};
        numbers.push_back(quantity.kind == QuantityKind::kDate ? OrderOf(quantity) : quantity.number);
        unit = quantity.unit;
      }
      if (query.parts.size() == 2 && hits.size() != 1) return {};  // a difference of several values is none
    }
    const std::optional<double> figure = WorkOut(query.operation, numbers);
    if (!figure) return {};
    // Nothing found is not zero, unless the facts are all there are. Of a type of which they name nothing they say
    // nothing.
    const bool is_whole_type = std::holds_alternative<MembersQuery>(query.parts.front()->node);
    if (query.operation == FigureQuery::Operation::kCount && *figure == 0 && (is_whole_type || !complete())) return {};
    Quantity quantity;
    quantity.number = *figure;
    quantity.text = NumberText(*figure);
    if (query.operation != FigureQuery::Operation::kRatio) quantity.unit = unit;
    Value value;
    value.text = quantity.text;
    value.quantity = std::move(quantity);
    return {{std::move(value), std::move(facts)}};
  }

  Hits operator()(const WhetherQuery& query) { return Find(*query.of); }

  // Of a WhetherQuery that nothing bears out: whether it is known not to be so.
  bool IsRefuted(const Query& whether) {
    return (complete() && !met_another_unit_) || Against().HaveFigures(*std::get<WhetherQuery>(whether.node).of);
  }

  // The facts that show it.
  std::vector<FactId> FactsAgainst(const Query& whether) {
    return Against().FactsAgainst(*std::get<WhetherQuery>(whether.node).of);
  }

 private:
  struct Pair {
    size_t one = 0;  // index into the set
    EntityId other = kNone;
    std::vector<FactId> facts;
  };
  struct Related {
    std::unordered_set<EntityId> others;
    std::vector<FactId> facts;
  };
  struct Ranked {
    double number = 0;
    FoundValue hit;
  };

  // Whether one thing has two of the figures by two facts: what it had in two years, or has and is to have, adds up to
  // nothing.
  bool AreOfSeveralTimes(const Hits& hits) const {
    std::map<std::pair<EntityId, AttributeId>, FactId> seen;
    for (const FoundValue& hit : hits) {
      for (const FactId id : hit.facts) {
        const Fact& fact = knowledge_.facts[id];
        const Slot* value = fact.Find(Role::kValue);
        if (value == nullptr || !value->values.front().quantity || !hit.value.quantity) continue;
        if (!(*value->values.front().quantity == *hit.value.quantity)) continue;
        const auto [first, is_new] = seen.emplace(std::pair(fact.subject, fact.attribute), id);
        if (!is_new && first->second != id) return true;
      }
    }
    return false;
  }

  WhetherReader Against() {
    return {reader_, [this](const Query& query) { return Gather(query); }};
  }

  Group Gather(const Query& query) {
    if (const auto* members = std::get_if<MembersQuery>(&query.node))
      return Group(knowledge_, rows_.Members(members->type));
    return Group(Find(query));
  }

  // "Which of the two has more", of which one has no figure that is known.
  bool LacksFigureOfNamed(const ExtremeQuery& query) {
    const auto* either = std::get_if<CombinedQuery>(&query.set->node);
    const bool are_named = either != nullptr && either->operation == CombinedQuery::Operation::kOr &&
                           std::holds_alternative<NamedQuery>(either->left->node) &&
                           std::holds_alternative<NamedQuery>(either->right->node);
    if (!are_named || query.attribute == kNone) return false;
    const auto lacks = [&](const QueryPtr& one) {
      return (*this)(ExtremeQuery{one, query.attribute, query.direction, 1, query.when}).empty();
    };
    return lacks(either->left) || lacks(either->right);
  }

  static std::vector<FactId> With(FactId fact, std::span<const FactId> more) {
    std::vector<FactId> facts = {fact};
    AddFacts(more, facts);
    return facts;
  }

  // Leaves in `left` what is known not to be in `excluded`: where the facts are not all there are, something that has
  // no such fact may well be related.
  void KeepKnown(const Query& excluded, Hits& left) {
    const auto* related = std::get_if<RelatedQuery>(&excluded.node);
    if (related == nullptr) return;
    for (const Link& link : related->links) {
      if (schema_.Of(link.attribute).complete) continue;
      const Group owners(left);
      std::unordered_set<EntityId> known;
      if (link.way == Link::Way::kForward) {
        for (const Row& row : reader_.Of(link.attribute, owners)) known.insert(row.subject);
      } else {
        for (const Row& row : reader_.PointingTo(link.attribute, owners)) known.insert(row.value->entity);
      }
      std::erase_if(left, [&](const FoundValue& hit) { return !known.contains(hit.value.entity); });
    }
  }

  // All pairs of `set` and `other` along any of the links. Read from the smaller side.
  std::vector<Pair> PairsOf(const Group& set, const std::vector<Link>& links, const Group& other) {
    std::vector<Pair> pairs;
    for (const Link& link : links) {
      const bool forward = link.way == Link::Way::kForward;
      const bool from_set = set.size() <= other.size();
      const Group& side = from_set ? set : other;
      // The side is the subject if it is the set of a forward link, or the other of a backward one.
      for (const Row& row :
           from_set == forward ? reader_.Of(link.attribute, side) : reader_.PointingTo(link.attribute, side)) {
        const EntityId one = forward ? row.subject : row.value->entity;
        const EntityId two = forward ? row.value->entity : row.subject;
        if (one == kNone || two == kNone || !other.Has(two)) continue;
        const std::optional<size_t> place = set.PlaceOf(one);
        if (!place) continue;
        Pair pair{*place, two, With(row.fact, set.FactsAt(*place))};
        AddFacts(other.FactsOf(two), pair.facts);
        pairs.push_back(std::move(pair));
      }
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.one < b.one; });
    return pairs;
  }

  // For each of `set` that has any, the others it is related to.
  std::map<size_t, Related> CountsOf(const Group& set, const std::vector<Link>& links, const Group& other) {
    std::map<size_t, Related> counts;
    for (const Pair& pair : PairsOf(set, links, other)) {
      Related& related = counts[pair.one];
      related.others.insert(pair.other);
      AddFacts(pair.facts, related.facts);
    }
    return counts;
  }

  // All of the `rank`-th largest, or smallest, number.
  static Hits PickRank(std::vector<Ranked> ranked, Direction direction, int rank) {
    std::stable_sort(ranked.begin(), ranked.end(), [&](const Ranked& one, const Ranked& other) {
      return direction == Direction::kHigh ? one.number > other.number : one.number < other.number;
    });
    HitSet hits;
    int at = 1;
    for (size_t i = 0; i < ranked.size(); ++i) {
      if (i > 0 && !SameNumber(ranked[i].number, ranked[i - 1].number)) ++at;
      if (at > rank) break;
      if (at == rank) hits.Add(ranked[i].hit.value, ranked[i].hit.facts);
    }
    return hits.Take();
  }

  static std::optional<double> WorkOut(FigureQuery::Operation operation, const std::vector<double>& numbers) {
    double sum = 0;
    for (const double number : numbers) sum += number;
    switch (operation) {
      case FigureQuery::Operation::kCount:
        return sum;
      case FigureQuery::Operation::kSum:
        return numbers.empty() ? std::nullopt : std::optional(sum);
      case FigureQuery::Operation::kAverage:
        return numbers.empty() ? std::nullopt : std::optional(sum / static_cast<double>(numbers.size()));
      case FigureQuery::Operation::kDifference:
        return numbers.size() == 2 ? std::optional(std::abs(numbers[0] - numbers[1])) : std::nullopt;
      case FigureQuery::Operation::kRatio:
        return numbers.size() == 2 && numbers[1] != 0 ? std::optional(numbers[0] / numbers[1]) : std::nullopt;
    }
    return std::nullopt;
  }

  // Whether a fact holds one of `wanted` as a qualifier: the entity, or the date in its own precision.
  bool HoldsOne(FactId fact, const Hits& wanted) const {
    for (const Slot& slot : knowledge_.facts[fact].slots) {
      if (slot.role == Role::kValue || slot.role == Role::kSubject) continue;
      for (const Value& value : slot.values) {
        for (const FoundValue& hit : wanted) {
          if (Says(value, hit.value)) return true;
        }
      }
    }
    return false;
  }

  static bool Says(const Value& value, const Value& wanted) {
    if (wanted.entity != kNone) return value.entity == wanted.entity;
    if (!value.quantity || !wanted.quantity || value.quantity->kind != wanted.quantity->kind) return false;
    if (wanted.quantity->kind != QuantityKind::kDate)
      return SameNumber(value.quantity->number, wanted.quantity->number);
    const Date& has = value.quantity->date;
    const Date& asked = wanted.quantity->date;
    return (asked.year == 0 || asked.year == has.year) && (asked.month == 0 || asked.month == has.month) &&
           (asked.day == 0 || asked.day == has.day) && (asked.half == 0 || asked.half == has.half) &&
           (asked.quarter == 0 || asked.quarter == has.quarter) && (asked.season == 0 || asked.season == has.season) &&
           (asked.stage == 0 || asked.stage == has.stage);
  }

  const Knowledge& knowledge_;
  const Schema& schema_;
  const RowIndex& rows_;
  RowReader reader_;
  bool met_another_unit_ = false;  // a figure could not be held against a bound: metres against minutes
};

}  // namespace

Findings Evaluate(const Query& query, const Knowledge& knowledge, const Schema& schema, const RowIndex& rows) {
  Findings findings;
  Evaluator evaluator(knowledge, schema, rows);
  try {
    findings.values = evaluator.Find(query);
    findings.complete = evaluator.complete();
    if (query.sort == Query::Sort::kFlag && findings.values.empty()) {
      findings.complete = evaluator.IsRefuted(query);
      findings.facts = evaluator.FactsAgainst(query);
    }
  } catch (const TooMuch&) {
    findings.too_much = true;
    return findings;
  }
  for (const FoundValue& found : findings.values) AddFacts(found.facts, findings.facts);
  if (query.sort == Query::Sort::kFlag) {
    findings.flag = !findings.values.empty();
    findings.values.clear();
  }
  return findings;
}

std::string ToString(const Findings& findings, const Knowledge& knowledge) {
  if (findings.too_much) return "too much";
  if (findings.flag) return *findings.flag ? "yes" : "no";
  std::string text;
  for (const FoundValue& found : findings.values) {
    if (!text.empty()) text += ", ";
    text += found.value.text;
    if (found.value.entity == kNone) continue;
    const Entity& entity = knowledge.entities[found.value.entity];
    if (!entity.types.empty()) text.append(1, ':').append(knowledge.types[entity.types.front()].name);
  }
  if (findings.facts.empty()) return text;
  text += " {";
  for (size_t i = 0; i < findings.facts.size(); ++i) {
    if (i > 0) text += ", ";
    text += knowledge.NameOf(findings.facts[i]);
  }
  return text + "}";
}

std::string NumberText(double number) {
  char text[32];
  if (number == std::floor(number) && std::abs(number) < 1e15) {
    std::snprintf(text, sizeof text, "%.0f", number);
  } else {
    std::snprintf(text, sizeof text, "%.10g", number);
  }
  return text;
}

}  // namespace docent
