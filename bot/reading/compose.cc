#include "bot/reading/compose.h"

#include <algorithm>
#include <utility>

#include "bot/reading/relate.h"

namespace docent {
namespace {

using Operation = Formula::Operation;
using Sort = Query::Sort;

template <typename Node>
QueryPtr Make(Node node, Sort sort, TypeSet types = {}) {
  return std::make_shared<const Query>(Query{std::move(node), sort, std::move(types)});
}

Comparison ComparisonOf(Bound bound) {
  switch (bound) {
    case Bound::kMoreThan:
      return Comparison::kAbove;
    case Bound::kAtLeast:
      return Comparison::kFrom;
    case Bound::kAtMost:
      return Comparison::kUpTo;
    case Bound::kLessThan:
      return Comparison::kBelow;
    case Bound::kExactly:
    case Bound::kNearly:
    case Bound::kAbout:
      return Comparison::kIs;
  }
  return Comparison::kIs;
}

class Composer {
 public:
  Composer(const Rule& rule, const Bindings& bindings, const Knowledge& knowledge, const RuleSet& rules)
      : rule_(rule), bindings_(bindings), knowledge_(knowledge), rules_(rules), schema_(rules.schema()) {
    for (const auto& [slot, meaning] : rule.named) {
      Item& item = named_[slot];
      if (meaning.kind == MeaningKind::kAttribute) item.attributes.push_back(meaning.id);
      if (meaning.kind == MeaningKind::kType)
        item.members = Make(MembersQuery{meaning.id}, Sort::kEntities, {meaning.id});
    }
  }

  std::optional<Item> Run() const {
    if (!rule_.find) return std::nullopt;  // a form of question
    const Formula& formula = *rule_.find;
    if (formula.operation == Operation::kSlot) {
      const Item* item = Find(formula.slots[0]);
      if (item == nullptr) return std::nullopt;
      return *item;
    }
    Item item;
    item.built = Compute(formula);
    if (item.built == nullptr) return std::nullopt;
    return item;
  }

 private:
  const Item* Find(const std::string& slot) const {
    if (slot.empty()) return nullptr;
    if (const auto bound = bindings_.find(slot); bound != bindings_.end()) return bound->second;
    const auto named = named_.find(slot);
    return named == named_.end() ? nullptr : &named->second;
  }

  // Whether nothing stands where `formula` stands, because its slot caught nothing.
  bool IsMissing(const Formula& formula) const {
    return formula.operation == Operation::kSlot && Find(formula.slots[0]) == nullptr;
  }

  QueryPtr Compute(const Formula& formula) const {
    const auto part = [&](size_t i) { return Compute(formula.parts[i]); };
    const auto item = [&](size_t i) { return Find(formula.slots[i]); };
    if (formula.parts.size() == 2 && IsMissing(formula.parts[1])) return part(0);
    if (formula.parts.size() == 2 && IsMissing(formula.parts[0])) return part(1);
    switch (formula.operation) {
      case Operation::kSlot:
        return QueryOf(item(0));
      case Operation::kNumber: {
        Quantity quantity;
        quantity.number = std::stod(formula.slots[0]);
        quantity.text = formula.slots[0];
        return Make(QuantityQuery{std::move(quantity)}, Sort::kFigure);
      }
      case Operation::kValue:
        return Value(formula, part(0));
      case Operation::kKindValue:
        return KindValue(KindOfName(formula.slots[0]).value_or(Kind::kOpen), part(0));
      case Operation::kHolders:
        return Holders(item(0), part(0));
      case Operation::kRelated:
        return Related(part(0), item(0), part(1));
      case Operation::kRelatedFrom: {
        if (item(0) == nullptr) return nullptr;
        Item turned;
        turned.attributes = item(0)->reverse;
        turned.reverse = item(0)->attributes;
        return Related(part(0), &turned, part(1));
      }
      case Operation::kInside:
        return Inside(part(0), part(1));
      case Operation::kFilter:
        return Filter(part(0), formula, part(1));
      case Operation::kExtreme:
        return Extreme(part(0), formula);
      case Operation::kMost:
        return Most(part(0), formula, part(1));
      case Operation::kCountFilter:
        return CountFilter(part(0), formula, part(1));
      case Operation::kRank:
        return Rank(part(0), item(0));
      case Operation::kAs:
        return As(part(0), item(0));
      case Operation::kAnd:
        return Combined(CombinedQuery::Operation::kAnd, part(0), part(1));
      case Operation::kOr:
        return Combined(CombinedQuery::Operation::kOr, part(0), part(1));
      case Operation::kExcept:
        return Combined(CombinedQuery::Operation::kExcept, part(0), part(1));
      case Operation::kDifference:
        return Figure(FigureQuery::Operation::kDifference, {part(0), part(1)});
      case Operation::kRatio:
        return Figure(FigureQuery::Operation::kRatio, {part(0), part(1)});
      case Operation::kCount:
        return Count(part(0));
      case Operation::kSum:
        return Figure(FigureQuery::Operation::kSum, {part(0)});
      case Operation::kAverage:
        return Figure(FigureQuery::Operation::kAverage, {part(0)});
      case Operation::kWhether: {
        const QueryPtr of = part(0);
        return of == nullptr ? nullptr : Make(WhetherQuery{of}, Sort::kFlag);
      }
    }
    return nullptr;
  }

  static QueryPtr QueryOf(const Item* item) {
    if (item == nullptr) return nullptr;
    for (const QueryPtr& query : {item->built, item->named, item->members, item->quantity}) {
      if (query != nullptr) return query;
    }
    return nullptr;
  }

  // Attributes that `item` names, or that it means for things of `types`.
  std::vector<AttributeId> AttributesIn(const Item* item, const TypeSet& types) const {
    if (item == nullptr) return {};
    std::vector<AttributeId> attributes = Asked(AttributesOf(item->attributes, types, knowledge_, schema_));
    if (attributes.empty()) attributes = Asked(AttributesOf(item->reverse, types, knowledge_, schema_));
    if (attributes.empty() && item->is_measure) attributes = MeasuresOf(types, knowledge_, rules_);
    if (attributes.empty() && !(item->superlatives.empty() && item->comparatives.empty())) {
      for (const Degree& degree : DegreesFor(types, nullptr, item)) attributes.push_back(degree.attribute);
    }
    return attributes;
  }

  // Those of the kind that the rule asks for: "who founded it" does not ask for the date.
  std::vector<AttributeId> Asked(std::vector<AttributeId> attributes) const {
    if (rule_.kind == Kind::kOpen || rule_.kind == Kind::kFlag) return attributes;
    std::erase_if(attributes,
                  [&](AttributeId attribute) { return !MayBe(attribute, rule_.kind, knowledge_, schema_); });
    return attributes;
  }

  QueryPtr ValueOf(const std::vector<AttributeId>& attributes, const QueryPtr& of,
                   std::vector<QueryPtr> at = {}) const {
    TypeSet types;
    for (const AttributeId attribute : attributes) {
      const TypeSet& values = schema_.Of(attribute).values;
      types.insert(types.end(), values.begin(), values.end());
    }
    std::sort(types.begin(), types.end());
    types.erase(std::unique(types.begin(), types.end()), types.end());
    const Sort sort = types.empty() ? Sort::kValues : Sort::kEntities;
    return Make(ValueQuery{attributes, of, std::move(at)}, sort, std::move(types));
  }

  QueryPtr Value(const Formula& formula, const QueryPtr& of) const {
    const Item* attribute = Find(formula.slots[0]);
    if (attribute == nullptr || of == nullptr || of->sort != Sort::kEntities) return nullptr;
    std::vector<QueryPtr> at;
    for (size_t i = 1; i < formula.slots.size(); ++i) {
      const Item* qualifier = Find(formula.slots[i]);
      if (qualifier == nullptr) continue;
      at.push_back(QueryOf(qualifier));
      if (at.back() == nullptr) return nullptr;
    }
    for (const QueryPtr& reading : ReadingsOf(of, knowledge_)) {
      const std::vector<AttributeId> attributes = AttributesIn(attribute, reading->types);
      if (!attributes.empty()) return ValueOf(attributes, reading, std::move(at));
    }
    return at.empty() ? SumOverParts(*attribute, of) : nullptr;
  }

  // "the area of the country", where only its parts have one: theirs together, if the attribute is of that kind.
  QueryPtr SumOverParts(const Item& attribute, const QueryPtr& whole) const {
    for (const Measure& measure : rules_.measures()) {
      const bool asked = std::find(attribute.attributes.begin(), attribute.attributes.end(), measure.attribute) !=
                         attribute.attributes.end();
      if (measure.adds == kNone || !(asked || attribute.is_measure)) continue;
      const QueryPtr parts = Inside(Make(MembersQuery{measure.adds}, Sort::kEntities, {measure.adds}), whole);
      if (parts != nullptr) return Figure(FigureQuery::Operation::kSum, {ValueOf({measure.attribute}, parts)});
    }
    return nullptr;
  }

  QueryPtr KindValue(Kind kind, const QueryPtr& of) const {
    if (of == nullptr || of->sort != Sort::kEntities) return nullptr;
    std::vector<AttributeId> attributes;
    for (AttributeId id = 0; id < schema_.attribute_count(); ++id) {
      if (knowledge_.attributes[id].kind == kind) attributes.push_back(id);
    }
    for (const QueryPtr& reading : ReadingsOf(of, knowledge_)) {
      // The first that the files declare: the nearer place, where there are several.
      const std::vector<AttributeId> fitting = AttributesOf(attributes, reading->types, knowledge_, schema_);
      if (!fitting.empty()) return ValueOf({fitting.front()}, reading);
    }
    return nullptr;
  }

  QueryPtr Holders(const Item* relation, const QueryPtr& value) const {
    if (relation == nullptr || value == nullptr || value->sort != Sort::kEntities) return nullptr;
    std::vector<AttributeId> all = relation->reverse;
    if (all.empty()) all = relation->attributes;
    for (const QueryPtr& reading : ReadingsOf(value, knowledge_)) {
      std::vector<AttributeId> attributes;
      TypeSet types;
      for (const AttributeId attribute : all) {
        if (!TypesMeet(knowledge_, schema_.Of(attribute).values, reading->types)) continue;
        attributes.push_back(attribute);
        const TypeSet& subjects = schema_.Of(attribute).subjects;
        types.insert(types.end(), subjects.begin(), subjects.end());
      }
      if (attributes.empty()) continue;
      std::sort(types.begin(), types.end());
      types.erase(std::unique(types.begin(), types.end()), types.end());
      return Make(HoldersQuery{std::move(attributes), reading}, Sort::kEntities, std::move(types));
    }
    return nullptr;
  }

  QueryPtr Related(const QueryPtr& set, const Item* relation, const QueryPtr& other) const {
    if (!AreEntities(set) || !AreEntities(other)) return nullptr;
    for (const QueryPtr& one : ReadingsOf(set, knowledge_)) {
      for (const QueryPtr& two : ReadingsOf(other, knowledge_)) {
        std::vector<Link> links = LinksBetween(one->types, relation, two->types, knowledge_, schema_);
        if (!links.empty()) return Make(RelatedQuery{one, std::move(links), two}, Sort::kEntities, one->types);
      }
    }
    return nullptr;
  }

  QueryPtr Inside(const QueryPtr& set, const QueryPtr& place) const {
    if (!AreEntities(set) || !AreEntities(place)) return nullptr;
    for (const QueryPtr& one : ReadingsOf(set, knowledge_)) {
      for (const QueryPtr& two : ReadingsOf(place, knowledge_)) {
        std::vector<Link> links = PlacesBetween(one->types, two->types, knowledge_, schema_);
        if (!links.empty()) return Make(RelatedQuery{one, std::move(links), two}, Sort::kEntities, one->types);
      }
    }
    return nullptr;
  }

  static bool AreEntities(const QueryPtr& query) { return query != nullptr && query->sort == Sort::kEntities; }

  static std::optional<Comparison> ComparisonNamed(const std::string& word) {
    constexpr Comparison kAll[] = {Comparison::kIs, Comparison::kAbove, Comparison::kBelow, Comparison::kFrom,
                                   Comparison::kUpTo};
    for (size_t i = 0; i < std::size(kAll); ++i) {
      if (kComparisonWords[i] == word) return kAll[i];
    }
    return std::nullopt;
  }

  QueryPtr Filter(const QueryPtr& set, const Formula& formula, const QueryPtr& bound) const {
    if (!AreEntities(set) || bound == nullptr) return nullptr;
    std::optional<Comparison> comparison = ComparisonNamed(formula.slots[1]);
    const Item* degree = comparison ? nullptr : Find(formula.slots[1]);
    const Item* attribute = Find(formula.slots[0]);
    if (!formula.slots[0].empty() && attribute == nullptr) return nullptr;
    if (const auto* said = std::get_if<QuantityQuery>(&bound->node); said != nullptr && comparison == Comparison::kIs) {
      comparison = ComparisonOf(said->quantity.bound);
    }
    for (const QueryPtr& reading : ReadingsOf(set, knowledge_)) {
      for (const Degree& chosen : DegreesFor(reading->types, attribute, degree)) {
        const Comparison by =
            comparison.value_or(chosen.direction == Direction::kHigh ? Comparison::kAbove : Comparison::kBelow);
        const QueryPtr limit = BoundFor(chosen.attribute, bound);
        if (limit != nullptr)
          return Make(FilterQuery{reading, chosen.attribute, by, limit}, Sort::kEntities, reading->types);
      }
    }
    return nullptr;
  }

  // What a comparison with `bound` compares with: the number itself, or what the same attribute of that thing is.
  QueryPtr BoundFor(AttributeId attribute, const QueryPtr& bound) const {
    if (bound->sort != Sort::kEntities) return bound->sort == Sort::kFlag ? nullptr : bound;
    for (const QueryPtr& reading : ReadingsOf(bound, knowledge_)) {
      if (TypesMeet(knowledge_, schema_.Of(attribute).subjects, reading->types)) return ValueOf({attribute}, reading);
    }
    return nullptr;
  }

  // The attributes, with directions, by which things of `types` can be compared as the words say.
  std::vector<Degree> DegreesFor(const TypeSet& types, const Item* attribute, const Item* degree) const {
    std::vector<Degree> said;
    if (degree != nullptr) {
      said = degree->superlatives.empty() ? degree->comparatives : degree->superlatives;
      if (said.empty()) return {};
    } else {
      said.push_back({});
    }
    std::vector<Degree> degrees;
    const auto add = [&](const std::vector<AttributeId>& attributes, Direction direction) {
      for (const AttributeId id : attributes) {
        if (schema_.Of(id).has_numbers) degrees.push_back({direction, id, false});
      }
    };
    if (attribute != nullptr) {
      add(AttributesIn(attribute, types), said.front().direction);
      return degrees;
    }
    for (const Degree& one : said) {
      if (one.attribute != kNone) add(AttributesOf({one.attribute}, types, knowledge_, schema_), one.direction);
    }
    for (const Degree& one : said) {
      if (one.attribute == kNone && !one.needs_attribute) add(MeasuresOf(types, knowledge_, rules_), one.direction);
    }
    return degrees;
  }

  static std::optional<Direction> DirectionNamed(const std::string& word) {
    if (word == "highest" || word == "most") return Direction::kHigh;
    if (word == "lowest" || word == "fewest") return Direction::kLow;
    return std::nullopt;
  }

  QueryPtr Extreme(const QueryPtr& set, const Formula& formula) const {
    if (set == nullptr) return nullptr;
    const std::optional<Direction> named = DirectionNamed(formula.slots[0]);
    const Item* degree = named ? nullptr : Find(formula.slots[0]);
    const Item* attribute = Find(formula.slots[1]);
    const Item* ordinal = Find(formula.slots[2]);
    if ((!named && degree == nullptr) || (!formula.slots[1].empty() && attribute == nullptr)) return nullptr;
    const int rank = ordinal == nullptr ? 1 : RankOf(*ordinal);
    if (rank < 1) return nullptr;
    if (set->sort == Sort::kValues && attribute == nullptr) {
      const std::optional<Direction> direction = named ? named : AnyDirection(*degree);
      if (degree != nullptr && IsOfOtherFigures(*degree, *set)) return nullptr;
      return direction ? Make(ExtremeQuery{set, kNone, *direction, rank}, Sort::kValues) : nullptr;
    }
    if (set->sort != Sort::kEntities) return nullptr;
    for (const QueryPtr& reading : ReadingsOf(set, knowledge_)) {
      const std::vector<Degree> degrees = DegreesFor(reading->types, attribute, degree);
      if (degrees.empty()) continue;
      return Make(ExtremeQuery{reading, degrees.front().attribute, named.value_or(degrees.front().direction), rank},
                  Sort::kEntities, reading->types);
    }
    return nullptr;
  }

  // 2 for "second"; 0 if the item is no ordinal or one that nobody means.
  static int RankOf(const Item& ordinal) {
    constexpr double kLastRank = 1000;
    if (ordinal.quantity == nullptr) return 0;
    const double number = std::get<QuantityQuery>(ordinal.quantity->node).quantity.number;
    return number >= 1 && number <= kLastRank ? static_cast<int>(number) : 0;
  }

  static QueryPtr Rank(const QueryPtr& extreme, const Item* ordinal) {
    const auto* node = extreme == nullptr ? nullptr : std::get_if<ExtremeQuery>(&extreme->node);
    if (node == nullptr || node->rank != 1 || ordinal == nullptr || RankOf(*ordinal) < 1) return nullptr;
    ExtremeQuery ranked = *node;
    ranked.rank = RankOf(*ordinal);
    return Make(std::move(ranked), extreme->sort, extreme->types);
  }

  // "The oldest of its ships", where only how many ships it has is a figure: "oldest" ranks by other ones.
  static bool IsOfOtherFigures(const Item& degree, const Query& values) {
    const auto* read = std::get_if<ValueQuery>(&values.node);
    const std::vector<Degree>& degrees = degree.superlatives.empty() ? degree.comparatives : degree.superlatives;
    return read != nullptr && !degrees.empty() && std::all_of(degrees.begin(), degrees.end(), [&](const Degree& one) {
             return one.attribute != kNone && std::find(read->attributes.begin(), read->attributes.end(),
                                                        one.attribute) == read->attributes.end();
           });
  }

  static std::optional<Direction> AnyDirection(const Item& degree) {
    const std::vector<Degree>& degrees = degree.superlatives.empty() ? degree.comparatives : degree.superlatives;
    return degrees.empty() ? std::nullopt : std::optional(degrees.front().direction);
  }

  QueryPtr Most(const QueryPtr& set, const Formula& formula, const QueryPtr& counted) const {
    const std::optional<Direction> named = DirectionNamed(formula.slots[0]);
    const Item* degree = named ? nullptr : Find(formula.slots[0]);
    const std::optional<Direction> direction = named || degree == nullptr ? named : AnyDirection(*degree);
    const QueryPtr related = Related(set, Find(formula.slots[1]), counted);
    if (!direction || related == nullptr) return nullptr;
    const auto& node = std::get<RelatedQuery>(related->node);
    return Make(MostQuery{node.set, node.links, node.other, *direction}, Sort::kEntities, related->types);
  }

  QueryPtr CountFilter(const QueryPtr& set, const Formula& formula, const QueryPtr& counted) const {
    const QueryPtr number = QueryOf(Find(formula.slots[0]));
    const QueryPtr related = Related(set, Find(formula.slots[1]), counted);
    if (number == nullptr || related == nullptr) return nullptr;
    const auto* said = std::get_if<QuantityQuery>(&number->node);
    if (said == nullptr || said->quantity.kind != QuantityKind::kNumber) return nullptr;
    const auto& node = std::get<RelatedQuery>(related->node);
    return Make(
        CountFilterQuery{node.set, node.links, node.other, ComparisonOf(said->quantity.bound), said->quantity.number},
        Sort::kEntities, related->types);
  }

  QueryPtr As(const QueryPtr& set, const Item* type_item) const {
    if (!AreEntities(set) || type_item == nullptr) return nullptr;
    const QueryPtr of = type_item->members != nullptr ? type_item->members : type_item->built;
    if (of == nullptr || !std::holds_alternative<MembersQuery>(of->node)) return nullptr;
    const TypeId type = std::get<MembersQuery>(of->node).type;
    if (const auto* named = std::get_if<NamedQuery>(&set->node)) {
      std::vector<EntityId> entities;
      std::copy_if(named->entities.begin(), named->entities.end(), std::back_inserter(entities),
                   [&](EntityId entity) { return knowledge_.IsA(entity, type); });
      return entities.empty() ? nullptr : Make(NamedQuery{std::move(entities)}, Sort::kEntities, {type});
    }
    const auto below = [&](TypeId one) { return one != kNone && knowledge_.IsBelow(one, type); };
    if (std::all_of(set->types.begin(), set->types.end(), below)) return set;
    if (!TypesMeet(knowledge_, set->types, {type})) return nullptr;
    return Make(CombinedQuery{CombinedQuery::Operation::kAnd, of, set}, Sort::kEntities, {type});
  }

  QueryPtr Combined(CombinedQuery::Operation operation, const QueryPtr& left, const QueryPtr& right) const {
    if (!AreEntities(left) || !AreEntities(right)) return nullptr;
    for (const QueryPtr& one : ReadingsOf(left, knowledge_)) {
      for (const QueryPtr& two : ReadingsOf(right, knowledge_)) {
        if (!TypesMeet(knowledge_, one->types, two->types)) continue;
        if (AreSameMembers(*one, *two) && operation != CombinedQuery::Operation::kExcept) return one;
        return Make(CombinedQuery{operation, one, two}, Sort::kEntities, one->types);
      }
    }
    return nullptr;
  }

  // "cities or towns"
  static bool AreSameMembers(const Query& one, const Query& other) {
    const auto* left = std::get_if<MembersQuery>(&one.node);
    const auto* right = std::get_if<MembersQuery>(&other.node);
    return left != nullptr && right != nullptr && left->type == right->type;
  }

  QueryPtr Count(const QueryPtr& set) const {
    return AreEntities(set) ? Figure(FigureQuery::Operation::kCount, {set}) : nullptr;
  }

  QueryPtr Figure(FigureQuery::Operation operation, std::vector<QueryPtr> parts) const {
    for (const QueryPtr& part : parts) {
      if (part == nullptr || part->sort == Sort::kFlag) return nullptr;
      if (operation != FigureQuery::Operation::kCount && part->sort == Sort::kEntities) return nullptr;
    }
    return Make(FigureQuery{operation, std::move(parts)}, Sort::kFigure);
  }

  const Rule& rule_;
  const Bindings& bindings_;
  const Knowledge& knowledge_;
  const RuleSet& rules_;
  const Schema& schema_;
  std::map<std::string, Item> named_;
};

}  // namespace

std::optional<Item> Compose(const Rule& rule, const Bindings& bindings, const Knowledge& knowledge,
                            const RuleSet& rules) {
  return Composer(rule, bindings, knowledge, rules).Run();
}

}  // namespace docent
