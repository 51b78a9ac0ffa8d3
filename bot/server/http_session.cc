#include "bot/server/http_session.h"

#include <array>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <memory>
#include <utility>

#include "bot/server/request_checks.h"
#include "bot/server/router.h"

namespace docent {
namespace {

constexpr size_t kFirstRead = 1024;
constexpr size_t kLingerBytes = size_t{1024} * 1024;

size_t BufferLimit(const Limits& limits) { return limits.header_bytes + limits.message_bytes; }

HttpReply ShuttingDown() {
  HttpReply reply = ErrorPage({"", ErrorCode::kShuttingDown, "the server is shutting down", {}});
  reply.close = true;
  return reply;
}

struct Waiting {
  explicit Waiting(const Executor& executor) : over(executor, asio::steady_timer::time_point::max()) {}
  asio::steady_timer over;
  ReloadOutcome outcome;
};

// Asks for a reload and waits for what comes of it, while the thread serves others.
Task<ReloadOutcome> Reloaded(Worker& worker) {
  const Executor executor = worker.context().get_executor();
  const auto waiting = std::make_shared<Waiting>(executor);
  worker.site().reload([executor, waiting](const ReloadOutcome& outcome) {
    asio::post(executor, [waiting, outcome] {
      waiting->outcome = outcome;
      waiting->over.cancel();
    });
  });
  co_await waiting->over.async_wait(kAsTuple);
  co_return waiting->outcome;
}

}  // namespace

HttpReply RefusalPage(Admission::Refusal refusal) {
  const bool full = refusal == Admission::Refusal::kTooManyInAll;
  return ErrorPage({"", full ? ErrorCode::kOverloaded : ErrorCode::kTooMany,
                    full ? "the server has as many connections as it may" : "too many connections from your address",
                    std::chrono::milliseconds(1000), full ? Limit::kConnections : Limit::kConnectionsPerAddress});
}

HttpSession::HttpSession(Stream stream, Worker& worker, Allowance& allowance)
    : stream_(std::move(stream)), worker_(worker), allowance_(&allowance), buffer_(BufferLimit(worker.site().limits)) {
  SystemError gone;
  peer_ = stream_.socket().remote_endpoint(gone).address();
  worker_.Register(*this);
}

HttpSession::HttpSession(Stream stream, Worker& worker)
    : stream_(std::move(stream)), worker_(worker), allowance_(nullptr) {
  worker_.Register(*this);
}

Task<std::optional<Handshake>> HttpSession::Run() {
  SetDeadline(limits().header_time, Limit::kHeaderTime);
  if (!co_await Secure()) co_return std::nullopt;
  while (co_await WaitForRequest()) {
    Outcome outcome = co_await ServeRequest();
    if (outcome.handshake) co_return std::move(outcome.handshake);
    if (!outcome.keep) break;
    SetDeadline(limits().idle_time, Limit::kIdleTime);
  }
  co_return std::nullopt;
}

// The TLS handshake, if there is to be one.
Task<bool> HttpSession::Secure() {
  if (stream_.secure() == nullptr) co_return true;
  const auto [error] = co_await stream_.secure()->async_handshake(asio::ssl::stream_base::server, kAsTuple);
  co_return !error;
}

// Waits for the first byte; in the clear without holding any buffer for it.
Task<bool> HttpSession::WaitForRequest() {
  if (buffer_.size() > 0) co_return true;
  if (worker_.site().draining) co_return false;
  idle_ = true;
  SystemError failed;
  if (stream_.secure() == nullptr) {
    const auto [error] = co_await stream_.socket().async_wait(Socket::wait_read, kAsTuple);
    failed = error;
  } else {
    const auto [error, size] = co_await stream_.async_read_some(buffer_.prepare(kFirstRead), kAsTuple);
    buffer_.commit(size);
    failed = error;
  }
  idle_ = false;
  co_return !failed;
}

Task<HttpSession::Outcome> HttpSession::ServeRequest() {
  SetDeadline(limits().header_time, Limit::kHeaderTime);
  Parser parser;
  parser.header_limit(static_cast<std::uint32_t>(limits().header_bytes));
  parser.body_limit(limits().message_bytes);
  const auto [error, size] = co_await http::async_read_header(stream_, buffer_, parser, kAsTuple);
  std::optional<HttpReply> refusal = error ? ReadFailure(error) : CheckHead(parser.get(), limits());
  if (error && !refusal) co_return Outcome{};
  if (!refusal && PathOf(parser.get()) == kWebSocketPath && WantsWebSocket(parser.get())) {
    std::optional<Admission::Ticket> ticket;
    refusal = RefuseHandshake(parser.get(), ticket);
    if (!refusal) co_return Outcome{false, Handshake{parser.release(), std::move(ticket)}};
  }
  if (refusal) co_return co_await EndWith(std::move(*refusal));
  if (!co_await ReadBody(parser)) co_return Outcome{};
  co_return co_await ServeWhole(parser.release());
}

std::optional<HttpReply> HttpSession::RefuseHandshake(const HttpRequest& head,
                                                      std::optional<Admission::Ticket>& ticket) const {
  const Policy& policy = worker_.site().policy;
  if (std::optional<HttpReply> refusal = CheckHandshake(head, policy.allowed_origins)) return refusal;
  if (std::optional<HttpReply> refusal = RefuseAsking(head, policy.tokens)) return refusal;
  if (buffer_.size() > 0) {
    return ErrorPage(400, ErrorCode::kBadRequest, "wait for the handshake's reply before sending frames");
  }
  if (worker_.site().draining) return ShuttingDown();
  const Client client = ClientOf(head, peer_, policy.trusted_proxies);
  if (client.address == peer_) return std::nullopt;
  Admission::Decision decision = worker_.site().admission.AdmitBehindProxy(client.address);
  if (!decision.ticket) return RefusalPage(*decision.refusal);
  ticket.emplace(std::move(*decision.ticket));
  return std::nullopt;
}

Task<HttpSession::Outcome> HttpSession::ServeWhole(HttpRequest request) {
  ClearDeadline();  // from here to the reply it is we who take the time
  Site& site = worker_.site();
  const Client client = ClientOf(request, peer_, site.policy.trusted_proxies);
  HttpReply reply;
  if (PathOf(request) == kReloadPath) {
    reply = co_await Reload(request, client);
  } else if (client.address == peer_) {
    reply = co_await Answer(request, client, *allowance_);
  } else {
    // Many share the proxy's connection: each has the bucket of their address, and none of the connection.
    Admission::Decision decision = site.admission.AdmitBehindProxy(client.address);
    if (decision.ticket) {
      Allowance allowance(Rate{}, *decision.ticket);
      reply = co_await Answer(request, client, allowance);
    } else {
      reply = RefusalPage(*decision.refusal);
    }
  }
  if (reply.close || !request.keep_alive() || site.draining) {
    if (request.method() == http::verb::head) reply.body.clear();
    co_return co_await EndWith(std::move(reply));
  }
  co_return Outcome{co_await Write(reply, true, request.method() != http::verb::head)};
}

Task<HttpReply> HttpSession::Answer(const HttpRequest& request, const Client& client, Allowance& allowance) {
  co_await worker_.turns().Take(allowance.key());
  const auto route = [&](Desk& desk) { return Route(request, client, worker_.site(), desk, allowance); };
  if (!allowance.AsksForMuch(Admission::Clock::now())) co_return route(worker_.desk());
  co_return co_await worker_.background().Do(allowance.key(), route);
}

Task<HttpReply> HttpSession::Reload(const HttpRequest& request, const Client& client) {
  if (std::optional<HttpReply> refusal = RefuseReload(request, client, worker_.site())) co_return std::move(*refusal);
  co_return ReloadReply(co_await Reloaded(worker_));
}

Task<HttpSession::Outcome> HttpSession::EndWith(HttpReply refusal) {
  co_await WriteLast(std::move(refusal));
  co_return Outcome{};
}

Task<bool> HttpSession::ReadBody(Parser& parser) {
  if (parser.is_done()) co_return true;
  SetDeadline(limits().body_time, Limit::kBodyTime);
  if (beast::iequals(parser.get()[http::field::expect], "100-continue")) {
    constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    const auto [error, size] = co_await asio::async_write(stream_, asio::buffer(kContinue), kAsTuple);
    if (error) co_return false;
  }
  const auto [error, size] = co_await http::async_read(stream_, buffer_, parser, kAsTuple);
  if (!error) co_return true;
  if (std::optional<HttpReply> refusal = ReadFailure(error)) co_await WriteLast(std::move(*refusal));
  co_return false;
}

Task<bool> HttpSession::Write(const HttpReply& reply, bool keep_alive, bool with_body) {
  if (reply.limit) OnLimit(*reply.limit);
  SetDeadline(limits().write_time, Limit::kWriteTime);
  const std::string head = HeadOf(reply, keep_alive);
  const std::array<asio::const_buffer, 2> buffers = {asio::buffer(head),
                                                     with_body ? asio::buffer(reply.body) : asio::const_buffer()};
  const auto [error, size] = co_await asio::async_write(stream_, buffers, kAsTuple);
  co_return !error;
}

// A reply after which the connection closes. Closing a socket that holds unread bytes resets it, and a reset can
// overtake the reply: so read on for a moment (RFC 9112, 9.6).
Task<> HttpSession::WriteLast(HttpReply reply) {
  if (!co_await Write(reply, false, true)) co_return;
  SystemError ignored;
  SetDeadline(limits().linger_time);
  if (stream_.secure() != nullptr) {
    co_await stream_.secure()->async_shutdown(kAsTuple);  // says that nothing follows, and waits for the same
    co_return;
  }
  stream_.socket().shutdown(Socket::shutdown_send, ignored);
  std::array<char, 4096> rest{};
  for (size_t total = 0; total < kLingerBytes;) {
    const auto [error, size] = co_await stream_.async_read_some(asio::buffer(rest), kAsTuple);
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
  stream_.socket().close(ignored);
}

}  // namespace docent
