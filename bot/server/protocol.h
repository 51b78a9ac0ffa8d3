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
};

struct Hello {
  MessageId id;
};

struct Ping {
  MessageId id;
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
  std::optional<std::chrono::milliseconds> retry_after;
};

using Message = std::variant<Ask, Hello, Ping, ProtocolError>;

// Reads one message. Whatever the bytes are, the result is a message or an error; an error carries the id if the
// message was JSON and had a good one. Unknown fields are passed over; of a field given twice the last counts.
Message ParseMessage(std::string_view bytes, const Limits& limits);

// One line of JSON each, without a line end.
std::string ToJson(const Answer& answer, const MessageId& id);
std::string ToJson(const ProtocolError& error);
std::string PongJson(const MessageId& id);
std::string HelloJson(const MessageId& id, std::string_view brain_hash);

}  // namespace docent
