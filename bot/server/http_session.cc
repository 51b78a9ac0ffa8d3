#include "bot/server/http_session.h"

#include <array>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <utility>

#include "bot/server/request_checks.h"
#include "bot/server/router.h"

namespace docent {
namespace {

constexpr size_t kLingerBytes = size_t{1024} * 1024;

size_t BufferLimit(const Limits& limits) { return limits.header_bytes + limits.message_bytes; }

HttpReply ShuttingDown() {
  HttpReply reply = ErrorPage({"", ErrorCode::kShuttingDown, "the server is shutting down", {}});
  reply.close = true;
  return reply;
}

}  // namespace

HttpSession::HttpSession(Socket socket, Worker& worker, Allowance& allowance)
    : socket_(std::move(socket)), worker_(worker), allowance_(&allowance), buffer_(BufferLimit(worker.site().limits)) {
  worker_.Register(*this);
}

HttpSession::HttpSession(Socket socket, Worker& worker)
    : socket_(std::move(socket)), worker_(worker), allowance_(nullptr) {
  worker_.Register(*this);
}

Task<std::optional<HttpRequest>> HttpSession::Run() {
  SetDeadline(limits().header_time);
  while (co_await WaitForRequest()) {
    Outcome outcome = co_await ServeRequest();
    if (outcome.handshake) co_return std::move(outcome.handshake);
    if (!outcome.keep) break;
    SetDeadline(limits().idle_time);
  }
  co_return std::nullopt;
}

// Waits for the first byte without holding any buffer for it.
Task<bool> HttpSession::WaitForRequest() {
  if (buffer_.size() > 0) co_return true;
  if (worker_.site().draining) co_return false;
  idle_ = true;
  const auto [error] = co_await socket_.async_wait(Socket::wait_read, kAsTuple);
  idle_ = false;
  co_return !error;
}

Task<HttpSession::Outcome> HttpSession::ServeRequest() {
  SetDeadline(limits().header_time);
  Parser parser;
  parser.header_limit(static_cast<std::uint32_t>(limits().header_bytes));
  parser.body_limit(limits().message_bytes);
  const auto [error, size] = co_await http::async_read_header(socket_, buffer_, parser, kAsTuple);
  std::optional<HttpReply> refusal = error ? ReadFailure(error) : CheckHead(parser.get(), limits());
  if (error && !refusal) co_return Outcome{};
  if (!refusal && PathOf(parser.get()) == kWebSocketPath && WantsWebSocket(parser.get())) {
    refusal = CheckHandshake(parser.get(), worker_.site().allowed_origins);
    if (!refusal && buffer_.size() > 0) {
      refusal = ErrorPage(400, ErrorCode::kBadRequest, "wait for the handshake's reply before sending frames");
    }
    if (!refusal && worker_.site().draining) refusal = ShuttingDown();
    if (!refusal) co_return Outcome{false, parser.release()};
  }
  if (refusal) {
    co_await WriteLast(std::move(*refusal));
    co_return Outcome{};
  }
  if (!co_await ReadBody(parser)) co_return Outcome{};
  const HttpRequest request = parser.release();
  HttpReply reply = Route(request, worker_.site(), worker_.desk(), *allowance_);
  if (reply.close || !request.keep_alive() || worker_.site().draining) {
    if (request.method() == http::verb::head) reply.body.clear();
    co_await WriteLast(std::move(reply));
    co_return Outcome{};
  }
  co_return Outcome{co_await Write(reply, true, request.method() != http::verb::head), std::nullopt};
}

Task<bool> HttpSession::ReadBody(Parser& parser) {
  if (parser.is_done()) co_return true;
  SetDeadline(limits().body_time);
  if (beast::iequals(parser.get()[http::field::expect], "100-continue")) {
    constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    const auto [error, size] = co_await asio::async_write(socket_, asio::buffer(kContinue), kAsTuple);
    if (error) co_return false;
  }
  const auto [error, size] = co_await http::async_read(socket_, buffer_, parser, kAsTuple);
  if (!error) co_return true;
  if (std::optional<HttpReply> refusal = ReadFailure(error)) co_await WriteLast(std::move(*refusal));
  co_return false;
}

Task<bool> HttpSession::Write(const HttpReply& reply, bool keep_alive, bool with_body) {
  SetDeadline(limits().write_time);
  const std::string head = HeadOf(reply, keep_alive);
  const std::array<asio::const_buffer, 2> buffers = {asio::buffer(head),
                                                     with_body ? asio::buffer(reply.body) : asio::const_buffer()};
  const auto [error, size] = co_await asio::async_write(socket_, buffers, kAsTuple);
  co_return !error;
}

// A reply after which the connection closes. Closing a socket that holds unread bytes resets it, and a reset can
// overtake the reply: so read on for a moment (RFC 9112, 9.6).
Task<> HttpSession::WriteLast(HttpReply reply) {
  if (!co_await Write(reply, false, true)) co_return;
  SystemError ignored;
  socket_.shutdown(Socket::shutdown_send, ignored);
  SetDeadline(limits().linger_time);
  std::array<char, 4096> rest{};
  for (size_t total = 0; total < kLingerBytes;) {
    const auto [error, size] = co_await socket_.async_read_some(asio::buffer(rest), kAsTuple);
    if (error) break;
    total += size;
  }
}

Task<> HttpSession::Refuse(HttpReply reply) { co_await WriteLast(std::move(reply)); }

void HttpSession::OnDrain() {
  if (idle_) CloseNow();
}

void HttpSession::CloseNow() {
  SystemError ignored;
  socket_.close(ignored);
}

}  // namespace docent
