// Words the replies of the protocol as JSON.

#include "bot/server/reply_writer.h"

#include <utility>

#include "bot/server/json_writer.h"
#include "bot/server/protocol.h"

namespace docent {
namespace {

JsonWriter Begin(std::string_view type, const MessageId& id) {
  JsonWriter json;
  json.BeginObject().Field("type", type);
  if (!id.empty()) json.Key("id").Raw(id);
  return json;
}

void WriteStrings(JsonWriter& json, std::string_view key, const std::vector<std::string>& values) {
  json.Key(key).BeginList();
  for (const std::string& value : values) json.String(value);
  json.EndList();
}

void WriteSteps(JsonWriter& json, const std::vector<Step>& steps) {
  json.Key("steps").BeginList();
  for (const Step& step : steps) {
    json.BeginObject().Field("name", step.name).Field("detail", step.detail).EndObject();
  }
  json.EndList();
}

}  // namespace

void WriteFactFields(JsonWriter& json, const AnswerFact& fact) {
  json.Field("id", fact.id)
      .Field("entity", fact.entity)
      .Field("attribute", fact.attribute)
      .Field("says", fact.says)
      .Field("source", fact.source)
      .Field("source_title", fact.source_title);
  if (fact.paragraph > 0) json.Key("paragraph").Number(static_cast<size_t>(fact.paragraph));
  json.Key("qualifiers").BeginList();
  for (const NamedText& qualifier : fact.qualifiers) {
    json.BeginObject().Field("name", qualifier.name).Field("text", qualifier.text).EndObject();
  }
  json.EndList();
}

void WriteValueFields(JsonWriter& json, const AnswerValue& value) {
  json.Field("text", value.text);
  if (value.number) json.Key("number").Number(*value.number);
  if (!value.unit.empty()) json.Field("unit", value.unit);
  if (!value.bound.empty()) json.Field("bound", value.bound);
  if (!value.date.empty()) json.Field("date", value.date);
  if (!value.entity.empty()) json.Field("entity", value.entity);
}

std::string_view CodeName(ErrorCode code) {
  switch (code) {
    case ErrorCode::kBadJson:
      return "bad_json";
    case ErrorCode::kBadRequest:
      return "bad_request";
    case ErrorCode::kTooLong:
      return "too_long";
    case ErrorCode::kTooMany:
      return "too_many";
    case ErrorCode::kNotFound:
      return "not_found";
    case ErrorCode::kOverloaded:
      return "overloaded";
    case ErrorCode::kShuttingDown:
      return "shutting_down";
  }
  return "";
}

std::string ToJson(const Answer& answer, const MessageId& id) {
  JsonWriter json = Begin("answer", id);
  json.Field("status", StatusName(answer.status)).Field("text", answer.text).Field("language", answer.language);
  json.Key("facts").BeginList();
  for (const AnswerFact& fact : answer.facts) {
    json.BeginObject();
    WriteFactFields(json, fact);
    json.EndObject();
  }
  json.EndList().Key("values").BeginList();
  for (const AnswerValue& value : answer.values) {
    json.BeginObject();
    WriteValueFields(json, value);
    json.EndObject();
  }
  json.EndList().Key("corrections").BeginList();
  for (const NamedText& mended : answer.corrections) {
    json.BeginObject().Field("from", mended.name).Field("to", mended.text).EndObject();
  }
  json.EndList();
  WriteStrings(json, "choices", answer.choices);
  WriteStrings(json, "suggestions", answer.suggestions);
  if (!answer.steps.empty()) WriteSteps(json, answer.steps);
  return json.EndObject().Take();
}

std::string WithId(std::string_view answer, const MessageId& id) {
  constexpr std::string_view kType = R"({"type":"answer")";  // as Begin() words it
  std::string json;
  json.reserve(answer.size() + id.size() + 8);
  json.append(kType);
  if (!id.empty()) json.append(",\"id\":").append(id);
  return json.append(answer.substr(kType.size()));
}

std::string ToJson(const ProtocolError& error) {
  JsonWriter json = Begin("error", error.id);
  json.Field("code", CodeName(error.code)).Field("message", error.message);
  if (error.retry_after) json.Key("retry_after_ms").Number(static_cast<size_t>(error.retry_after->count()));
  return json.EndObject().Take();
}

std::string PongJson(const MessageId& id) { return Begin("pong", id).EndObject().Take(); }

std::string ThanksJson(const MessageId& id) { return Begin("thanks", id).EndObject().Take(); }

std::string SuggestionsJson(const MessageId& id, const std::vector<std::string>& questions) {
  JsonWriter json = Begin("suggestions", id);
  WriteStrings(json, "suggestions", questions);
  return json.EndObject().Take();
}

std::string HelloJson(const MessageId& id, std::string_view brain_hash) {
  JsonWriter json = Begin("hello", id);
  json.Key("protocol").Number(static_cast<size_t>(kProtocolVersion)).Field("brain", brain_hash);
  return json.EndObject().Take();
}

Reply ErrorReply(ProtocolError error) {
  std::string json = ToJson(error);
  return {std::move(json), std::move(error)};
}

}  // namespace docent
