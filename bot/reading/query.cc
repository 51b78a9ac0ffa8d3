#include "bot/reading/query.h"

#include <utility>

namespace docent {
namespace {

template <typename Range, typename Print>
std::string Join(const Range& range, std::string_view separator, const Print& print) {
  std::string text;
  for (const auto& item : range) {
    if (!text.empty()) text.append(separator);
    text.append(print(item));
  }
  return text;
}

std::string_view Name(Comparison comparison) {
  switch (comparison) {
    case Comparison::kIs:
      return "is";
    case Comparison::kAbove:
      return "above";
    case Comparison::kBelow:
      return "below";
    case Comparison::kFrom:
      return "from";
    case Comparison::kUpTo:
      return "upto";
  }
  return {};
}

std::string_view Name(CombinedQuery::Operation operation) {
  switch (operation) {
    case CombinedQuery::Operation::kAnd:
      return " and ";
    case CombinedQuery::Operation::kOr:
      return " or ";
    case CombinedQuery::Operation::kExcept:
      return " except ";
  }
  return {};
}

std::string_view Name(FigureQuery::Operation operation) {
  switch (operation) {
    case FigureQuery::Operation::kCount:
      return "count ";
    case FigureQuery::Operation::kSum:
      return "sum ";
    case FigureQuery::Operation::kAverage:
      return "average ";
    case FigureQuery::Operation::kDifference:
      return "difference ";
    case FigureQuery::Operation::kRatio:
      return "ratio ";
  }
  return {};
}

std::string NumberText(double number) {
  Quantity quantity;
  quantity.number = number;
  const std::string text = ToString(quantity);
  return text.substr(text.find(' ') + 1);
}

struct Printer {
  const Knowledge& knowledge;

  std::string Part(const QueryPtr& query) const {
    const bool simple = std::holds_alternative<NamedQuery>(query->node) ||
                        std::holds_alternative<MembersQuery>(query->node) ||
                        std::holds_alternative<QuantityQuery>(query->node);
    std::string text = ToString(*query, knowledge);
    if (simple) return text;
    return text.insert(0, 1, '(').append(1, ')');
  }
  std::string At(const QueryPtr& when) const { return when == nullptr ? std::string() : " at " + Part(when); }
  std::string Attribute(AttributeId attribute) const { return knowledge.attributes[attribute].name; }
  std::string Attributes(const std::vector<AttributeId>& attributes) const {
    return Join(attributes, "|", [&](AttributeId attribute) { return Attribute(attribute); });
  }
  std::string Links(const std::vector<Link>& links) const {
    return Join(links, "|", [&](const Link& link) {
      std::string text = Attribute(link.attribute);
      return link.way == Link::Way::kBackward ? text.insert(0, 1, '^') : text;
    });
  }

  std::string operator()(const NamedQuery& named) const {
    return Join(named.entities, "|", [&](EntityId id) {
      const Entity& entity = knowledge.entities[id];
      std::string text = entity.name;
      return entity.types.empty() ? text : text.append(1, ':').append(knowledge.types[entity.types.front()].name);
    });
  }
  std::string operator()(const MembersQuery& members) const { return "every " + knowledge.types[members.type].name; }
  std::string operator()(const QuantityQuery& quantity) const { return ToString(quantity.quantity); }
  std::string operator()(const ValueQuery& value) const {
    std::string text = Attributes(value.attributes) + " of " + Part(value.of);
    for (const QueryPtr& at : value.at) text += " at " + Part(at);
    return text;
  }
  std::string operator()(const HoldersQuery& holders) const {
    return "what has " + Attributes(holders.attributes) + " " + Part(holders.value);
  }
  std::string operator()(const RelatedQuery& related) const {
    return Part(related.set) + " related to " + Part(related.other) + " by " + Links(related.links);
  }
  std::string operator()(const FilterQuery& filter) const {
    return Part(filter.set) + " where " + Attribute(filter.attribute) + " " + std::string(Name(filter.comparison)) +
           " " + Part(filter.bound) + At(filter.when);
  }
  std::string operator()(const ExtremeQuery& extreme) const {
    std::string text = Part(extreme.set) + (extreme.direction == Direction::kHigh ? " with highest" : " with lowest");
    if (extreme.attribute != kNone) text += " " + Attribute(extreme.attribute);
    if (extreme.rank != 1) text += " rank " + std::to_string(extreme.rank);
    return text + At(extreme.when);
  }
  std::string operator()(const MostQuery& most) const {
    return Part(most.set) + (most.direction == Direction::kHigh ? " with most " : " with fewest ") +
           Part(most.counted) + " by " + Links(most.links);
  }
  std::string operator()(const CountFilterQuery& filter) const {
    return Part(filter.set) + " with number " + std::string(Name(filter.comparison)) + " " + NumberText(filter.number) +
           " of " + Part(filter.counted) + " by " + Links(filter.links);
  }
  std::string operator()(const CombinedQuery& combined) const {
    return Part(combined.left) + std::string(Name(combined.operation)) + Part(combined.right);
  }
  std::string operator()(const FigureQuery& figure) const {
    return std::string(Name(figure.operation)) +
           Join(figure.parts, " and ", [&](const QueryPtr& part) { return Part(part); });
  }
  std::string operator()(const WhetherQuery& whether) const { return "whether " + Part(whether.of); }
};

}  // namespace

bool IsCount(const Query& query) {
  const auto* figure = std::get_if<FigureQuery>(&query.node);
  return figure != nullptr && figure->operation == FigureQuery::Operation::kCount;
}

QueryPtr QuantityAsQuery(Quantity quantity) {
  return std::make_shared<const Query>(Query{QuantityQuery{std::move(quantity)}, Query::Sort::kFigure, {}});
}

const Quantity* QuantityOf(const QueryPtr& query) {
  const auto* quantity = query == nullptr ? nullptr : std::get_if<QuantityQuery>(&query->node);
  return quantity == nullptr ? nullptr : &quantity->quantity;
}

QueryPtr InverseOf(const Query& query, const Knowledge& knowledge) {
  const auto has_both_ways = [&](AttributeId attribute) { return !knowledge.attributes[attribute].reverse.empty(); };
  const auto query_of = [](QueryNode node, Query::Sort sort, TypeSet types) {
    return std::make_shared<const Query>(Query{std::move(node), sort, std::move(types)});
  };
  if (const auto* holders = std::get_if<HoldersQuery>(&query.node)) {
    const std::vector<AttributeId>& all = holders->attributes;
    if (all.empty() || !std::all_of(all.begin(), all.end(), has_both_ways)) return nullptr;
    return query_of(ValueQuery{all, holders->value, {}}, Query::Sort::kValues, {});
  }
  const auto* whether = std::get_if<WhetherQuery>(&query.node);
  const auto* related = std::get_if<RelatedQuery>(whether == nullptr ? &query.node : &whether->of->node);
  if (related == nullptr || related->links.empty()) return nullptr;
  const bool is_directed = std::all_of(related->links.begin(), related->links.end(),
                                       [&](const Link& link) { return has_both_ways(link.attribute); });
  if (!is_directed) return nullptr;
  if (whether == nullptr) {
    RelatedQuery turned = *related;
    for (Link& link : turned.links)
      link.way = link.way == Link::Way::kForward ? Link::Way::kBackward : Link::Way::kForward;
    return query_of(std::move(turned), Query::Sort::kEntities, query.types);
  }
  const Query inverse{RelatedQuery{related->other, related->links, related->set}, Query::Sort::kEntities,
                      related->other->types};
  return std::make_shared<const Query>(
      Query{WhetherQuery{std::make_shared<const Query>(inverse)}, Query::Sort::kFlag, {}});
}

std::string ToString(const Query& query, const Knowledge& knowledge) {
  return std::visit(Printer{knowledge}, query.node);
}

}  // namespace docent
