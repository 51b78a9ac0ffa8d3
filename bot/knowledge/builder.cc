#include "bot/knowledge/builder.h"

#include <algorithm>
#include <array>
#include <utility>

#include "bot/text/words.h"

namespace docent {
namespace {

// "12 crowns", "about 140 million cubic metres": a number whose unit is none that every text knows.
std::optional<Quantity> ParseMeasured(std::string_view text) {
  constexpr size_t kMostWords = 3;
  const std::vector<Word> words = SplitWords(text);
  std::vector<Quantity> found = FindQuantities(text, words);
  if (found.size() != 1 || found.front().span.begin != 0 || found.front().kind != QuantityKind::kNumber ||
      !found.front().unit.empty())
    return std::nullopt;
  Quantity& number = found.front();
  if (words.size() - number.span.end > kMostWords) return std::nullopt;
  for (size_t i = number.span.end; i < words.size(); ++i) {
    if (words[i].shape != WordShape::kLetters || words[i].after_break) return std::nullopt;
    number.unit += (number.unit.empty() ? "" : " ") + words[i].text;
  }
  number.text = std::string(text);
  return number;
}

// Where a price is asked for, nothing is one: it is told as it is written, and compared as zero.
std::optional<Quantity> ParseFree(std::string_view text) {
  constexpr std::array<std::string_view, 4> kFree = {"free", "free of charge", "no charge", "免费"};
  if (std::find(kFree.begin(), kFree.end(), KnowledgeBuilder::Key(text)) == kFree.end()) return std::nullopt;
  Quantity nothing;
  nothing.kind = QuantityKind::kMoney;
  nothing.text = std::string(text);
  return nothing;
}

bool TakesUnit(Kind kind) { return kind == Kind::kMoney || kind == Kind::kCount || kind == Kind::kNumber; }

// The words that make a type one of persons, bodies or places, whatever the topic.
Kind KindOfTypeName(const std::string& key) {
  if (key == "person" || key == "people") return Kind::kPerson;
  if (key == "organisation" || key == "organization" || key == "body" || key == "company" || key == "institution") {
    return Kind::kBody;
  }
  if (key == "place" || key == "location" || key == "region" || key == "city" || key == "country") return Kind::kPlace;
  return Kind::kOpen;
}

Kind KindOfQuantity(const Quantity& quantity, Kind of_number) {
  switch (quantity.kind) {
    case QuantityKind::kMoney:
      return Kind::kMoney;
    case QuantityKind::kShare:
      return Kind::kShare;
    case QuantityKind::kDate:
      return Kind::kDate;
    case QuantityKind::kSpan:
      return Kind::kSpan;
    case QuantityKind::kNumber:
    case QuantityKind::kOrdinal:
      return of_number;
  }
  return of_number;
}

// What a role holds when its values do not say.
Kind KindOfRole(Role role) {
  switch (role) {
    case Role::kWhen:
      return Kind::kDate;
    case Role::kWithin:
      return Kind::kSpan;
    case Role::kWhere:
    case Role::kTo:
      return Kind::kPlace;
    case Role::kWhy:
      return Kind::kReason;
    case Role::kHow:
      return Kind::kManner;
    case Role::kExamples:
    case Role::kIncluding:
      return Kind::kList;
    case Role::kWho:
    case Role::kBy:
    case Role::kTold:
      return Kind::kBody;
    default:
      return Kind::kText;
  }
}

}  // namespace

void KnowledgeBuilder::Append(Index& index, std::string_view key, uint32_t id) {
  auto known = index.find(key);
  if (known == index.end()) known = index.try_emplace(std::pmr::string(key, index.get_allocator().resource())).first;
  std::pmr::vector<uint32_t>& ids = known->second;
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

uint32_t KnowledgeBuilder::FirstOf(const Index& index, std::string_view key) {
  const auto found = index.find(key);
  return found == index.end() ? kNone : found->second.front();
}

std::string KnowledgeBuilder::Key(std::string_view name) { return JoinWords(SplitWords(name)); }

TypeId KnowledgeBuilder::FindType(std::string_view name) const { return FirstOf(types_, Key(name)); }

AttributeId KnowledgeBuilder::FindAttribute(std::string_view name) const {
  const AttributeId named = FirstOf(attributes_, Key(name));
  return named != kNone ? named : FirstOf(attribute_aliases_, Key(name));
}

std::vector<AttributeId> KnowledgeBuilder::FindAttributes(std::string_view name) const {
  const std::string key = Key(name);
  for (const Index* index : {&attributes_, &attribute_aliases_}) {
    const auto found = index->find(key);
    if (found != index->end()) return {found->second.begin(), found->second.end()};
  }
  return {};
}

TypeId KnowledgeBuilder::TypeOf(std::string_view name) {
  const TypeId known = FindType(name);
  if (known != kNone) return known;
  const TypeId type = static_cast<TypeId>(knowledge_.types.size());
  Type made;
  made.name = std::string(name);
  made.kind = KindOfTypeName(Key(name));
  knowledge_.types.push_back(std::move(made));
  NameType(type, name);
  return type;
}

AttributeId KnowledgeBuilder::AttributeOf(std::string_view name) {
  const AttributeId known = FindAttribute(name);
  return known != kNone ? known : AttributeNamed(name);
}

AttributeId KnowledgeBuilder::AttributeNamed(std::string_view name) {
  const AttributeId known = FirstOf(attributes_, Key(name));
  if (known != kNone) return known;
  const AttributeId attribute = static_cast<AttributeId>(knowledge_.attributes.size());
  Attribute made;
  made.name = std::string(name);
  knowledge_.attributes.push_back(std::move(made));
  Append(attributes_, Key(name), attribute);
  return attribute;
}

EntityId KnowledgeBuilder::AddEntity(Entity entity) {
  const EntityId id = static_cast<EntityId>(knowledge_.entities.size());
  Append(names_, Key(entity.name), id);
  for (const Phrase& alias : entity.also) Append(aliases_, Key(alias.text), id);
  knowledge_.entities.push_back(std::move(entity));
  return id;
}

void KnowledgeBuilder::NameEntity(EntityId entity, Phrase alias) {
  std::vector<Phrase>& also = knowledge_.entities[entity].also;
  const auto same = [&](const Phrase& other) { return other.text == alias.text && other.language == alias.language; };
  if (alias.text == knowledge_.entities[entity].name || std::any_of(also.begin(), also.end(), same)) return;
  Append(aliases_, Key(alias.text), entity);
  also.push_back(std::move(alias));
}

std::vector<EntityId> KnowledgeBuilder::FindEntities(std::string_view name) const {
  std::vector<EntityId> found;
  const std::string key = Key(name);
  for (const Index* index : {&names_, &aliases_}) {
    const auto entry = index->find(key);
    if (entry == index->end()) continue;
    for (EntityId id : entry->second) {
      if (std::find(found.begin(), found.end(), id) == found.end()) found.push_back(id);
    }
  }
  return found;
}

bool KnowledgeBuilder::GiveId(EntityId entity, std::string_view id) {
  const std::string key = Key(id);
  if (FirstOf(given_ids_, key) != kNone) return false;
  Append(given_ids_, key, entity);
  return true;
}

EntityId KnowledgeBuilder::FindEntity(std::string_view name, TypeId type) const {
  const std::string key = Key(name);
  for (const Index* index : {&given_ids_, &names_, &aliases_}) {
    const auto entry = index->find(key);
    if (entry == index->end()) continue;
    EntityId only = kNone;
    size_t fitting = 0;
    for (EntityId id : entry->second) {
      if (type != kNone && !knowledge_.IsA(id, type)) continue;
      only = id;
      ++fitting;
    }
    if (fitting == 1) return only;
  }
  return kNone;
}

void KnowledgeBuilder::NameType(TypeId type, std::string_view alias) { Append(types_, Key(alias), type); }
void KnowledgeBuilder::NameAttribute(AttributeId attribute, std::string_view alias) {
  Append(attribute_aliases_, Key(alias), attribute);
}

EntityId KnowledgeBuilder::FindValue(std::string_view text, AttributeId attribute) const {
  const TypeId to = attribute == kNone ? kNone : knowledge_.attributes[attribute].to;
  const EntityId entity = FindEntity(text, to);
  return entity == kNone && to != kNone ? FindEntity(text) : entity;
}

namespace {

constexpr size_t kMostRemembered = 1 << 16;  // texts, or quantities: what is said again is mostly said soon

}  // namespace

SharedText KnowledgeBuilder::TextOf(std::string_view text, EntityId entity) {
  if (entity != kNone && knowledge_.entities[entity].name == text) {
    if (entity >= entity_texts_.size()) entity_texts_.resize(knowledge_.entities.size());
    if (!entity_texts_[entity].is_set()) entity_texts_[entity] = SharedText(text);
    return entity_texts_[entity];
  }
  if (texts_.size() == kMostRemembered) texts_.clear();
  auto known = texts_.find(text);
  if (known == texts_.end()) known = texts_.try_emplace(std::pmr::string(text, &memory_), SharedText(text)).first;
  return known->second;
}

Slot KnowledgeBuilder::SubjectSlot(EntityId subject) {
  return MakeSlot(Role::kSubject, kNone, {{TextOf(knowledge_.entities[subject].name, subject), subject, {}}});
}

Shared<Quantity> KnowledgeBuilder::QuantityOf(std::string_view text, AttributeId attribute, bool is_figure) {
  if (attribute != kNone) is_figure = is_figure || TakesUnit(knowledge_.attributes[attribute].kind);
  const std::string& unit = attribute == kNone ? std::string() : knowledge_.attributes[attribute].unit;
  if (quantities_.size() == kMostRemembered) quantities_.clear();
  const bool is_money = attribute != kNone && knowledge_.attributes[attribute].kind == Kind::kMoney;
  const bool is_date = attribute != kNone && knowledge_.attributes[attribute].kind == Kind::kDate;
  const std::string_view way = is_money ? "\r" : is_figure ? "\n" : is_date ? "\v" : "\t";
  const std::string key = std::string(text).append(way).append(unit);
  const auto known = quantities_.find(key);
  if (known != quantities_.end()) return known->second;
  std::optional<Quantity> quantity = ParseQuantity(text);
  if (!quantity && is_figure) quantity = ParseMeasured(text);
  if (!quantity && is_money) quantity = ParseFree(text);
  if (quantity && is_date && IsTimeOfDay(*quantity)) quantity.reset();
  if (quantity && quantity->unit.empty()) quantity->unit = unit;
  return quantities_.try_emplace(std::pmr::string(key, &memory_), std::move(quantity)).first->second;
}

Value KnowledgeBuilder::MakeValue(std::string_view text, AttributeId attribute, bool is_figure) {
  Value value;
  value.entity = FindValue(text, attribute);
  value.text = TextOf(text, value.entity);
  if (value.entity == kNone) value.quantity = QuantityOf(text, attribute, is_figure);
  return value;
}

void KnowledgeBuilder::LinkValues() {
  for (const FactId id : unlinked_) {
    Fact& fact = knowledge_.facts[id];
    Slot& slot = fact.slots.back();
    bool is_linked = false;
    for (Value& value : slot.values) {
      if (value.entity != kNone || value.quantity) continue;
      value.entity = FindValue(value.text, fact.attribute);
      is_linked = is_linked || value.entity != kNone;
    }
    if (is_linked) slot = MakeSlot(Role::kValue, fact.attribute, std::move(slot.values));
  }
  unlinked_.clear();
}

Slot KnowledgeBuilder::MakeSlot(Role role, AttributeId attribute, Few<Value> values) const {
  Slot slot;
  slot.role = role;
  slot.attribute = attribute;
  slot.values = std::move(values);
  const bool has_attribute = attribute != kNone && (role == Role::kValue || role == Role::kAttribute);
  if (has_attribute) slot.kind = knowledge_.attributes[attribute].kind;
  if (slot.kind != Kind::kOpen) return slot;
  const Value& first = slot.values.front();
  if (first.entity != kNone) {
    slot.kind = knowledge_.KindOf(first.entity);
    if (slot.kind == Kind::kOpen) slot.kind = slot.values.size() > 1 ? Kind::kList : Kind::kName;
  } else if (first.quantity) {
    slot.kind = KindOfQuantity(*first.quantity, Kind::kNumber);
  } else if (slot.values.size() > 1 && role == Role::kValue) {
    slot.kind = Kind::kList;
  } else {
    slot.kind = KindOfRole(role);
  }
  return slot;
}

std::vector<std::string> KnowledgeBuilder::EntityNames() const {
  std::vector<std::string> names;
  for (const Entity& entity : knowledge_.entities) names.push_back(entity.name);
  return names;
}

}  // namespace docent
