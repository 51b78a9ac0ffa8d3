// bot/server/websocket_session.h
// One WebSocket: a conversation. The next message is read only when the reply to the last one was taken, so a reader
// who does not read costs one message and one reply, and is closed after Limits::write_time.

#pragma once

#include <boost/beast/websocket/stream.hpp>
#include <memory>

#include "bot/dialogue/conversation.h"
#include "bot/server/asio_types.h"
#include "bot/server/session.h"
#include "bot/server/stream.h"
#include "bot/server/worker.h"

namespace docent {

class WebSocketSession : public Session, public std::enable_shared_from_this<WebSocketSession> {
 public:
  WebSocketSession(Stream stream, Worker& worker, Allowance& allowance);

  // Accepts the handshake and serves until the connection ends.
  Task<> Run(HttpRequest handshake);

  void OnTick(Clock::time_point now) override;
  void OnDrain() override;

 private:
  Task<> ServeMessages();
  Task<Reply> ReplyTo(const beast::flat_buffer& message);
  void OnLimit(Limit limit) override { worker_.site().observer->metrics().CountLimit(limit); }
  void KeepAlive(Clock::time_point now);
  void CloseWhenQuiet(Clock::time_point now);
  void CloseNow() override;

  const Limits& limits() const { return worker_.site().limits; }

  beast::websocket::stream<Stream> stream_;
  Worker& worker_;
  Allowance& allowance_;
  Memories::Memory memory_;
  Clock::time_point heard_;  // when the other side last sent a whole message, a ping or a pong, or took a reply
  bool accepted_ = false;
  bool pinged_ = false;   // since then
  bool writing_ = false;  // a message is worked on, or its reply under way
  bool closing_ = false;
  std::optional<Clock::time_point> draining_since_;
};

}  // namespace docent
