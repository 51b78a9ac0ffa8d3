#include "bot/answering/evaluate.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace docent {
namespace {

// Rows that one question may read; the largest table that is asked about has far fewer.
constexpr size_t kMostRows = 200'000;
// Up to so many entities are looked up one by one; more, and all rows of the attribute are read instead.
constexpr size_t kFewEntities = 24;
constexpr double kEqual = 1e-9;  // relative: numbers that differ less are the same

struct TooMuch {};

using Hits = std::vector<FoundValue>;

void AddFacts(const std::vector<FactId>& from, std::vector<FactId>& into) {
  for (const FactId fact : from) {
    if (into.size() >= kMostFacts) return;
    if (std::find(into.begin(), into.end(), fact) == into.end()) into.push_back(fact);
  }
}

// What a quantity is ordered by: dates by the calendar, all else by the number.
double OrderOf(const Quantity& quantity) {
  if (quantity.kind != QuantityKind::kDate) return quantity.number;
  return quantity.date.year * 10000.0 + quantity.date.month * 100.0 + quantity.date.day;
}

bool SameNumber(double one, double other) {
  return std::abs(one - other) <= kEqual * std::max({std::abs(one), std::abs(other), 1.0});
}

bool Passes(double number, Comparison comparison, double bound) {
  const bool same = SameNumber(number, bound);
  switch (comparison) {
    case Comparison::kIs:
      return same;
    case Comparison::kAbove:
      return number > bound && !same;
    case Comparison::kBelow:
      return number < bound && !same;
    case Comparison::kFrom:
      return number > bound || same;
    case Comparison::kUpTo:
      return number < bound || same;
  }
  return false;
}

// The parts of `date` that `other` has too, so that May 2000 is not after 2000.
Date Cut(Date date, const Date& other) {
  if (other.year == 0) date.year = 0;
  if (other.month == 0) date.month = 0;
  if (other.day == 0) date.day = 0;
  if (other.half == 0) date.half = 0;
  if (other.quarter == 0) date.quarter = 0;
  return date;
}

// Whether `value` stands to `bound` so. What is known less exactly than the bound is not known to.
bool Passes(const Quantity& value, Comparison comparison, const Quantity& bound) {
  const bool dates = value.kind == QuantityKind::kDate;
  if (dates != (bound.kind == QuantityKind::kDate)) return false;
  if (!dates) return Passes(value.number, comparison, bound.number);
  Quantity cut = value;
  cut.date = Cut(value.date, bound.date);
  if (Cut(bound.date, value.date) != bound.date) {
    cut.date = value.date;
    Quantity limit = bound;
    limit.date = Cut(bound.date, value.date);
    return OrderOf(cut) != OrderOf(limit) && Passes(OrderOf(cut), comparison, OrderOf(limit));
  }
  return Passes(OrderOf(cut), comparison, OrderOf(bound));
}

// Things found, each once, with what each stands on.
class HitSet {
 public:
  void Add(const Value& value, const std::vector<FactId>& facts) {
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

// One value that a fact gives to an attribute of its subject.
struct Row {
  FactId fact = kNone;
  EntityId subject = kNone;
  const Value* value = nullptr;
};

class Evaluator {
 public:
  Evaluator(const Knowledge& knowledge, const Schema& schema, StoreConnection& store)
      : knowledge_(knowledge), schema_(schema), store_(store) {}

  Hits Find(const Query& query) { return std::visit(*this, query.node); }
  bool complete() const { return complete_; }

  Hits operator()(const NamedQuery& named) {
    HitSet hits;
    for (const EntityId entity : named.entities) hits.Add(EntityValue(entity), {});
    return hits.Take();
  }

  Hits operator()(const MembersQuery& members) {
    HitSet hits;
    Statement statement = store_.Prepare("SELECT entity FROM entity_type WHERE type = ? ORDER BY entity");
    statement.Bind(1, static_cast<int64_t>(members.type));
    while (statement.Step()) {
      CountRow();
      hits.Add(EntityValue(static_cast<EntityId>(statement.Integer(0))), {});
    }
    return hits.Take();
  }

  Hits operator()(const QuantityQuery& quantity) {
    Value value;
    value.text = quantity.quantity.text;
    value.quantity = quantity.quantity;
    return {{value, {}}};
  }

  Hits operator()(const ValueQuery& query) {
    const Hits of = Find(*query.of);
    const Owners owners(of);
    std::vector<Hits> at;
    for (const QueryPtr& part : query.at) at.push_back(Find(*part));
    HitSet hits;
    for (const AttributeId attribute : query.attributes) {
      for (const Row& row : RowsOf(attribute, of, owners)) {
        if (!std::all_of(at.begin(), at.end(), [&](const Hits& wanted) { return HoldsOne(row.fact, wanted); }))
          continue;
        hits.Add(*row.value, With(row.fact, owners.Of(row.subject).facts));
      }
    }
    return hits.Take();
  }

  Hits operator()(const HoldersQuery& query) {
    const Hits values = Find(*query.value);
    const Owners owners(values);
    HitSet hits;
    for (const AttributeId attribute : query.attributes) {
      for (const Row& row : RowsPointingTo(attribute, values, owners)) {
        hits.Add(EntityValue(row.subject), With(row.fact, owners.Of(row.value->entity).facts));
      }
    }
    return hits.Take();
  }

  Hits operator()(const RelatedQuery& query) {
    const Hits set = Find(*query.set);
    HitSet hits;
    for (const Pair& pair : PairsOf(set, query.links, Find(*query.other))) hits.Add(set[pair.one].value, pair.facts);
    return hits.Take();
  }

  Hits operator()(const FilterQuery& query) {
    const Hits set = Find(*query.set);
    const Hits bounds = Find(*query.bound);
    const Owners owners(set);
    HitSet hits;
    for (const Row& row : RowsOf(query.attribute, set, owners)) {
      if (!row.value->quantity || bounds.empty()) continue;
      const bool passes = std::all_of(bounds.begin(), bounds.end(), [&](const FoundValue& bound) {
        return bound.value.quantity && Passes(*row.value->quantity, query.comparison, *bound.value.quantity);
      });
      if (!passes) continue;
      std::vector<FactId> facts = With(row.fact, owners.Of(row.subject).facts);
      for (const FoundValue& bound : bounds) AddFacts(bound.facts, facts);
      hits.Add(EntityValue(row.subject), facts);
    }
    return hits.Take();
  }

  Hits operator()(const ExtremeQuery& query) {
    const Hits set = Find(*query.set);
    std::vector<Ranked> ranked;
    if (query.attribute == kNone) {
      for (const FoundValue& hit : set) {
        if (hit.value.quantity) ranked.push_back({OrderOf(*hit.value.quantity), hit});
      }
    } else {
      const Owners owners(set);
      for (const Row& row : RowsOf(query.attribute, set, owners)) {
        if (!row.value->quantity) continue;
        ranked.push_back(
            {OrderOf(*row.value->quantity), {EntityValue(row.subject), With(row.fact, owners.Of(row.subject).facts)}});
      }
    }
    return PickRank(std::move(ranked), query.direction, query.rank);
  }

  Hits operator()(const MostQuery& query) {
    const Hits set = Find(*query.set);
    std::vector<Ranked> ranked;
    for (auto& [one, related] : CountsOf(set, query.links, Find(*query.counted))) {
      ranked.push_back({static_cast<double>(related.others.size()), {set[one].value, std::move(related.facts)}});
    }
    return PickRank(std::move(ranked), query.direction, 1);
  }

  Hits operator()(const CountFilterQuery& query) {
    const Hits set = Find(*query.set);
    std::map<size_t, Related> counts = CountsOf(set, query.links, Find(*query.counted));
    HitSet hits;
    for (size_t one = 0; one < set.size(); ++one) {
      const Related& related = counts[one];
      if (!Passes(static_cast<double>(related.others.size()), query.comparison, query.number)) continue;
      hits.Add(set[one].value, related.facts.empty() ? set[one].facts : related.facts);
    }
    return hits.Take();
  }

  Hits operator()(const CombinedQuery& query) {
    Hits left = Find(*query.left);
    const Hits right = Find(*query.right);
    if (query.operation == CombinedQuery::Operation::kExcept) KeepKnown(*query.right, left);
    const Owners in_right(right);
    HitSet hits;
    for (const FoundValue& hit : left) {
      const bool both = in_right.Has(hit.value.entity);
      if (query.operation == CombinedQuery::Operation::kAnd && !both) continue;
      if (query.operation == CombinedQuery::Operation::kExcept && both) continue;
      hits.Add(hit.value, hit.facts);
      if (both) hits.Add(hit.value, in_right.Of(hit.value.entity).facts);
    }
    if (query.operation == CombinedQuery::Operation::kOr) {
      for (const FoundValue& hit : right) hits.Add(hit.value, hit.facts);
    }
    return hits.Take();
  }

  Hits operator()(const FigureQuery& query) {
    std::vector<double> numbers;
    std::vector<FactId> facts;
    std::string unit;
    for (const QueryPtr& part : query.parts) {
      const Hits hits = Find(*part);
      for (const FoundValue& hit : hits) {
        AddFacts(hit.facts, facts);
        if (query.operation == FigureQuery::Operation::kCount || !hit.value.quantity) continue;
        numbers.push_back(OrderOf(*hit.value.quantity));
        unit = hit.value.quantity->unit;
      }
      if (query.operation == FigureQuery::Operation::kCount) {
        numbers.push_back(static_cast<double>(hits.size()));
      } else if (query.parts.size() == 2 && hits.size() != 1) {
        return {};  // a difference of several values is none
      }
    }
    const std::optional<double> figure = WorkOut(query.operation, numbers);
    if (!figure) return {};
    // Nothing found is not zero, unless the facts are all there are.
    if (query.operation == FigureQuery::Operation::kCount && *figure == 0 && !complete_) return {};
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

 private:
  // Hits found again by their entity.
  class Owners {
   public:
    explicit Owners(const Hits& hits) : hits_(hits) {
      for (size_t i = 0; i < hits.size(); ++i) {
        if (hits[i].value.entity != kNone) by_entity_.try_emplace(hits[i].value.entity, i);
      }
    }
    bool Has(EntityId entity) const { return by_entity_.contains(entity); }
    size_t IndexOf(EntityId entity) const { return by_entity_.at(entity); }
    const FoundValue& Of(EntityId entity) const { return hits_[IndexOf(entity)]; }

   private:
    const Hits& hits_;
    std::unordered_map<EntityId, size_t> by_entity_;
  };

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

  void CountRow() {
    if (++rows_ > kMostRows) throw TooMuch{};
  }

  Value EntityValue(EntityId entity) const {
    Value value;
    value.entity = entity;
    value.text = knowledge_.entities[entity].name;
    return value;
  }

  static std::vector<FactId> With(FactId fact, const std::vector<FactId>& more) {
    std::vector<FactId> facts = {fact};
    AddFacts(more, facts);
    return facts;
  }

  // The value of `attribute` in the fact that a row of the store is about.
  const Value* ValueIn(FactId fact, AttributeId attribute, int64_t entity, std::string_view text) const {
    for (const Slot& slot : knowledge_.facts[fact].slots) {
      const bool is_it = (slot.role == Role::kValue && knowledge_.facts[fact].attribute == attribute) ||
                         (slot.role == Role::kAttribute && slot.attribute == attribute);
      if (!is_it) continue;
      for (const Value& value : slot.values) {
        if (entity >= 0 ? value.entity == static_cast<EntityId>(entity) : value.entity == kNone && value.text == text)
          return &value;
      }
    }
    return nullptr;
  }

  void Collect(Statement& statement, AttributeId attribute, std::vector<Row>& rows) {
    while (statement.Step()) {
      CountRow();
      Row row;
      row.fact = static_cast<FactId>(statement.Integer(0));
      row.subject = static_cast<EntityId>(statement.Integer(1));
      row.value = ValueIn(row.fact, attribute, statement.IsNull(2) ? -1 : statement.Integer(2), statement.Text(3));
      if (row.value != nullptr) rows.push_back(row);
    }
  }

  static void BindRoles(Statement& statement, int first) {
    statement.Bind(first, static_cast<int64_t>(Role::kValue)).Bind(first + 1, static_cast<int64_t>(Role::kAttribute));
  }

  std::vector<Row> AllRows(AttributeId attribute) {
    std::vector<Row> rows;
    Statement statement = store_.Prepare(
        "SELECT fact, subject, entity, text FROM slot WHERE attribute = ? AND role IN (?, ?) AND subject IS NOT NULL "
        "ORDER BY fact, rowid");
    statement.Bind(1, static_cast<int64_t>(attribute));
    BindRoles(statement, 2);
    Collect(statement, attribute, rows);
    return rows;
  }

  // Rows whose subject is among `set`.
  std::vector<Row> RowsOf(AttributeId attribute, const Hits& set, const Owners& owners) {
    complete_ = complete_ && schema_.Of(attribute).complete;
    std::vector<Row> rows;
    if (set.size() > kFewEntities) {
      rows = AllRows(attribute);
      std::erase_if(rows, [&](const Row& row) { return !owners.Has(row.subject); });
      return rows;
    }
    for (const FoundValue& hit : set) {
      if (hit.value.entity == kNone) continue;
      Statement statement = store_.Prepare(
          "SELECT fact, subject, entity, text FROM slot WHERE subject = ? AND attribute = ? AND role IN (?, ?) "
          "ORDER BY fact, rowid");
      statement.Bind(1, static_cast<int64_t>(hit.value.entity)).Bind(2, static_cast<int64_t>(attribute));
      BindRoles(statement, 3);
      Collect(statement, attribute, rows);
    }
    return rows;
  }

  // Rows whose value is among `set`.
  std::vector<Row> RowsPointingTo(AttributeId attribute, const Hits& set, const Owners& owners) {
    complete_ = complete_ && schema_.Of(attribute).complete;
    std::vector<Row> rows;
    if (set.size() > kFewEntities) {
      rows = AllRows(attribute);
      std::erase_if(rows, [&](const Row& row) { return row.value->entity == kNone || !owners.Has(row.value->entity); });
      return rows;
    }
    for (const FoundValue& hit : set) {
      if (hit.value.entity == kNone) continue;
      Statement statement = store_.Prepare(
          "SELECT fact, subject, entity, text FROM slot WHERE entity = ? AND attribute = ? AND role IN (?, ?) "
          "AND subject IS NOT NULL ORDER BY fact, rowid");
      statement.Bind(1, static_cast<int64_t>(hit.value.entity)).Bind(2, static_cast<int64_t>(attribute));
      BindRoles(statement, 3);
      Collect(statement, attribute, rows);
    }
    return rows;
  }

  // Leaves in `left` what is known not to be in `excluded`: where the facts are not all there are, something that has
  // no such fact may well be related.
  void KeepKnown(const Query& excluded, Hits& left) {
    const auto* related = std::get_if<RelatedQuery>(&excluded.node);
    if (related == nullptr) return;
    for (const Link& link : related->links) {
      if (schema_.Of(link.attribute).complete) continue;
      const Owners owners(left);
      std::unordered_set<EntityId> known;
      if (link.way == Link::Way::kForward) {
        for (const Row& row : RowsOf(link.attribute, left, owners)) known.insert(row.subject);
      } else {
        for (const Row& row : RowsPointingTo(link.attribute, left, owners)) known.insert(row.value->entity);
      }
      std::erase_if(left, [&](const FoundValue& hit) { return !known.contains(hit.value.entity); });
    }
  }

  // All pairs of `set` and `other` along any of the links. Read from the smaller side.
  std::vector<Pair> PairsOf(const Hits& set, const std::vector<Link>& links, const Hits& other) {
    const Owners in_set(set);
    const Owners in_other(other);
    std::vector<Pair> pairs;
    for (const Link& link : links) {
      const bool forward = link.way == Link::Way::kForward;
      const bool from_set = set.size() <= other.size();
      const Hits& side = from_set ? set : other;
      const Owners& owners = from_set ? in_set : in_other;
      // The side is the subject if it is the set of a forward link, or the other of a backward one.
      for (const Row& row :
           from_set == forward ? RowsOf(link.attribute, side, owners) : RowsPointingTo(link.attribute, side, owners)) {
        const EntityId one = forward ? row.subject : row.value->entity;
        const EntityId two = forward ? row.value->entity : row.subject;
        if (one == kNone || two == kNone || !in_set.Has(one) || !in_other.Has(two)) continue;
        Pair pair{in_set.IndexOf(one), two, With(row.fact, in_set.Of(one).facts)};
        AddFacts(in_other.Of(two).facts, pair.facts);
        pairs.push_back(std::move(pair));
      }
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.one < b.one; });
    return pairs;
  }

  // For each of `set` that has any, the others it is related to.
  std::map<size_t, Related> CountsOf(const Hits& set, const std::vector<Link>& links, const Hits& other) {
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
           (asked.quarter == 0 || asked.quarter == has.quarter);
  }

  const Knowledge& knowledge_;
  const Schema& schema_;
  StoreConnection& store_;
  size_t rows_ = 0;
  bool complete_ = true;
};

}  // namespace

Findings Evaluate(const Query& query, const Knowledge& knowledge, const Schema& schema, StoreConnection& store) {
  Findings findings;
  Evaluator evaluator(knowledge, schema, store);
  try {
    findings.values = evaluator.Find(query);
  } catch (const TooMuch&) {
    findings.too_much = true;
    return findings;
  }
  findings.complete = evaluator.complete();
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
    text += knowledge.facts[findings.facts[i]].name;
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
