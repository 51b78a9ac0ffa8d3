// bot/server/limits.h
// Every bound that docent sets on what strangers send, in one place, with its default. `docent serve --help` names
// the flag of each.

#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <string_view>

namespace docent {

// A token bucket's measure. per_second 0: no limit.
struct Rate {
  double per_second = 0;
  double burst = 0;
};

// Which limit somebody ran into, for whoever counts them.
enum class Limit {
  kMessage,
  kQuestion,
  kHistory,
  kId,
  kDepth,
  kHeader,
  kHeaderFields,
  kConnections,
  kConnectionsPerAddress,
  kQuestionsPerConnection,
  kQuestionsPerAddress,
  kConversations,
  kHeaderTime,
  kBodyTime,
  kIdleTime,
  kWebSocketIdle,
  kWriteTime,
  kWork,
  kSteps,
};

// By Limit: the name of its flag without "max-", or of the field that it bounds.
inline constexpr std::array<std::string_view, 19> kLimitNames = {
    "message",
    "question",
    "history",
    "id",
    "depth",
    "header",
    "header-fields",
    "connections",
    "connections-per-address",
    "questions-per-connection",
    "questions-per-address",
    "conversations",
    "header-time",
    "body-time",
    "idle-time",
    "websocket-idle",
    "write-time",
    "work",
    "steps",
};

struct Limits {
  using Seconds = std::chrono::duration<double>;

  // What one message may hold.
  size_t message_bytes = size_t{64} * 1024;  // a WebSocket message, an HTTP body, a line of `ask --jsonl`
  size_t question_characters = 2000;         // code points of a question, and of each turn of its history
  size_t history_turns = 20;                 // only the last so many turns count
  size_t question_steps = 64;                // of work for one question, see Question::most_steps
  size_t id_characters = 256;                // code points of an id
  size_t json_depth = 16;                    // objects and lists inside each other

  // What one request may hold.
  size_t header_bytes = size_t{8} * 1024;  // request line and header fields together
  size_t header_fields = 64;

  // What each thread remembers of answers that it worked out.
  size_t answer_bytes = size_t{8} * 1024 * 1024;

  // How many at once, and how often.
  size_t connections = 10'000;
  size_t connections_per_address = 500;  // an IPv6 address counts as its /64 network
  Rate questions_per_connection = {1'000, 2'000};
  Rate questions_per_address = {20'000, 20'000};
  Rate work_per_address = {1, 2};  // seconds of work: one address gets one core for long, two seconds at once
  size_t conversations = 5'000;    // remembered at once; beyond that the one that was silent longest is forgotten

  // How long. Time-outs are checked a few times a second, so each may last a moment longer.
  Seconds header_time{10};      // from a request's first byte, or the connection's start, to its header's end
  Seconds body_time{10};        // from there to its body's end; also the WebSocket handshake
  Seconds idle_time{60};        // between two requests of an HTTP connection
  Seconds websocket_idle{300};  // since a WebSocket was last heard of; it is pinged at half of this
  Seconds write_time{20};       // until a reader has taken one reply; nothing more is read from it before
  Seconds linger_time{1};       // reading on after a last reply, so that it is not lost to a reset
  Seconds drain_time{5};        // from SIGTERM to the end, whatever is still open
};

}  // namespace docent
