// bot/server/request_checks.h
// What an HTTP request must be beyond what Beast's parser checks, and what to say to bytes that are none. Strict where
// two readers of the same bytes could differ on where a request ends (RFC 9112, 6.3 and 11.2).

#pragma once

#include <boost/beast/http/parser.hpp>
#include <optional>
#include <string>
#include <vector>

#include "bot/server/asio_types.h"
#include "bot/server/http_reply.h"
#include "bot/server/limits.h"

namespace docent {

// The path of a request's target: what stands before the query, as it came.
std::string_view PathOf(const HttpRequest& request);

// The refusal that the head of this request deserves, if any. Refusals of framing close the connection.
std::optional<HttpReply> CheckHead(const HttpRequest& head, const Limits& limits);

// What to answer when reading failed with `error`; nothing if the other side is gone or only the connection broke.
std::optional<HttpReply> ReadFailure(const SystemError& error);

// The refusal of a WebSocket handshake that is none or comes from a foreign page, if any.
std::optional<HttpReply> CheckHandshake(const HttpRequest& head, const std::vector<std::string>& allowed_origins);

// True if the request asks to go over to WebSocket.
bool WantsWebSocket(const HttpRequest& head);

// True if the request says that it takes gzip, and does not give it the weight 0.
bool TakesGzip(const HttpRequest& head);

// True if a header is given as a JSON media type, whatever its parameters and case.
bool IsJson(std::string_view content_type);

}  // namespace docent
