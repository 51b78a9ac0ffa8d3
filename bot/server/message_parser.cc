// Reads a message by events, without building a tree: what is not a field of the protocol costs no memory,
// and nesting is bounded as it is read.

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "bot/server/json_writer.h"
#include "bot/server/protocol.h"

namespace docent {
namespace {

enum class Field { kOther, kType, kId, kText, kHistory, kExplain, kAsWritten, kHelpful, kCount, kSkip };

Field FieldOf(std::string_view key) {
  if (key == "type") return Field::kType;
  if (key == "id") return Field::kId;
  if (key == "text") return Field::kText;
  if (key == "history") return Field::kHistory;
  if (key == "explain") return Field::kExplain;
  if (key == "as_written") return Field::kAsWritten;
  if (key == "helpful") return Field::kHelpful;
  if (key == "count") return Field::kCount;
  if (key == "skip") return Field::kSkip;
  return Field::kOther;
}

size_t CountCharacters(std::string_view utf8) {
  return static_cast<size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

bool IsBlank(std::string_view text) { return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos; }

// Takes the events of nlohmann's SAX parser. A field of a wrong type is noted in `wrong` and reading goes on, so that
// an error can still carry the id that follows it.
class MessageReader : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit MessageReader(const Limits& limits) : limits_(limits) {}

  bool null() override { return Wrong(); }
  bool boolean(bool value) override {
    if (depth_ == 1 && field_ == Field::kExplain) {
      explain = value;
    } else if (depth_ == 1 && field_ == Field::kAsWritten) {
      as_written = value;
    } else if (depth_ == 1 && field_ == Field::kHelpful) {
      helpful = value;
    } else {
      return Wrong();
    }
    return true;
  }
  bool number_integer(std::int64_t value) override { return NumberText(std::to_string(value)); }
  bool number_unsigned(std::uint64_t value) override {
    if (depth_ == 1 && field_ == Field::kCount) {
      count = value;
    } else if (depth_ == 1 && field_ == Field::kSkip) {
      skip = value;
    } else {
      return NumberText(std::to_string(value));
    }
    return true;
  }
  bool number_float(double, const std::string& digits) override { return NumberText(digits); }
  bool binary(binary_t&) override { return Wrong(); }

  bool string(std::string& value) override {
    if (depth_ == 2 && in_history_) {
      history.push_back(std::move(value));
      return true;
    }
    if (depth_ != 1) return Wrong();
    switch (field_) {
      case Field::kType:
        type = std::move(value);
        return true;
      case Field::kText:
        text = std::move(value);
        return true;
      case Field::kId:
        id = JsonWriter().String(value).Take();
        id_characters = CountCharacters(value);
        return true;
      default:
        return Wrong();
    }
  }

  bool start_object(std::size_t) override {
    if (depth_ == 0) is_object = true;
    Wrong();
    return ++depth_ <= limits_.json_depth;
  }
  bool end_object() override { return Leave(); }
  bool start_array(std::size_t) override {
    if (depth_ == 1 && field_ == Field::kHistory) {
      in_history_ = true;
      history.clear();
    } else {
      Wrong();
    }
    return ++depth_ <= limits_.json_depth;
  }
  bool end_array() override { return Leave(); }
  bool key(std::string& name) override {
    if (depth_ == 1) field_ = FieldOf(name);
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

  bool too_deep() const { return depth_ > limits_.json_depth; }

  bool is_object = false;
  std::string type = "ask";
  MessageId id;
  size_t id_characters = 0;
  std::optional<std::string> text;
  std::vector<std::string> history;
  bool explain = false;
  bool as_written = false;
  std::optional<bool> helpful;
  std::optional<std::uint64_t> count;
  std::optional<std::uint64_t> skip;
  Field wrong = Field::kOther;  // the last field whose value has a wrong type

 private:
  // A value that is not what its field asks for. Always true: reading goes on.
  bool Wrong() {
    if (depth_ == 1 && field_ != Field::kOther) wrong = field_;
    if (depth_ == 1 && field_ == Field::kId) id.clear();  // of equal fields the last one counts, right or wrong
    if (depth_ == 2 && in_history_) wrong = Field::kHistory;
    return true;
  }
  bool NumberText(std::string digits) {
    if (depth_ != 1 || field_ != Field::kId) return Wrong();
    id = std::move(digits);
    id_characters = id.size();
    return true;
  }
  bool Leave() {
    if (--depth_ == 1) in_history_ = false;
    return true;
  }

  const Limits& limits_;
  size_t depth_ = 0;
  Field field_ = Field::kOther;
  bool in_history_ = false;
};

std::string_view Expectation(Field field) {
  switch (field) {
    case Field::kType:
      return "\"type\" must be a string";
    case Field::kId:
      return "\"id\" must be a string or a number";
    case Field::kText:
      return "\"text\" must be a string";
    case Field::kHistory:
      return "\"history\" must be a list of strings, earlier turns first";
    case Field::kExplain:
      return "\"explain\" must be true or false";
    case Field::kAsWritten:
      return "\"as_written\" must be true or false";
    case Field::kHelpful:
      return "\"helpful\" must be true or false";
    case Field::kCount:
      return "\"count\" must be a whole number";
    case Field::kSkip:
      return "\"skip\" must be a whole number";
    case Field::kOther:
      break;
  }
  return "";
}

ProtocolError Refuse(MessageId id, ErrorCode code, std::string message) {
  return {std::move(id), code, std::move(message)};
}

ProtocolError TooLong(MessageId id, Limit which, std::string_view what, size_t limit, std::string_view unit) {
  return {std::move(id), ErrorCode::kTooLong,
          std::string(what) + " may have at most " + std::to_string(limit) + " " + std::string(unit), std::nullopt,
          which};
}

// What is wrong with the text of a message that is about a question, if anything.
std::optional<ProtocolError> TextFault(MessageReader& reader, const Limits& limits) {
  if (!reader.text || IsBlank(*reader.text)) {
    return Refuse(std::move(reader.id), ErrorCode::kBadRequest, "\"text\" is missing or empty; it holds the question");
  }
  if (CountCharacters(*reader.text) > limits.question_characters) {
    return TooLong(std::move(reader.id), Limit::kQuestion, "a question", limits.question_characters, "characters");
  }
  return std::nullopt;
}

Message ToAsk(MessageReader& reader, const Limits& limits) {
  if (std::optional<ProtocolError> fault = TextFault(reader, limits)) return std::move(*fault);
  std::vector<std::string>& turns = reader.history;
  const bool cut = turns.size() > limits.history_turns;
  if (cut) {
    turns.erase(turns.begin(), turns.end() - static_cast<std::ptrdiff_t>(limits.history_turns));
  }
  for (const std::string& turn : turns) {
    if (CountCharacters(turn) > limits.question_characters) {
      return TooLong(std::move(reader.id), Limit::kQuestion, "a turn of the history", limits.question_characters,
                     "characters");
    }
  }
  Question question{std::move(*reader.text), std::move(turns), reader.explain};
  if (reader.as_written) question.spelling = Spelling::kAsWritten;
  return Ask{std::move(reader.id), std::move(question), cut};
}

Message ToFeedback(MessageReader& reader, const Limits& limits) {
  if (std::optional<ProtocolError> fault = TextFault(reader, limits)) return std::move(*fault);
  if (!reader.helpful) {
    return Refuse(std::move(reader.id), ErrorCode::kBadRequest, "\"helpful\" is missing; it is true or false");
  }
  return Feedback{std::move(reader.id), std::move(*reader.text), *reader.helpful};
}

Message ToMore(MessageReader& reader, const Limits& limits) {
  More more;
  if (reader.text) {
    if (std::optional<ProtocolError> fault = TextFault(reader, limits)) return std::move(*fault);
    more.about = std::move(*reader.text);
  }
  if (reader.count) more.count = static_cast<size_t>(std::clamp<std::uint64_t>(*reader.count, 1, More::kMostCount));
  if (reader.skip) more.skip = static_cast<size_t>(std::min<std::uint64_t>(*reader.skip, More::kMostSkip));
  more.id = std::move(reader.id);
  return more;
}

}  // namespace

Message ParseMessage(std::string_view bytes, const Limits& limits) {
  if (bytes.size() > limits.message_bytes) {
    return TooLong("", Limit::kMessage, "a message", limits.message_bytes, "bytes");
  }
  MessageReader reader(limits);
  if (!nlohmann::json::sax_parse(bytes, &reader)) {
    if (!reader.too_deep()) return Refuse("", ErrorCode::kBadJson, "a message is one JSON object in UTF-8");
    return ProtocolError{"", ErrorCode::kBadJson, "the JSON is nested too deep", std::nullopt, Limit::kDepth};
  }
  if (!reader.is_object) return Refuse("", ErrorCode::kBadRequest, "a message is a JSON object");
  if (reader.id_characters > limits.id_characters) {
    return TooLong("", Limit::kId, "\"id\"", limits.id_characters, "characters");
  }
  if (reader.wrong != Field::kOther) {
    return Refuse(std::move(reader.id), ErrorCode::kBadRequest, std::string(Expectation(reader.wrong)));
  }
  if (reader.type == "ask") return ToAsk(reader, limits);
  if (reader.type == "ping") return Ping{std::move(reader.id)};
  if (reader.type == "hello") return Hello{std::move(reader.id)};
  if (reader.type == "feedback") return ToFeedback(reader, limits);
  if (reader.type == "more") return ToMore(reader, limits);
  return Refuse(std::move(reader.id), ErrorCode::kBadRequest,
                "\"type\" must be \"ask\", \"more\", \"feedback\", \"ping\" or \"hello\"");
}

}  // namespace docent
