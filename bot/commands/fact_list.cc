#include "bot/commands/fact_list.h"

#include <set>
#include <string_view>

#include "bot/knowledge/csv.h"
#include "bot/knowledge/status.h"
#include "bot/server/json_writer.h"
#include "bot/text/normalize.h"

namespace docent {
namespace {

std::string Values(const Slot& slot) {
  std::string text;
  for (const Value& value : slot.values) text += (text.empty() ? "" : "; ") + value.text;
  return text;
}

// What a value was read as: "money >60000000000 CNY", "entity", "flag", or a text and what it answers: "text, person".
std::string ReadAs(const Value& value, Kind kind) {
  if (value.entity != kNone) return "entity";
  if (value.quantity) return ToString(*value.quantity);
  if (kind == Kind::kFlag) return "flag";
  return kind == Kind::kText ? "text" : "text, " + std::string(KindName(kind));
}

std::string ValuesWithReading(const Slot& slot) {
  std::string text;
  for (const Value& value : slot.values)
    text += (text.empty() ? "" : "; ") + value.text + " [" + ReadAs(value, slot.kind) + "]";
  return text;
}

std::string NameOf(const Slot& slot, const Knowledge& knowledge) {
  return slot.role == Role::kAttribute ? knowledge.attributes[slot.attribute].name : std::string(RoleName(slot.role));
}

std::string AttributeOf(const Fact& fact, const Knowledge& knowledge) {
  return fact.attribute == kNone ? "event" : knowledge.attributes[fact.attribute].name;
}

std::string ValueOf(const Fact& fact) {
  const Slot* value = fact.Find(Role::kValue);
  return value == nullptr ? "" : Values(*value);
}

// Of all slots but the subject and the value: "when 1912; from 14".
std::string Qualifiers(const Fact& fact, const Knowledge& knowledge, std::string (*show)(const Slot&)) {
  std::string text;
  for (const Slot& slot : fact.slots) {
    if (slot.role == Role::kSubject || slot.role == Role::kValue) continue;
    text += (text.empty() ? "" : "; ") + NameOf(slot, knowledge) + " " + show(slot);
  }
  return text;
}

std::string SourceOf(const Fact& fact, const Knowledge& knowledge) {
  return fact.source == kNone ? "" : knowledge.sources[fact.source].id;
}

std::string Literal(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    if (c == '\n') {
      quoted += "\\n";
    } else if (c != '\r') {
      quoted += c;
    }
  }
  return quoted + "\"";
}

// A name as the end of an address: all but letters and digits of ASCII as %XX.
std::string Escaped(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string escaped;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
      escaped += c;
    } else {
      escaped.append("%").append(1, kDigits[byte >> 4]).append(1, kDigits[byte & 15]);
    }
  }
  return escaped;
}

std::string Address(std::string_view kind, std::string_view name) {
  return "<urn:docent:" + std::string(kind) + ":" + Escaped(name) + ">";
}

std::string_view SchemaTypeOf(EntityId entity, const Knowledge& knowledge) {
  if (knowledge.entities[entity].is_event) return "schema:Event";
  switch (knowledge.KindOf(entity)) {
    case Kind::kPerson:
      return "schema:Person";
    case Kind::kBody:
      return "schema:Organization";
    case Kind::kPlace:
      return "schema:Place";
    default:
      return "schema:Thing";
  }
}

void AppendEntity(EntityId id, const Knowledge& knowledge, std::string& text) {
  const Entity& entity = knowledge.entities[id];
  text += Address("entity", entity.name) + " a " + std::string(SchemaTypeOf(id, knowledge)) + " ;\n    schema:name " +
          Literal(entity.name) + "@en";
  for (const Phrase& alias : entity.also)
    text += " ;\n    schema:alternateName " + Literal(alias.text) + "@" + alias.language;
  text += " .\n";
}

void AppendFact(const Fact& fact, const Knowledge& knowledge, std::string& text) {
  text += Address("fact", knowledge.NameOf(fact)) + " a docent:Fact ;\n    schema:about " +
          Address("entity", knowledge.entities[fact.subject].name) + " ;\n    docent:attribute " +
          Literal(AttributeOf(fact, knowledge));
  for (const Slot& slot : fact.slots) {
    if (slot.role == Role::kSubject) continue;
    for (const Value& value : slot.values) {
      text += " ;\n    " + Address("role", NameOf(slot, knowledge)) + " ";
      text += value.entity == kNone ? Literal(value.text) : Address("entity", knowledge.entities[value.entity].name);
    }
  }
  for (const Phrase& says : fact.says) text += " ;\n    schema:description " + Literal(says.text) + "@" + says.language;
  if (fact.status != FactStatus::kUnsaid) text += " ;\n    docent:status " + Literal(StatusName(fact.status));
  if (fact.source != kNone) text += " ;\n    schema:isBasedOn " + Address("source", SourceOf(fact, knowledge));
  text += " .\n";
}

void AppendSource(const Source& source, std::string& text) {
  text += Address("source", source.id) + " a schema:CreativeWork";
  for (const Phrase& title : source.titles) text += " ;\n    schema:name " + Literal(title.text) + "@" + title.language;
  text += " .\n";
}

}  // namespace

std::vector<FactId> FactsAbout(const Knowledge& knowledge, const std::string& name) {
  const std::string wanted = Normalize(name);
  const auto is_called = [&](const Entity& entity) {
    if (wanted.empty() || Normalize(entity.name) == wanted) return true;
    for (const Phrase& alias : entity.also) {
      if (Normalize(alias.text) == wanted) return true;
    }
    return false;
  };
  std::vector<FactId> facts;
  for (FactId id = 0; id < knowledge.facts.size(); ++id) {
    if (is_called(knowledge.entities[knowledge.facts[id].subject])) facts.push_back(id);
  }
  return facts;
}

std::string ToText(const Knowledge& knowledge, const std::vector<FactId>& facts) {
  std::string text;
  for (const FactId id : facts) {
    const Fact& fact = knowledge.facts[id];
    const Slot* value = fact.Find(Role::kValue);
    std::string qualifiers = Qualifiers(fact, knowledge, ValuesWithReading);
    if (fact.status != FactStatus::kUnsaid)
      qualifiers += (qualifiers.empty() ? "status " : "; status ") + std::string(StatusName(fact.status));
    text += knowledge.NameOf(fact) + "  " + knowledge.entities[fact.subject].name + ": " + AttributeOf(fact, knowledge);
    if (value != nullptr) text += " = " + ValuesWithReading(*value);
    if (!qualifiers.empty()) text += " (" + qualifiers + ")";
    text += "\n";
    for (const Phrase& says : fact.says) text += "    " + says.text + "\n";
  }
  return text;
}

std::string ToJsonLines(const Knowledge& knowledge, const std::vector<FactId>& facts) {
  std::string lines;
  for (const FactId id : facts) {
    const Fact& fact = knowledge.facts[id];
    JsonWriter json;
    json.BeginObject().Field("id", knowledge.NameOf(fact)).Field("entity", knowledge.entities[fact.subject].name);
    json.Field("attribute", AttributeOf(fact, knowledge)).Key("slots").BeginList();
    for (const Slot& slot : fact.slots) {
      if (slot.role == Role::kSubject) continue;
      json.BeginObject().Field("role", NameOf(slot, knowledge)).Field("kind", KindName(slot.kind));
      json.Key("values").BeginList();
      for (const Value& value : slot.values) json.String(value.text);
      json.EndList().Key("read").BeginList();
      for (const Value& value : slot.values) json.String(ReadAs(value, slot.kind));
      json.EndList().EndObject();
    }
    json.EndList();
    if (fact.status != FactStatus::kUnsaid) json.Field("status", StatusName(fact.status));
    json.Key("says").BeginObject();
    for (const Phrase& says : fact.says) json.Field(says.language, says.text);
    json.EndObject().Field("source", SourceOf(fact, knowledge));
    json.Key("paragraph").Number(static_cast<size_t>(fact.paragraph)).EndObject();
    lines += json.Take() + "\n";
  }
  return lines;
}

std::string ToCsv(const Knowledge& knowledge, const std::vector<FactId>& facts) {
  std::string text = "id,entity,attribute,value,qualifiers,says,source,paragraph,status,kind\r\n";
  for (const FactId id : facts) {
    const Fact& fact = knowledge.facts[id];
    for (const std::string& field :
         {knowledge.NameOf(fact), knowledge.entities[fact.subject].name, AttributeOf(fact, knowledge), ValueOf(fact),
          Qualifiers(fact, knowledge, Values), std::string(fact.Says("en")), SourceOf(fact, knowledge)})
      text += AsCsvField(field) + ",";
    const Slot* value = fact.Find(Role::kValue);
    text += (fact.paragraph > 0 ? std::to_string(fact.paragraph) : "") + "," + std::string(StatusName(fact.status)) +
            "," + (value == nullptr ? "" : std::string(KindName(value->kind))) + "\r\n";
  }
  return text;
}

std::string ToTurtle(const Knowledge& knowledge, const std::vector<FactId>& facts) {
  std::string text = "@prefix schema: <https://schema.org/> .\n@prefix docent: <urn:docent:> .\n\n";
  std::set<EntityId> entities;
  std::set<SourceId> sources;
  for (const FactId id : facts) {
    const Fact& fact = knowledge.facts[id];
    if (fact.source != kNone) sources.insert(fact.source);
    for (const Slot& slot : fact.slots) {
      for (const Value& value : slot.values) {
        if (value.entity != kNone) entities.insert(value.entity);
      }
    }
  }
  for (const SourceId id : sources) AppendSource(knowledge.sources[id], text);
  for (const EntityId id : entities) AppendEntity(id, knowledge, text);
  for (const FactId id : facts) AppendFact(knowledge.facts[id], knowledge, text);
  return text;
}

}  // namespace docent
