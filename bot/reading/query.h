// bot/reading/query.h
// What is to be looked up, as a small algebra over the facts. A query yields a set of entities, a set of values, a
// figure that is worked out, or yes or no; evaluation (bot/answering/evaluate.h) keeps the facts that each result
// stands on. Queries are trees of immutable nodes, shared where a rule uses one part twice.

#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "bot/knowledge/fact.h"
#include "bot/knowledge/schema.h"
#include "bot/rules/rule_set.h"
#include "bot/text/quantity.h"

namespace docent {

struct Query;
using QueryPtr = std::shared_ptr<const Query>;

// A relation between two sets, along an attribute: kForward if the left side has it and the right side is its value.
struct Link {
  enum class Way { kForward, kBackward };
  AttributeId attribute = kNone;
  Way way = Way::kForward;
  friend bool operator==(const Link&, const Link&) = default;
};

enum class Comparison { kIs, kAbove, kBelow, kFrom, kUpTo };

// All entities that one name can mean.
struct NamedQuery {
  std::vector<EntityId> entities;
};
struct MembersQuery {
  TypeId type = kNone;
};
struct QuantityQuery {
  Quantity quantity;
};
// The values of the attributes of a set, from facts that hold all of `at`: dates, entities.
struct ValueQuery {
  std::vector<AttributeId> attributes;
  QueryPtr of;
  std::vector<QueryPtr> at;
};
// The entities that have one of `value` as the value of one of the attributes.
struct HoldersQuery {
  std::vector<AttributeId> attributes;
  QueryPtr value;
};
struct RelatedQuery {
  QueryPtr set;
  std::vector<Link> links;  // any of them
  QueryPtr other;
};
struct FilterQuery {
  QueryPtr set;
  AttributeId attribute = kNone;
  Comparison comparison = Comparison::kIs;
  QueryPtr bound;  // a quantity or values; of several values, all must be passed
  // A date, by whose figures alone; null: by the latest.
  QueryPtr when = nullptr;
};
// The `rank`-th of `set`, all that are equal. Without an attribute, of values, by themselves.
struct ExtremeQuery {
  QueryPtr set;
  AttributeId attribute = kNone;
  Direction direction = Direction::kHigh;
  int rank = 1;
  QueryPtr when = nullptr;    // as of a filter
  bool has_happened = false;  // not by what is only planned
};
// Those of `set` that are related to the most, or the fewest, of `counted`.
struct MostQuery {
  QueryPtr set;
  std::vector<Link> links;
  QueryPtr counted;
  Direction direction = Direction::kHigh;
};
struct CountFilterQuery {
  QueryPtr set;
  std::vector<Link> links;
  QueryPtr counted;
  Comparison comparison = Comparison::kIs;
  double number = 0;
};
struct CombinedQuery {
  enum class Operation { kAnd, kOr, kExcept };
  Operation operation = Operation::kAnd;
  QueryPtr left;
  QueryPtr right;
};
struct FigureQuery {
  enum class Operation { kCount, kSum, kAverage, kDifference, kRatio };
  Operation operation = Operation::kCount;
  std::vector<QueryPtr> parts;  // two for difference and ratio, else one
};
struct WhetherQuery {
  QueryPtr of;
};

using QueryNode =
    std::variant<NamedQuery, MembersQuery, QuantityQuery, ValueQuery, HoldersQuery, RelatedQuery, FilterQuery,
                 ExtremeQuery, MostQuery, CountFilterQuery, CombinedQuery, FigureQuery, WhetherQuery>;

struct Query {
  enum class Sort {
    kEntities,
    kValues,  // of attributes: numbers, dates, texts
    kFigure,  // worked out, or said in the question
    kFlag,
  };
  QueryNode node;
  Sort sort = Sort::kEntities;
  TypeSet types;  // of entities
};

// The query for a quantity that the question says, and the quantity of such a query; null for any other, and for null.
QueryPtr QuantityAsQuery(Quantity quantity);
const Quantity* QuantityOf(const QueryPtr& query);

// Whether the query counts things: "how many rivers are there".
bool IsCount(const Query& query);

// Of "whether the one is related to the other" by attributes that have `reverse` words, whether the other is to the
// one; of "what stands so to it", to what it stands so; null for any other query.
QueryPtr InverseOf(const Query& query, const Knowledge& knowledge);

// One line: `population of (every country related to norland:country by border)`; `^border` is the other way round.
std::string ToString(const Query& query, const Knowledge& knowledge);

}  // namespace docent
