// bot/server/http_session.h
// One connection as long as it speaks HTTP/1.1: requests are read, answered and written one after the other, in the
// order they came, however many the other side sends ahead.

#pragma once

#include <boost/beast/http/parser.hpp>
#include <optional>

#include "bot/server/access.h"
#include "bot/server/asio_types.h"
#include "bot/server/http_reply.h"
#include "bot/server/session.h"
#include "bot/server/stream.h"
#include "bot/server/worker.h"

namespace docent {

// A request to go over to WebSocket that was found good.
struct Handshake {
  HttpRequest request;
  std::optional<Admission::Ticket> ticket;  // of the address that a trusted proxy speaks for
};

// What is said to whoever may not connect.
HttpReply RefusalPage(Admission::Refusal refusal);

class HttpSession : public Session {
 public:
  HttpSession(Stream stream, Worker& worker, Allowance& allowance);
  HttpSession(Stream stream, Worker& worker);  // only to Refuse()

  // Serves until the connection ends, or until it asks to become a WebSocket and may: then that request is returned.
  Task<std::optional<Handshake>> Run();

  // Answers whatever is asked with this reply, and closes.
  Task<> Refuse(HttpReply reply);

  Stream TakeStream() { return std::move(stream_); }

  void OnDrain() override;

 private:
  using Parser = http::request_parser<http::string_body>;

  struct Outcome {
    bool keep = false;                        // whether another request may follow
    std::optional<Handshake> handshake = {};  // set if the connection is to become a WebSocket
  };

  Task<bool> Secure();
  Task<bool> WaitForRequest();
  Task<Outcome> ServeRequest();
  Task<Outcome> ServeWhole(HttpRequest request);
  Task<HttpReply> Answer(const HttpRequest& request, const Client& client, Allowance& allowance);
  Task<HttpReply> Reload(const HttpRequest& request, const Client& client);
  std::optional<HttpReply> RefuseHandshake(const HttpRequest& head, std::optional<Admission::Ticket>& ticket) const;
  Task<Outcome> EndWith(HttpReply refusal);
  Task<bool> ReadBody(Parser& parser);
  Task<bool> Write(const HttpReply& reply, bool keep_alive, bool with_body);
  Task<> WriteLast(HttpReply reply);
  void CloseNow() override;
  void OnLimit(Limit limit) override { worker_.site().observer->metrics().CountLimit(limit); }

  const Limits& limits() const { return worker_.site().limits; }

  Stream stream_;
  Worker& worker_;
  Allowance* allowance_;
  boost::asio::ip::address peer_;
  beast::flat_buffer buffer_;  // what was read ahead
  bool idle_ = false;          // nothing of a request has come yet
};

}  // namespace docent
