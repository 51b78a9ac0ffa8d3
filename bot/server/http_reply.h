// bot/server/http_reply.h
// One HTTP response as a value, and its wording as bytes. Every response carries the same policy headers, so that none
// can be forgotten.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "bot/server/desk.h"
#include "bot/server/protocol.h"

namespace docent {

struct HttpReply {
  unsigned status = 200;
  std::string framers = "'none'";   // who may show it in a frame, as Content-Security-Policy names sources
  bool is_for_other_sites = false;  // their pages may load it
  std::string body;
  std::string_view content_type = "application/json";
  std::string headers;              // further header lines, each ending in CRLF
  std::optional<Limit> limit = {};  // that was run into and is not counted yet
  bool close = false;               // what follows on this connection cannot be trusted, or nothing may follow
};

// The status that goes with an error's code.
unsigned StatusOf(ErrorCode code);

// An error of the protocol under its own status, or under the one given.
HttpReply ErrorPage(ProtocolError error);
HttpReply ErrorPage(unsigned status, ErrorCode code, std::string message, std::optional<Limit> limit = {});
HttpReply MethodNotAllowed(std::string_view allow);

// The desk's reply to a message.
HttpReply ToHttp(Reply reply);

// Status line and header with the blank line after it.
std::string HeadOf(const HttpReply& reply, bool keep_alive);

}  // namespace docent
