// bot/server/protocol.h
// The protocol as values: what an asker may say, and what it hears. The same messages go over a WebSocket, as the body
// of POST /api/ask and as the lines of `docent ask --jsonl`; docs/protocol.md describes every field.
//
// Pure functions; nothing here knows of sockets.

#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "bot/answering/answer.h"
#include "bot/dialogue/responder.h"
#include "bot/server/limits.h"

namespace docent {

inline constexpr int kProtocolVersion = 1;

// The asker's own mark on a message, kept as the JSON it came as ("\"7\"" or "7") and sent back so. Empty: none.
using MessageId = std::string;

struct Ask {
  MessageId id;
  Question question;
  bool history_cut = false;  // it had more turns than count
};

struct Hello {
  MessageId id;
};

struct Ping {
  MessageId id;
};

// Whether the answer to a question was of use.
struct Feedback {
  MessageId id;
  std::string question;
  bool helpful = false;
};

// Asks for further questions that are answered, nearest first to what `about` is about, or to what the conversation is.
struct More {
  static constexpr size_t kMostCount = 10;
  static constexpr size_t kMostSkip = 1000;

  MessageId id;
  std::string about;  // a question; may be empty
  size_t count = 3;   // at most kMostCount
  size_t skip = 0;    // the first so many are left out; at most kMostSkip
};

// Stable: clients decide by these. The message beside one is for people and may change.
enum class ErrorCode {
  kBadJson,       // bad_json: no JSON, no UTF-8, nested too deep
  kBadRequest,    // bad_request: JSON, but not a message of this protocol
  kTooLong,       // too_long: a limit on size
  kTooMany,       // too_many: a limit on how often or how many; retry_after says when to come back
  kNotFound,      // not_found: no such page or path
  kOverloaded,    // overloaded: not now, for no fault of the asker
  kShuttingDown,  // shutting_down: the server ends; connect again later
};

// "bad_json", ...
std::string_view CodeName(ErrorCode code);

struct ProtocolError {
  MessageId id;
  ErrorCode code = ErrorCode::kBadRequest;
  std::string message;
  std::optional<std::chrono::milliseconds> retry_after = {};
  std::optional<Limit> limit = {};  // which one was run into; not told, but counted
};

using Message = std::variant<Ask, Hello, Ping, Feedback, More, ProtocolError>;

// Reads one message. Whatever the bytes are, the result is a message or an error; an error carries the id if the
// message was JSON and had a good one. Unknown fields are passed over; of a field given twice the last counts.
Message ParseMessage(std::string_view bytes, const Limits& limits);

// One line of JSON each, without a line end.
std::string ToJson(const Answer& answer, const MessageId& id);
std::string ToJson(const ProtocolError& error);
// An answer that was worded without an id, with it.
std::string WithId(std::string_view answer, const MessageId& id);
std::string PongJson(const MessageId& id);
std::string ThanksJson(const MessageId& id);
std::string SuggestionsJson(const MessageId& id, const std::vector<std::string>& questions);
std::string HelloJson(const MessageId& id, std::string_view brain_hash);

// What an asker hears.
struct Reply {
  std::string json;
  std::optional<ProtocolError> error;  // set if the reply is one
};

// The reply that carries `error`.
Reply ErrorReply(ProtocolError error);

}  // namespace docent
