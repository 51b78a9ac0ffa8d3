#include "bot/server/websocket_session.h"

#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <utility>

namespace docent {
namespace {

namespace websocket = beast::websocket;

constexpr size_t kKeptBuffer = 4096;  // a buffer grown beyond this by one message is given back
constexpr std::chrono::milliseconds kQuiet(50);
constexpr Limits::Seconds kClosingTime(2);

void SetUp(websocket::stream<Stream>& stream, const Limits& limits) {
  stream.set_option(websocket::stream_base::timeout{.handshake_timeout = websocket::stream_base::none(),
                                                    .idle_timeout = websocket::stream_base::none(),
                                                    .keep_alive_pings = false});
  stream.set_option(websocket::stream_base::decorator(
      [](websocket::response_type& response) { response.set(http::field::server, "docent"); }));
  stream.read_message_max(limits.message_bytes);
  stream.auto_fragment(false);
  stream.text(true);
}

}  // namespace

WebSocketSession::WebSocketSession(Stream stream, Worker& worker, Allowance& allowance)
    : stream_(std::move(stream)), worker_(worker), allowance_(allowance), heard_(Clock::now()) {
  SetUp(stream_, limits());
  stream_.control_callback([this](websocket::frame_type, beast::string_view) {
    heard_ = Clock::now();
    pinged_ = false;
  });
  worker_.Register(*this);
}

Task<> WebSocketSession::Run(HttpRequest handshake) {
  SetDeadline(limits().body_time, Limit::kBodyTime);
  const auto [error] = co_await stream_.async_accept(handshake, kAsTuple);
  if (error) co_return;
  handshake = {};
  accepted_ = true;
  ClearDeadline();
  co_await ServeMessages();
}

Task<> WebSocketSession::ServeMessages() {
  beast::flat_buffer message;
  for (;;) {
    const auto [read_error, read_size] = co_await stream_.async_read(message, kAsTuple);
    if (read_error == websocket::error::message_too_big) OnLimit(Limit::kMessage);
    if (read_error) co_return;
    heard_ = Clock::now();
    pinged_ = false;
    writing_ = true;
    const Reply reply = co_await ReplyTo(message);
    message.clear();
    if (message.capacity() > kKeptBuffer) message.shrink_to_fit();
    SetDeadline(limits().write_time, Limit::kWriteTime);
    const auto [write_error, written] = co_await stream_.async_write(asio::buffer(reply.json), kAsTuple);
    writing_ = false;
    heard_ = Clock::now();
    if (write_error) co_return;
    ClearDeadline();
  }
}

Task<Reply> WebSocketSession::ReplyTo(const beast::flat_buffer& message) {
  co_await worker_.turns().Take(allowance_.key());
  if (!stream_.got_text()) {
    co_return ErrorReply({"", ErrorCode::kBadRequest, "send text messages, not binary ones", {}});
  }
  // Taken out of the memory meanwhile: this thread may forget what is in there.
  Conversation conversation = std::exchange(memory_.conversation, {});
  const asio::const_buffer bytes = message.data();
  const auto handle = [&](Desk& desk) {
    return desk.Handle({static_cast<const char*>(bytes.data()), bytes.size()}, conversation, &allowance_);
  };
  Reply reply;
  if (allowance_.AsksForMuch(Clock::now())) {
    reply = co_await worker_.background().Do(allowance_.key(), handle);
  } else {
    reply = handle(worker_.desk());
  }
  memory_.conversation = std::move(conversation);
  for (size_t left = worker_.memories().Spoke(memory_); left > 0; --left) OnLimit(Limit::kConversations);
  co_return reply;
}

void WebSocketSession::OnTick(Clock::time_point now) {
  if (accepted_ && !closing_) {
    KeepAlive(now);
    if (draining_since_) CloseWhenQuiet(now);
    // Beast has failed the connection and waits for the other side to hang up: not for long.
    if (!stream_.is_open() && !HasDeadline()) SetDeadline(kClosingTime);
  }
  Session::OnTick(now);
}

void WebSocketSession::KeepAlive(Clock::time_point now) {
  if (writing_) return;  // the other side waits for us, and nothing of it is read meanwhile
  const Limits::Seconds silent = now - heard_;
  if (silent >= limits().websocket_idle) {
    OnLimit(Limit::kWebSocketIdle);
    CloseNow();
  } else if (silent >= limits().websocket_idle / 2 && !pinged_ && stream_.is_open()) {
    pinged_ = true;
    stream_.async_ping({}, [self = shared_from_this()](SystemError) {});
  }
}

void WebSocketSession::OnDrain() { draining_since_ = Clock::now(); }

// Questions that were already on their way when the server began to end are answered; then the close says why.
void WebSocketSession::CloseWhenQuiet(Clock::time_point now) {
  const bool quiet = !writing_ && now - std::max(heard_, *draining_since_) >= kQuiet;
  if (!quiet && now - *draining_since_ < limits().drain_time / 2) return;
  closing_ = true;
  SetDeadline(kClosingTime);
  stream_.async_close({websocket::close_code::going_away, "the server is shutting down"},
                      [self = shared_from_this()](SystemError) {});
}

void WebSocketSession::CloseNow() {
  SystemError ignored;
  stream_.next_layer().socket().close(ignored);
}

}  // namespace docent
