#include "bot/answering/evaluate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <string>

#include "bot/answering/brain.h"
#include "bot/knowledge/block.h"
#include "bot/reading/reading.h"

namespace docent {
namespace {

const std::string kTests = DOCENT_SOURCE_DIR "/tests";

std::shared_ptr<const Brain> LoadBrain(const std::string& knowledge, const std::string& more_rules = "") {
  BrainPaths paths;
  paths.knowledge = {knowledge};
  paths.rules = {DOCENT_SOURCE_DIR "/rules/en"};
  if (!more_rules.empty()) paths.rules.push_back(more_rules);
  Diagnostics diagnostics;
  std::shared_ptr<const Brain> brain = Brain::Load(paths, diagnostics);
  EXPECT_EQ(diagnostics.errors(), 0U) << diagnostics.Render();
  return brain;
}

std::string WithoutFacts(const std::string& findings) { return findings.substr(0, findings.find(" {")); }

// The lines `question | query | what is found` of a file; `-` where nothing is.
struct Line {
  std::string question;
  std::string query;
  std::string found;
};

std::vector<Line> ReadLines(const std::string& path) {
  std::ifstream stream(path);
  std::vector<Line> lines;
  for (std::string text; std::getline(stream, text);) {
    if (text.empty() || text.front() == '#') continue;
    const std::vector<std::string> parts = SplitList(text, "\t");
    if (parts.size() == 3) lines.push_back({parts[0], parts[1], parts[2]});
  }
  return lines;
}

// A topic without a rule of its own: the general rules of the language must do.
TEST(Evaluate, AnswersATopicThatNoRuleKnows) {
  const std::shared_ptr<const Brain> brain = LoadBrain(kTests + "/answering/companies");
  ASSERT_NE(brain, nullptr);
  const std::vector<Line> lines = ReadLines(kTests + "/answering/companies/questions.tsv");
  ASSERT_GT(lines.size(), 60U);
  for (const Line& line : lines) {
    const MarkedQuestion marked = MarkQuestion(brain->vocabulary(), line.question);
    const Reading reading = ReadQuestion(brain->rules(), brain->knowledge(), brain->vocabulary(), marked);
    if (reading.candidates.empty()) {
      EXPECT_EQ(line.query, "-") << line.question;
      continue;
    }
    const Query& query = *reading.candidates.front().query;
    const std::string found = WithoutFacts(
        ToString(Evaluate(query, brain->knowledge(), brain->rules().schema(), brain->rows()), brain->knowledge()));
    EXPECT_EQ(ToString(query, brain->knowledge()), line.query) << line.question;
    EXPECT_EQ(found.empty() ? "-" : found, line.found) << line.question;
  }
}

TEST(Evaluate, KeepsTheFactsOfEachStep) {
  const std::shared_ptr<const Brain> brain = LoadBrain(kTests + "/answering/companies");
  ASSERT_NE(brain, nullptr);
  const MarkedQuestion marked = MarkQuestion(brain->vocabulary(), "who directs the company that Tidewater owns");
  const Reading reading = ReadQuestion(brain->rules(), brain->knowledge(), brain->vocabulary(), marked);
  ASSERT_FALSE(reading.candidates.empty());
  const Findings findings =
      Evaluate(*reading.candidates.front().query, brain->knowledge(), brain->rules().schema(), brain->rows());
  std::set<std::string> stated;
  for (const FactId fact : findings.facts) {
    const Fact& record = brain->knowledge().facts[fact];
    stated.insert(brain->knowledge().entities[record.subject].name + " " +
                  brain->knowledge().attributes[record.attribute].name);
  }
  EXPECT_EQ(stated, (std::set<std::string>{"Nordwind Systems director", "Nordwind Systems owner"}));
}

// --- against a plain loop over all facts ---

// What a query finds, as names and numbers, worked out without the store or any index.
class PlainLoop {
 public:
  explicit PlainLoop(const Knowledge& knowledge) : knowledge_(knowledge) {}

  std::set<std::string> operator()(const QueryPtr& query) const {
    std::set<std::string> names;
    for (const Value& value : Find(query)) names.insert(Name(value));
    return names;
  }

 private:
  using Values = std::vector<Value>;
  struct Statement {
    EntityId subject;
    Value value;
  };

  std::string Name(const Value& value) const {
    return value.entity != kNone ? "#" + std::to_string(value.entity) : value.text.str();
  }

  Values Entities(const std::function<bool(EntityId)>& wanted) const {
    Values values;
    for (EntityId id = 0; id < knowledge_.entities.size(); ++id) {
      if (!wanted(id)) continue;
      Value value;
      value.entity = id;
      values.push_back(value);
    }
    return values;
  }

  static bool Holds(const Values& values, EntityId entity) {
    return entity != kNone &&
           std::any_of(values.begin(), values.end(), [&](const Value& value) { return value.entity == entity; });
  }

  std::vector<Statement> Statements(AttributeId attribute) const {
    std::vector<Statement> statements;
    for (const Fact& fact : knowledge_.facts) {
      for (const Slot& slot : fact.slots) {
        const AttributeId its = slot.role == Role::kValue       ? fact.attribute
                                : slot.role == Role::kAttribute ? slot.attribute
                                                                : kNone;
        if (its != attribute) continue;
        for (const Value& value : slot.values) statements.push_back({fact.subject, value});
      }
    }
    return statements;
  }

  // Those of `set` related to `other`, each with how many.
  std::map<EntityId, std::set<EntityId>> Pairs(const Values& set, const std::vector<Link>& links,
                                               const Values& other) const {
    std::map<EntityId, std::set<EntityId>> pairs;
    for (const Link& link : links) {
      for (const Statement& statement : Statements(link.attribute)) {
        const bool forward = link.way == Link::Way::kForward;
        const EntityId one = forward ? statement.subject : statement.value.entity;
        const EntityId two = forward ? statement.value.entity : statement.subject;
        if (Holds(set, one) && Holds(other, two)) pairs[one].insert(two);
      }
    }
    return pairs;
  }

  Values Find(const QueryPtr& query) const {
    if (const auto* named = std::get_if<NamedQuery>(&query->node)) {
      return Entities([&](EntityId id) { return std::count(named->entities.begin(), named->entities.end(), id) > 0; });
    }
    if (const auto* members = std::get_if<MembersQuery>(&query->node)) {
      return Entities([&](EntityId id) { return knowledge_.IsA(id, members->type); });
    }
    if (const auto* value = std::get_if<ValueQuery>(&query->node)) {
      const Values of = Find(value->of);
      Values values;
      for (const AttributeId attribute : value->attributes) {
        for (const Statement& statement : Statements(attribute)) {
          if (Holds(of, statement.subject)) values.push_back(statement.value);
        }
      }
      return values;
    }
    if (const auto* related = std::get_if<RelatedQuery>(&query->node)) {
      const auto pairs = Pairs(Find(related->set), related->links, Find(related->other));
      return Entities([&](EntityId id) { return pairs.contains(id); });
    }
    if (const auto* extreme = std::get_if<ExtremeQuery>(&query->node)) return FindExtreme(*extreme);
    if (const auto* most = std::get_if<MostQuery>(&query->node)) {
      const auto pairs = Pairs(Find(most->set), most->links, Find(most->counted));
      size_t best = 0;
      for (const auto& [id, others] : pairs) best = std::max(best, others.size());
      return Entities([&](EntityId id) { return pairs.contains(id) && pairs.at(id).size() == best; });
    }
    if (const auto* filter = std::get_if<FilterQuery>(&query->node)) {
      const Values set = Find(filter->set);
      const double bound = std::get<QuantityQuery>(filter->bound->node).quantity.number;
      std::set<EntityId> passing;
      for (const Statement& statement : Statements(filter->attribute)) {
        if (statement.value.quantity && statement.value.quantity->number > bound) passing.insert(statement.subject);
      }
      return Entities([&](EntityId id) { return Holds(set, id) && passing.contains(id); });
    }
    const auto& combined = std::get<CombinedQuery>(query->node);
    const Values left = Find(combined.left);
    const Values right = Find(combined.right);
    return Entities([&](EntityId id) {
      switch (combined.operation) {
        case CombinedQuery::Operation::kAnd:
          return Holds(left, id) && Holds(right, id);
        case CombinedQuery::Operation::kOr:
          return Holds(left, id) || Holds(right, id);
        case CombinedQuery::Operation::kExcept:
          return Holds(left, id) && !Holds(right, id);
      }
      return false;
    });
  }

  Values FindExtreme(const ExtremeQuery& extreme) const {
    const Values set = Find(extreme.set);
    std::vector<Statement> statements = Statements(extreme.attribute);
    std::erase_if(statements, [&](const Statement& statement) {
      return !Holds(set, statement.subject) || !statement.value.quantity;
    });
    // Which of two that are named has more is told if each has a figure.
    const auto* either = std::get_if<CombinedQuery>(&extreme.set->node);
    const bool are_named = either != nullptr && either->operation == CombinedQuery::Operation::kOr &&
                           std::holds_alternative<NamedQuery>(either->left->node) &&
                           std::holds_alternative<NamedQuery>(either->right->node);
    for (const QueryPtr& one : are_named ? std::vector{either->left, either->right} : std::vector<QueryPtr>()) {
      const Values own = Find(one);
      const bool has_figure = std::any_of(statements.begin(), statements.end(),
                                          [&](const Statement& statement) { return Holds(own, statement.subject); });
      if (!has_figure) return {};
    }
    std::optional<double> best;
    for (const Statement& statement : statements) {
      const double number = statement.value.quantity->number;
      if (!best || (extreme.direction == Direction::kHigh ? number > *best : number < *best)) best = number;
    }
    return Entities([&](EntityId id) {
      return std::any_of(statements.begin(), statements.end(), [&](const Statement& statement) {
        return statement.subject == id && statement.value.quantity->number == *best;
      });
    });
  }

  const Knowledge& knowledge_;
};

// Queries of random shape over whatever the facts hold.
class RandomQueries {
 public:
  RandomQueries(const Knowledge& knowledge, const Schema& schema) : knowledge_(knowledge), schema_(schema) {}

  // The values of an attribute, numbers perhaps.
  QueryPtr Values(int depth) { return Make(ValueQuery{{AnyAttribute()}, Set(depth), {}}); }

  QueryPtr Set(int depth) {
    if (depth == 0) return Pick(2) == 0 ? Named() : Members();
    switch (Pick(7)) {
      case 0:
        return Make(RelatedQuery{Set(depth - 1), {AnyLink()}, Set(depth - 1)});
      case 1:
        return Make(ExtremeQuery{Set(depth - 1), AnyAttribute(), Pick(2) == 0 ? Direction::kHigh : Direction::kLow, 1});
      case 2:
        return Make(MostQuery{Set(depth - 1), {AnyLink()}, Set(depth - 1), Direction::kHigh});
      case 3: {
        Quantity bound;
        bound.number = static_cast<double>(Pick(5000));
        return Make(FilterQuery{Set(depth - 1), AnyAttribute(), Comparison::kAbove, Make(QuantityQuery{bound})});
      }
      case 4: {
        const AttributeId attribute = AnyAttribute();
        const AttributeShape& shape = schema_.Of(attribute);
        if (shape.values.empty() || shape.has_texts) return Set(depth - 1);  // combining is for entities only
        return Make(ValueQuery{{attribute}, Set(depth - 1), {}});
      }
      default:
        return Make(CombinedQuery{static_cast<CombinedQuery::Operation>(Pick(3)), Set(depth - 1), Set(depth - 1)});
    }
  }

 private:
  template <typename Node>
  static QueryPtr Make(Node node) {
    return std::make_shared<const Query>(Query{std::move(node), Query::Sort::kEntities, {}});
  }
  uint32_t Pick(size_t below) { return static_cast<uint32_t>(random_() % below); }
  AttributeId AnyAttribute() { return Pick(schema_.attribute_count()); }
  Link AnyLink() { return {AnyAttribute(), Pick(2) == 0 ? Link::Way::kForward : Link::Way::kBackward}; }
  QueryPtr Named() { return Make(NamedQuery{{Pick(knowledge_.entities.size())}}); }
  QueryPtr Members() { return Make(MembersQuery{Pick(knowledge_.types.size())}); }

  const Knowledge& knowledge_;
  const Schema& schema_;
  std::mt19937 random_{11};
};

TEST(Evaluate, FindsWhatAPlainLoopOverAllFactsFinds) {
  const std::shared_ptr<const Brain> brain = LoadBrain(kTests + "/geography/knowledge", kTests + "/geography/rules");
  ASSERT_NE(brain, nullptr);
  const Knowledge& knowledge = brain->knowledge();
  RandomQueries queries(knowledge, brain->rules().schema());
  const PlainLoop plain(knowledge);
  size_t found = 0;
  for (int i = 0; i < 1500; ++i) {
    const QueryPtr query = i % 5 == 0 ? queries.Values(1) : queries.Set(1 + i % 3);
    std::set<std::string> names;
    for (const FoundValue& hit : Evaluate(*query, knowledge, brain->rules().schema(), brain->rows()).values) {
      names.insert(hit.value.entity != kNone ? "#" + std::to_string(hit.value.entity) : hit.value.text.str());
    }
    EXPECT_EQ(names, plain(query)) << ToString(*query, knowledge);
    found += !names.empty();
  }
  EXPECT_GT(found, 200U);
}

}  // namespace
}  // namespace docent
