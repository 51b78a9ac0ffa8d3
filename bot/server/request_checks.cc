#include "bot/server/request_checks.h"

#include <algorithm>
#include <boost/asio/error.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/rfc7230.hpp>
#include <cctype>
#include <iterator>
#include <string_view>

#include "bot/server/origin.h"

namespace docent {
namespace {

HttpReply Close(HttpReply reply) {
  reply.close = true;
  return reply;
}

HttpReply BadFraming(std::string message) { return Close(ErrorPage(400, ErrorCode::kBadRequest, std::move(message))); }

// Sixteen bytes in base64: 22 letters and two signs of equality.
bool IsHandshakeKey(std::string_view key) {
  return key.size() == 24 && key.ends_with("==") && std::all_of(key.begin(), key.end() - 2, [](unsigned char c) {
           return std::isalnum(c) != 0 || c == '+' || c == '/';
         });
}

std::string_view View(beast::string_view text) { return {text.data(), text.size()}; }

}  // namespace

std::string_view PathOf(const HttpRequest& request) {
  const std::string_view target(request.target().data(), request.target().size());
  return target.substr(0, target.find('?'));
}

std::optional<HttpReply> CheckHead(const HttpRequest& head, const Limits& limits) {
  if (static_cast<size_t>(std::distance(head.begin(), head.end())) > limits.header_fields) {
    return Close(ErrorPage(431, ErrorCode::kTooLong, "too many header fields", Limit::kHeaderFields));
  }
  const size_t hosts = head.count(http::field::host);
  if (hosts > 1 || (hosts == 0 && head.version() == 11)) return BadFraming("a request names exactly one Host");
  const size_t codings = head.count(http::field::transfer_encoding);
  if (codings == 0) return std::nullopt;
  if (head.count(http::field::content_length) > 0)
    return BadFraming("Content-Length and Transfer-Encoding exclude each other");
  if (codings > 1 || head.version() != 11 || !beast::iequals(head[http::field::transfer_encoding], "chunked")) {
    return Close(ErrorPage(501, ErrorCode::kBadRequest, "the only Transfer-Encoding taken is chunked"));
  }
  return std::nullopt;
}

std::optional<HttpReply> ReadFailure(const SystemError& error) {
  if (error == http::error::header_limit || error == http::error::buffer_overflow) {
    return Close(ErrorPage(431, ErrorCode::kTooLong, "the request's header is too long", Limit::kHeader));
  }
  if (error == http::error::body_limit) {
    return Close(ErrorPage(413, ErrorCode::kTooLong, "the request's body is too long", Limit::kMessage));
  }
  const bool other_side_is_gone = error == http::error::end_of_stream || error == http::error::partial_message;
  if (other_side_is_gone || error.category() != http::make_error_code(http::error::bad_method).category()) {
    return std::nullopt;
  }
  return BadFraming("this is no HTTP/1.1 request");
}

bool WantsWebSocket(const HttpRequest& head) {
  return head.method() == http::verb::get && http::token_list{head[http::field::connection]}.exists("upgrade") &&
         http::token_list{head[http::field::upgrade]}.exists("websocket");
}

std::optional<HttpReply> CheckHandshake(const HttpRequest& head, const std::vector<std::string>& allowed_origins) {
  if (head.version() != 11 || head.has_content_length() || head.chunked()) {
    return BadFraming("a WebSocket handshake is an HTTP/1.1 request without a body");
  }
  if (head.count(http::field::sec_websocket_version) != 1 || head[http::field::sec_websocket_version] != "13") {
    HttpReply reply = Close(ErrorPage(426, ErrorCode::kBadRequest, "the WebSocket version must be 13"));
    reply.headers += "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n";
    return reply;
  }
  if (head.count(http::field::sec_websocket_key) != 1 || !IsHandshakeKey(View(head[http::field::sec_websocket_key]))) {
    return BadFraming("Sec-WebSocket-Key must be 16 bytes in base64");
  }
  const size_t origins = head.count(http::field::origin);
  const bool foreign =
      !IsAllowedOrigin(View(head[http::field::origin]), View(head[http::field::host]), allowed_origins);
  if (origins > 1 || (origins == 1 && foreign)) {
    return Close(ErrorPage(403, ErrorCode::kBadRequest, "pages of this origin may not connect; see --allow-origin"));
  }
  return std::nullopt;
}

bool TakesGzip(const HttpRequest& head) {
  for (const auto& [coding, parameters] : http::ext_list{head[http::field::accept_encoding]}) {
    if (!beast::iequals(coding, "gzip")) continue;
    for (const auto& [name, value] : parameters) {
      if (beast::iequals(name, "q") && View(value).find_first_not_of("0.") == std::string_view::npos) return false;
    }
    return true;
  }
  return false;
}

bool IsJson(std::string_view content_type) {
  std::string_view type = content_type.substr(0, content_type.find(';'));
  type = type.substr(0, type.find_last_not_of(" \t") + 1);
  return beast::iequals({type.data(), type.size()}, "application/json");
}

}  // namespace docent
