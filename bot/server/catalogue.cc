#include "bot/server/catalogue.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "bot/answering/inquiry.h"
#include "bot/answering/wording.h"
#include "bot/dialogue/content_test.h"
#include "bot/dialogue/responder.h"
#include "bot/reading/marks.h"
#include "bot/server/json_writer.h"
#include "bot/server/reply_writer.h"

namespace docent {
namespace {

constexpr std::array<std::string_view, 8> kKinds = {"figure", "who", "when", "where", "why", "what", "whether", "how"};
constexpr size_t kMostTrials = 12;     // for one half-written question
constexpr size_t kShortQuestion = 64;  // code points; an example is read at a glance

std::string KeyOf(std::string_view text) { return JoinWords(SplitWords(text)); }

// Kinds of answer as people would sort questions.
std::string_view KindOfQuestion(const Asked& asked) {
  switch (asked.kind) {
    case Kind::kMoney:
    case Kind::kCount:
    case Kind::kNumber:
    case Kind::kShare:
      return "figure";
    case Kind::kPerson:
    case Kind::kBody:
      return "who";
    case Kind::kDate:
    case Kind::kSpan:
      return "when";
    case Kind::kPlace:
      return "where";
    case Kind::kReason:
      return "why";
    case Kind::kManner:
      return "how";
    case Kind::kFlag:
      return "whether";
    default:
      return asked.act == Act::kVerify ? "whether" : "what";
  }
}

size_t LengthOf(std::string_view text) {
  return static_cast<size_t>(std::count_if(
      text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

std::string_view NameIn(const std::string& name, const std::vector<Phrase>& also, std::string_view language) {
  if (language != "en") {
    for (const Phrase& phrase : also) {
      if (phrase.language == language) return phrase.text;
    }
  }
  return name;
}

// How the second entity of a link stands to the first: the attribute, or the role it has in an event.
std::string_view RelationOf(const Fact& fact, const Slot& slot, const Knowledge& knowledge, std::string_view language) {
  const AttributeId attribute = slot.role == Role::kAttribute ? slot.attribute : fact.attribute;
  if (slot.role != Role::kValue && slot.role != Role::kAttribute) return RoleName(slot.role);
  if (attribute == kNone) return RoleName(slot.role);
  return NameIn(knowledge.attributes[attribute].name, knowledge.attributes[attribute].also, language);
}

void WriteFigures(JsonWriter& json, const Fact& fact, const Knowledge& knowledge, std::string_view language) {
  json.Key("figures").BeginList();
  for (const Slot& slot : fact.slots) {
    for (const Value& value : slot.values) {
      if (!value.quantity) continue;
      json.BeginObject().Field("role", RoleName(slot.role));
      WriteValueFields(json, DescribeValue(knowledge, value, language));
      json.EndObject();
    }
  }
  json.EndList();
}

void WriteFullFact(JsonWriter& json, const Knowledge& knowledge, FactId id, std::string_view language) {
  json.BeginObject();
  WriteFactFields(json, DescribeFact(knowledge, id, language));
  std::string value;
  if (const Slot* slot = knowledge.facts[id].Find(Role::kValue)) {
    for (const Value& one : slot->values) value += (value.empty() ? "" : "; ") + one.text;
  }
  json.Field("value", value);
  if (const AttributeId attribute = knowledge.facts[id].attribute; attribute != kNone) {
    const Attribute& known = knowledge.attributes[attribute];
    json.Field("attribute_title", NameIn(known.name, known.also, language));
  }
  WriteFigures(json, knowledge.facts[id], knowledge, language);
  json.EndObject();
}

void WriteEntity(JsonWriter& json, const Knowledge& knowledge, EntityId id, std::string_view language) {
  const Entity& entity = knowledge.entities[id];
  json.Field("name", entity.name).Field("title", NameIn(entity.name, entity.also, language));
  json.Key("types").BeginList();
  for (const TypeId type : entity.types)
    json.String(NameIn(knowledge.types[type].name, knowledge.types[type].also, language));
  json.EndList();
}

// Words that people would write one after another: those of `words`, the last perhaps unfinished.
bool HoldsWords(const std::string& key, const std::vector<Word>& words) {
  const std::string padded = " " + key + " ";
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string word = " " + words[i].text + (i + 1 < words.size() ? " " : "");
    if (padded.find(word) == std::string::npos) return false;
  }
  return true;
}

}  // namespace

Catalogue::Catalogue(std::shared_ptr<const Brain> brain) : brain_(std::move(brain)), responder_(brain_) {
  for (const Fact& fact : brain_->knowledge().facts) {
    for (const ContentTest& test : fact.tests) {
      if (!test.never && !test.open && test.history.empty()) questions_.push_back({&test, KeyOf(test.question)});
    }
  }
  trials_.resize(questions_.size());
  const std::vector<Entity>& entities = brain_->knowledge().entities;
  fact_counts_.resize(entities.size());
  for (const Fact& fact : brain_->knowledge().facts) {
    if (fact.subject != kNone) ++fact_counts_[fact.subject];
  }
  for (EntityId id = 0; id < entities.size(); ++id) {
    names_.push_back({KeyOf(entities[id].name), entities[id].name, id});
    for (const Phrase& alias : entities[id].also) names_.push_back({KeyOf(alias.text), alias.text, id});
  }
  std::stable_sort(names_.begin(), names_.end(),
                   [](const Name& one, const Name& other) { return one.key < other.key; });
}

const Catalogue::Trial& Catalogue::Try(size_t question) const {
  const std::lock_guard lock(mutex_);
  std::optional<Trial>& trial = trials_[question];
  if (!trial) {
    const ContentTest& test = *questions_[question].test;
    Conversation conversation;
    const Answer answer = responder_.Respond({test.question, {}, false}, conversation);
    const Inquiry inquiry = Inquire(*brain_, test.question);
    const MarkedQuestion& marked = inquiry.marked;
    trial = Trial{answer.status == Status::kAnswered && WhyNot(test, answer).empty(), answer.language,
                  std::string(KindOfQuestion(inquiry.form.asked)), inquiry.form.asked.act == Act::kVerify};
    trial->asks = trial->asks || HoldsMark(marked, {0, marked.words.size()}, "question word", brain_->rules());
  }
  return *trial;
}

std::string Catalogue::Overview(std::string_view language, std::string_view documents) const {
  const Knowledge& knowledge = brain_->knowledge();
  JsonWriter json;
  json.BeginObject().Field("type", "overview").Field("brain", brain_->hash());
  json.Key("facts").Number(brain_->fact_count()).Key("entities").Number(brain_->entity_count());
  json.Key("sources").BeginList();
  for (const Source& source : knowledge.sources) {
    json.BeginObject().Field("id", source.id).Field("title", source.TitleIn(language));
    if (!source.publisher.empty()) json.Field("publisher", source.publisher);
    json.EndObject();
  }
  json.EndList().Key("types").BeginList();
  std::vector<size_t> counts(knowledge.types.size());
  for (const Entity& entity : knowledge.entities) {
    for (const TypeId type : entity.types) ++counts[type];
  }
  for (TypeId type = 0; type < knowledge.types.size(); ++type) {
    if (counts[type] == 0) continue;
    json.BeginObject().Field("name", knowledge.types[type].name);
    json.Field("title", NameIn(knowledge.types[type].name, knowledge.types[type].also, language));
    json.Key("entities").Number(counts[type]).EndObject();
  }
  json.EndList().Key("examples").BeginList();
  // One of each kind, tried all over the files: the first that asks in a sentence, else the first.
  std::map<std::string_view, const std::string*> examples;
  std::set<std::string_view> settled;
  const size_t tried = std::min(questions_.size(), kMostTried);
  for (size_t i = 0; i < tried && settled.size() < kKinds.size(); ++i) {
    const size_t question = questions_.size() * i / tried;
    const std::string& text = questions_[question].test->question;
    const Trial& trial = Try(question);
    if (!trial.is_answered || trial.language != language || LengthOf(text) > kShortQuestion) continue;
    const bool is_new = examples.emplace(trial.kind, &text).second;
    if (!trial.asks || !settled.insert(trial.kind).second) continue;
    if (!is_new) examples[trial.kind] = &text;
  }
  for (const std::string_view kind : kKinds) {
    const auto example = examples.find(kind);
    if (example == examples.end()) continue;
    json.BeginObject().Field("kind", kind).Field("question", *example->second).EndObject();
  }
  json.EndList();
  if (!documents.empty()) json.Field("documents", documents);
  return json.EndObject().Take();
}

std::string Catalogue::Entities(std::string_view type, std::string_view words, std::string_view language) const {
  const Knowledge& knowledge = brain_->knowledge();
  std::set<EntityId> found;
  const std::vector<Word> wanted = SplitWords(words);
  for (const Name& name : names_) {
    const std::vector<TypeId>& types = knowledge.entities[name.entity].types;
    const bool fits = type.empty() || std::any_of(types.begin(), types.end(),
                                                  [&](TypeId one) { return knowledge.types[one].name == type; });
    if (fits && HoldsWords(name.key, wanted)) found.insert(name.entity);
  }
  std::vector<EntityId> listed(found.begin(), found.end());
  std::stable_sort(listed.begin(), listed.end(),
                   [&](EntityId one, EntityId other) { return fact_counts_[one] > fact_counts_[other]; });
  listed.resize(std::min(listed.size(), kMostListed));
  JsonWriter json;
  json.BeginObject().Field("type", "entities").Key("count").Number(found.size()).Key("entities").BeginList();
  for (const EntityId id : listed) {
    json.BeginObject();
    WriteEntity(json, knowledge, id, language);
    json.Key("facts").Number(fact_counts_[id]).EndObject();
  }
  return json.EndList().EndObject().Take();
}

std::string Catalogue::EntityPage(std::string_view name, std::string_view language) const {
  const Knowledge& knowledge = brain_->knowledge();
  const std::string key = KeyOf(name);
  const auto found = std::find_if(names_.begin(), names_.end(), [&](const Name& one) { return one.key == key; });
  if (found == names_.end()) return {};
  // An own name is meant before an alias that is spelt the same.
  EntityId id = found->entity;
  for (EntityId one = 0; one < knowledge.entities.size(); ++one) {
    if (knowledge.entities[one].name == name) id = one;
  }
  JsonWriter json;
  json.BeginObject().Field("type", "entity");
  WriteEntity(json, knowledge, id, language);
  json.Key("also").BeginList();
  for (const Phrase& alias : knowledge.entities[id].also) json.String(alias.text);
  json.EndList().Key("facts").BeginList();
  size_t listed = 0;
  for (FactId fact = 0; fact < knowledge.facts.size() && listed < kMostListed; ++fact) {
    if (knowledge.facts[fact].subject != id) continue;
    WriteFullFact(json, knowledge, fact, language);
    ++listed;
  }
  json.EndList().Key("links").BeginList();
  listed = 0;
  for (const Fact& fact : knowledge.facts) {
    for (const Slot& slot : fact.slots) {
      for (const Value& value : slot.values) {
        if (value.entity == kNone || slot.role == Role::kSubject || listed >= kMostListed) continue;
        const bool from_here = fact.subject == id && value.entity != id;
        const bool to_here = value.entity == id && fact.subject != id;
        if (!from_here && !to_here) continue;
        const EntityId other = from_here ? value.entity : fact.subject;
        json.BeginObject();
        WriteEntity(json, knowledge, other, language);
        json.Field("relation", RelationOf(fact, slot, knowledge, language)).Key("outward").Bool(from_here);
        json.Field("fact", knowledge.NameOf(fact)).EndObject();
        ++listed;
      }
    }
  }
  return json.EndList().EndObject().Take();
}

std::string Catalogue::Facts(const std::vector<std::string>& ids, std::string_view language) const {
  JsonWriter json;
  json.BeginObject().Field("type", "facts").Key("facts").BeginList();
  size_t listed = 0;
  for (const std::string& id : ids) {
    const FactId fact = brain_->names().FactNamed(id);
    if (fact == kNone || listed++ == kMostListed) continue;
    WriteFullFact(json, brain_->knowledge(), fact, language);
  }
  return json.EndList().EndObject().Take();
}

std::vector<const Catalogue::Name*> Catalogue::NamesBegunBy(const std::string& begun) const {
  std::map<EntityId, const Name*> best;
  auto name = std::lower_bound(names_.begin(), names_.end(), begun,
                               [](const Name& one, const std::string& wanted) { return one.key < wanted; });
  for (size_t weighed = 0; name != names_.end() && name->key.starts_with(begun) && weighed < kMostNames; ++name) {
    ++weighed;
    if (name->key == begun) continue;
    const Name*& known = best[name->entity];
    if (known == nullptr || name->text == brain_->knowledge().entities[name->entity].name) known = &*name;
  }
  std::vector<const Name*> names;
  for (const auto& [entity, one] : best) names.push_back(one);
  std::stable_sort(names.begin(), names.end(), [&](const Name* one, const Name* other) {
    return fact_counts_[one->entity] > fact_counts_[other->entity];
  });
  names.resize(std::min(names.size(), kMostCompletions / 2));
  return names;
}

std::string Catalogue::Completions(std::string_view typed) const {
  const std::vector<Word> words = SplitWords(typed);
  const std::string key = JoinWords(words);
  JsonWriter json;
  json.BeginObject().Field("type", "completions").Key("completions").BeginList();
  size_t left = kMostCompletions;
  // Names: the longest row of last words that begins one. What follows is put in its place.
  for (size_t first = 0; first < words.size() && left == kMostCompletions; ++first) {
    const std::string begun = JoinWords({words.begin() + static_cast<long>(first), words.end()});
    const bool short_begin = LengthOf(begun) < (words[first].shape == WordShape::kHan ? 1U : 2U);
    if (short_begin) break;
    for (const Name* name : NamesBegunBy(begun)) {
      json.BeginObject().Field("kind", "name").Field("text", name->text);
      json.Field("in_place_of", typed.substr(words[first].begin)).EndObject();
      --left;
    }
  }
  size_t trials = 0;
  const auto offer = [&](const auto& fits) {
    for (size_t i = 0; i < questions_.size() && left > 0 && !key.empty() && trials < kMostTrials; ++i) {
      const Known& known = questions_[i];
      if (!fits(known) || known.key == key) continue;
      ++trials;
      if (!Try(i).is_answered) continue;
      json.BeginObject().Field("kind", "question").Field("text", known.test->question);
      json.Field("in_place_of", typed).EndObject();
      --left;
    }
  };
  offer([&](const Known& known) { return known.key.starts_with(key); });
  offer([&](const Known& known) { return !known.key.starts_with(key) && HoldsWords(known.key, words); });
  return json.EndList().EndObject().Take();
}

}  // namespace docent
