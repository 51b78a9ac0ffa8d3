// bot/server/http_session.h
// One connection as long as it speaks HTTP/1.1: requests are read, answered and written one after the other, in the
// order they came, however many the other side sends ahead.

#pragma once

#include <boost/beast/http/parser.hpp>
#include <optional>

#include "bot/server/asio_types.h"
#include "bot/server/http_reply.h"
#include "bot/server/session.h"
#include "bot/server/worker.h"

namespace docent {

class HttpSession : public Session {
 public:
  HttpSession(Socket socket, Worker& worker, Allowance& allowance);
  HttpSession(Socket socket, Worker& worker);  // only to Refuse()

  // Serves until the connection ends, or until it asks to become a WebSocket and may: then that request is returned.
  Task<std::optional<HttpRequest>> Run();

  // Answers whatever is asked with this reply, and closes.
  Task<> Refuse(HttpReply reply);

  Socket TakeSocket() { return std::move(socket_); }

  void OnDrain() override;

 private:
  using Parser = http::request_parser<http::string_body>;

  struct Outcome {
    bool keep = false;                     // whether another request may follow
    std::optional<HttpRequest> handshake;  // set if the connection is to become a WebSocket
  };

  Task<bool> WaitForRequest();
  Task<Outcome> ServeRequest();
  Task<bool> ReadBody(Parser& parser);
  Task<bool> Write(const HttpReply& reply, bool keep_alive, bool with_body);
  Task<> WriteLast(HttpReply reply);
  void CloseNow() override;

  const Limits& limits() const { return worker_.site().limits; }

  Socket socket_;
  Worker& worker_;
  Allowance* allowance_;
  beast::flat_buffer buffer_;  // what was read ahead
  bool idle_ = false;          // nothing of a request has come yet
};

}  // namespace docent
