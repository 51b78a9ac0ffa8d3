#include "bot/server/protocol.h"

#include <gtest/gtest.h>

#include <string>

namespace docent {
namespace {

// One line for any message: "ask 7 [before|earlier] explain: text", "error 7 bad_json: ...".
std::string ToString(const Message& message) {
  if (const auto* ask = std::get_if<Ask>(&message)) {
    std::string turns;
    for (const std::string& turn : ask->question.history) turns += (turns.empty() ? "" : "|") + turn;
    return "ask " + ask->id + (turns.empty() ? "" : " [" + turns + "]") + (ask->question.explain ? " explain" : "") +
           (ask->question.spelling == Spelling::kAsWritten ? " as written" : "") + ": " + ask->question.text;
  }
  if (const auto* hello = std::get_if<Hello>(&message)) return "hello " + hello->id;
  if (const auto* ping = std::get_if<Ping>(&message)) return "ping " + ping->id;
  if (const auto* feedback = std::get_if<Feedback>(&message))
    return "feedback " + feedback->id + (feedback->helpful ? " helpful: " : " unhelpful: ") + feedback->question;
  if (const auto* more = std::get_if<More>(&message))
    return "more " + more->id + " " + std::to_string(more->count) + " after " + std::to_string(more->skip) + ": " +
           more->about;
  const auto& error = std::get<ProtocolError>(message);
  return "error " + error.id + " " + std::string(CodeName(error.code)) + ": " + error.message;
}

std::string Parsed(std::string_view bytes, const Limits& limits = {}) { return ToString(ParseMessage(bytes, limits)); }

TEST(ParseMessage, ReadsAnAskWithAllItsFields) {
  EXPECT_EQ(Parsed(R"({"type":"ask","id":"7","text":"who?","history":["a","b"],"explain":true,"as_written":true})"),
            R"(ask "7" [a|b] explain as written: who?)");
}

TEST(ParseMessage, TakesAMessageWithoutTypeForAnAsk) { EXPECT_EQ(Parsed(R"({"text":"who?"})"), "ask : who?"); }

TEST(ParseMessage, ReadsHelloAndPing) {
  EXPECT_EQ(Parsed(R"({"type":"hello","id":1})"), "hello 1");
  EXPECT_EQ(Parsed(R"({"type":"ping"})"), "ping ");
}

TEST(ParseMessage, ReadsFeedback) {
  EXPECT_EQ(Parsed(R"({"type":"feedback","id":1,"text":"who?","helpful":false})"), "feedback 1 unhelpful: who?");
  EXPECT_EQ(Parsed(R"({"type":"feedback","text":"who?","helpful":true})"), "feedback  helpful: who?");
  EXPECT_EQ(Parsed(R"({"type":"feedback","id":1,"text":"who?"})"),
            R"(error 1 bad_request: "helpful" is missing; it is true or false)");
  EXPECT_EQ(Parsed(R"({"type":"feedback","text":"who?","helpful":1})"),
            R"(error  bad_request: "helpful" must be true or false)");
  EXPECT_EQ(Parsed(R"({"type":"feedback","helpful":true})"),
            R"(error  bad_request: "text" is missing or empty; it holds the question)");
}

TEST(ParseMessage, ReadsARequestForMore) {
  EXPECT_EQ(Parsed(R"({"type":"more","id":1,"text":"who?","count":5,"skip":3})"), "more 1 5 after 3: who?");
  EXPECT_EQ(Parsed(R"({"type":"more"})"), "more  3 after 0: ");
  EXPECT_EQ(Parsed(R"({"type":"more","count":0,"skip":99999999999})"), "more  1 after 1000: ") << "kept in bounds";
  EXPECT_EQ(Parsed(R"({"type":"more","count":-1})"), R"(error  bad_request: "count" must be a whole number)");
  EXPECT_EQ(Parsed(R"({"type":"more","skip":"x"})"), R"(error  bad_request: "skip" must be a whole number)");
}

TEST(ParseMessage, KeepsAnIdAsItCame) {
  EXPECT_EQ(Parsed(R"({"id":"\u00e9\"","text":"x"})"), R"(ask "é\"": x)");
  EXPECT_EQ(Parsed(R"({"id":7.50,"text":"x"})"), "ask 7.50: x");
  EXPECT_EQ(Parsed(R"({"id":-3,"text":"x"})"), "ask -3: x");
  EXPECT_EQ(Parsed(R"({"id":18446744073709551615,"text":"x"})"), "ask 18446744073709551615: x");
}

TEST(ParseMessage, RefusesAnIdOfAnotherType) {
  for (const char* id : {"true", "null", "[]", "{}", "[1]"}) {
    EXPECT_EQ(Parsed(R"({"text":"x","id":)" + std::string(id) + "}"),
              "error  bad_request: \"id\" must be a string or a number");
  }
}

TEST(ParseMessage, PassesOverUnknownFieldsWhateverTheyHold) {
  EXPECT_EQ(Parsed(R"({"x":{"text":5,"history":[1]},"y":[{"id":[]}],"text":"who?","z":1e5})"), "ask : who?");
}

TEST(ParseMessage, CountsTheLastOfTwoEqualFields) {
  EXPECT_EQ(Parsed(R"({"text":"a","history":["x"],"text":"b","history":["y"]})"), "ask  [y]: b");
}

TEST(ParseMessage, KeepsNoIdBeforeAnotherOneOfAWrongType) {
  for (const char* id : {"false", "null", "[1]", "{\"id\":2}"}) {
    EXPECT_EQ(Parsed(R"({"text":"x","id":1,"id":)" + std::string(id) + "}"),
              "error  bad_request: \"id\" must be a string or a number");
  }
}

TEST(ParseMessage, NamesTheFieldThatIsWrongAndKeepsTheIdThatFollows) {
  EXPECT_EQ(Parsed(R"({"text":5,"id":"7"})"), R"(error "7" bad_request: "text" must be a string)");
  EXPECT_EQ(Parsed(R"({"text":"x","explain":"yes","id":7})"),
            R"(error 7 bad_request: "explain" must be true or false)");
  EXPECT_EQ(Parsed(R"({"text":"x","as_written":1,"id":7})"),
            R"(error 7 bad_request: "as_written" must be true or false)");
  EXPECT_EQ(Parsed(R"({"text":"x","history":["a",1]})"),
            R"(error  bad_request: "history" must be a list of strings, earlier turns first)");
  EXPECT_EQ(Parsed(R"({"text":"x","history":[["a"]]})"),
            R"(error  bad_request: "history" must be a list of strings, earlier turns first)");
  EXPECT_EQ(Parsed(R"({"type":null,"text":"x"})"), R"(error  bad_request: "type" must be a string)");
  EXPECT_EQ(Parsed(R"({"type":"tell","text":"x"})"),
            R"(error  bad_request: "type" must be "ask", "more", "feedback", "ping" or "hello")");
}

TEST(ParseMessage, RefusesAnAskWithoutAQuestion) {
  for (const char* json : {"{}", R"({"type":"ask"})", R"({"text":""})", R"({"text":" \t\n"})"}) {
    EXPECT_EQ(Parsed(json), R"(error  bad_request: "text" is missing or empty; it holds the question)") << json;
  }
}

TEST(ParseMessage, RefusesJsonThatIsNoObject) {
  for (const char* json : {"[]", "5", "null", "true", R"("x")", R"([{"text":"x"}])"}) {
    EXPECT_EQ(Parsed(json), "error  bad_request: a message is a JSON object") << json;
  }
}

TEST(ParseMessage, RefusesWhatIsNoJsonOrNoUtf8) {
  for (const char* bytes :
       {"", " ", "hello", R"({"text":"x")", "{}{}", R"({"text":"x",})", R"({"text":NaN})", "{\"text\":\"\xff\"}",
        "{\"text\":\"\xed\xa0\x80\"}", R"({"text":"\ud800"})", R"({"text":1e400})", "{\"text\":\"a\nb\"}", "\xff"}) {
    EXPECT_EQ(Parsed(bytes), "error  bad_json: a message is one JSON object in UTF-8") << bytes;
  }
}

TEST(ParseMessage, BoundsNesting) {
  const std::string deep = R"({"text":"x","y":)" + std::string(20, '[') + std::string(20, ']') + "}";
  EXPECT_EQ(Parsed(deep), "error  bad_json: the JSON is nested too deep");
  EXPECT_EQ(Parsed(std::string(60'000, '[')), "error  bad_json: the JSON is nested too deep");
}

TEST(ParseMessage, BoundsTheMessage) {
  Limits limits;
  limits.message_bytes = 14;
  EXPECT_EQ(Parsed(R"({"text":"who"})", limits), "ask : who");
  EXPECT_EQ(Parsed(R"({"text":"who"} )", limits), "error  too_long: a message may have at most 14 bytes");
}

TEST(ParseMessage, BoundsAQuestionInCharactersNotInBytes) {
  Limits limits;
  limits.question_characters = 3;
  EXPECT_EQ(Parsed(R"({"text":"谁管理"})", limits), "ask : 谁管理");
  EXPECT_EQ(Parsed(R"({"id":"7","text":"four"})", limits),
            R"(error "7" too_long: a question may have at most 3 characters)");
}

TEST(ParseMessage, KeepsTheLastTurnsOfALongHistory) {
  Limits limits;
  limits.history_turns = 2;
  EXPECT_EQ(Parsed(R"({"text":"x","history":["a","b","c"]})", limits), "ask  [b|c]: x");
}

TEST(ParseMessage, BoundsATurnOfTheHistory) {
  Limits limits;
  limits.question_characters = 3;
  EXPECT_EQ(Parsed(R"({"text":"x","history":["four"]})", limits),
            "error  too_long: a turn of the history may have at most 3 characters");
}

TEST(ParseMessage, BoundsAnId) {
  Limits limits;
  limits.id_characters = 2;
  EXPECT_EQ(Parsed(R"({"id":"é1","text":"x"})", limits), R"(ask "é1": x)");
  EXPECT_EQ(Parsed(R"({"id":"123","text":"x"})", limits), R"(error  too_long: "id" may have at most 2 characters)");
}

TEST(ToJson, WordsAWholeAnswer) {
  Answer answer;
  answer.status = Status::kAnswered;
  answer.text = "More than 60.";
  answer.facts = {
      {"a.facts:1", "Ship", "guns", "The ship has more than 60 guns.", "guide", "A guide", 3, {{"when", "1800"}}}};
  answer.values = {{"more than 60", 60.0, "guns", "more than", "", ""}, {"May 1800", {}, "", "", "1800-05", ""}};
  answer.corrections = {{"shipp", "ship"}};
  answer.suggestions = {"who built it"};
  answer.steps = {{"words", "[ship]"}};
  EXPECT_EQ(ToJson(answer, "7"),
            R"({"type":"answer","id":7,"status":"answered","text":"More than 60.","language":"en",)"
            R"("facts":[{"id":"a.facts:1","entity":"Ship","attribute":"guns","says":"The ship has more than 60 guns.",)"
            R"("source":"guide","source_title":"A guide","paragraph":3,"qualifiers":[{"name":"when","text":"1800"}]}],)"
            R"("values":[{"text":"more than 60","number":60,"unit":"guns","bound":"more than"},)"
            R"({"text":"May 1800","date":"1800-05"}],"corrections":[{"from":"shipp","to":"ship"}],"choices":[],)"
            R"("suggestions":["who built it"],"steps":[{"name":"words","detail":"[ship]"}]})");
}

TEST(ToJson, LeavesOutAnIdThatWasNotGiven) {
  EXPECT_EQ(ToJson(Answer(), ""),
            R"({"type":"answer","status":"unknown","text":"","language":"en","facts":[],"values":[],)"
            R"("corrections":[],"choices":[],"suggestions":[]})");
}

TEST(ToJson, SaysWhenToComeBack) {
  EXPECT_EQ(ToJson(ProtocolError{"\"7\"", ErrorCode::kTooMany, "slowly", std::chrono::milliseconds(20)}),
            R"({"type":"error","id":"7","code":"too_many","message":"slowly","retry_after_ms":20})");
}

TEST(ToJson, HasAStableNameForEachErrorCode) {
  EXPECT_EQ(CodeName(ErrorCode::kBadJson), "bad_json");
  EXPECT_EQ(CodeName(ErrorCode::kBadRequest), "bad_request");
  EXPECT_EQ(CodeName(ErrorCode::kTooLong), "too_long");
  EXPECT_EQ(CodeName(ErrorCode::kTooMany), "too_many");
  EXPECT_EQ(CodeName(ErrorCode::kNotFound), "not_found");
  EXPECT_EQ(CodeName(ErrorCode::kOverloaded), "overloaded");
  EXPECT_EQ(CodeName(ErrorCode::kShuttingDown), "shutting_down");
}

TEST(PongAndHello, CarryTheId) {
  EXPECT_EQ(PongJson("1"), R"({"type":"pong","id":1})");
  EXPECT_EQ(HelloJson("", "ab12"), R"({"type":"hello","protocol":1,"brain":"ab12"})");
}

}  // namespace
}  // namespace docent
