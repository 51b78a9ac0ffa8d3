#include "bot/server/http_reply.h"

#include <array>
#include <boost/beast/http/status.hpp>
#include <ctime>
#include <utility>

namespace docent {
namespace {

// The page loads nothing from elsewhere and runs no inline script; nobody guesses at types.
constexpr std::string_view kPolicyHeaders =
    "Server: docent\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n";

constexpr std::string_view kContentPolicy =
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ";

// RFC 9110, 5.6.7; worded at most once a second for each thread.
std::string_view DateHeader() {
  thread_local std::time_t worded = 0;
  thread_local std::array<char, 64> text;
  thread_local size_t length = 0;
  const std::time_t now = std::time(nullptr);
  if (now != worded) {
    std::tm parts{};
    gmtime_r(&now, &parts);
    length = std::strftime(text.data(), text.size(), "Date: %a, %d %b %Y %H:%M:%S GMT\r\n", &parts);
    worded = now;
  }
  return {text.data(), length};
}

}  // namespace

unsigned StatusOf(ErrorCode code) {
  switch (code) {
    case ErrorCode::kBadJson:
      return 400;
    case ErrorCode::kBadRequest:
      return 400;
    case ErrorCode::kTooLong:
      return 413;
    case ErrorCode::kTooMany:
      return 429;
    case ErrorCode::kNotFound:
      return 404;
    case ErrorCode::kOverloaded:
      return 503;
    case ErrorCode::kShuttingDown:
      return 503;
  }
  return 400;
}

HttpReply ErrorPage(ProtocolError error) {
  const std::optional<Limit> limit = error.limit;
  HttpReply reply = ToHttp(ErrorReply(std::move(error)));
  reply.limit = limit;
  return reply;
}

HttpReply ErrorPage(unsigned status, ErrorCode code, std::string message, std::optional<Limit> limit) {
  HttpReply reply = ErrorPage({"", code, std::move(message), std::nullopt, limit});
  reply.status = status;
  return reply;
}

HttpReply MethodNotAllowed(std::string_view allow) {
  HttpReply reply = ErrorPage(405, ErrorCode::kBadRequest, "this path does not take this method");
  reply.headers = "Allow: " + std::string(allow) + "\r\n";
  return reply;
}

HttpReply ToHttp(Reply reply) {
  HttpReply page;
  page.body = std::move(reply.json);
  page.headers = "Cache-Control: no-store\r\n";
  if (!reply.error) return page;
  page.status = StatusOf(reply.error->code);
  if (reply.error->retry_after) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(*reply.error->retry_after).count();
    page.headers += "Retry-After: " + std::to_string(seconds) + "\r\n";
  }
  return page;
}

std::string HeadOf(const HttpReply& reply, bool keep_alive) {
  const std::string_view reason =
      boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(reply.status));
  std::string head;
  head.reserve(768);
  head.append("HTTP/1.1 ").append(std::to_string(reply.status)).append(" ").append(reason).append("\r\n");
  head.append(kContentPolicy).append(reply.framers).append("\r\nCross-Origin-Resource-Policy: ");
  head.append(reply.is_for_other_sites ? "cross-origin" : "same-origin").append("\r\n");
  head.append(DateHeader()).append(kPolicyHeaders);
  if (reply.status != 304 && reply.status != 204) {
    head.append("Content-Type: ").append(reply.content_type).append("\r\n");
    head.append("Content-Length: ").append(std::to_string(reply.body.size())).append("\r\n");
  }
  head.append(reply.headers).append(keep_alive ? "\r\n" : "Connection: close\r\n\r\n");
  return head;
}

}  // namespace docent
