// bot/server/stream.h
// A connection's bytes, in the clear or through TLS; to Beast and Asio it is one stream like any other. Which of the
// two is decided when it is made, so that a plain connection pays nothing for the other.

#pragma once

#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <boost/beast/websocket/teardown.hpp>
#include <memory>
#include <utility>

#include "bot/server/asio_types.h"

namespace docent {

class Stream {
 public:
  using Secure = asio::ssl::stream<Socket>;
  using executor_type = Executor;
  using lowest_layer_type = Socket;

  explicit Stream(Socket socket) : plain_(std::move(socket)) {}
  // The context may go once the stream is made.
  Stream(Socket socket, asio::ssl::context& context)
      : plain_(socket.get_executor()), secure_(std::make_unique<Secure>(std::move(socket), context)) {}

  // nullptr if in the clear.
  Secure* secure() { return secure_.get(); }
  Socket& socket() { return secure_ ? secure_->next_layer() : plain_; }
  Socket& lowest_layer() { return socket(); }
  executor_type get_executor() { return plain_.get_executor(); }

  template <class Buffers, class Token>
  auto async_read_some(const Buffers& buffers, Token&& token) {
    return secure_ ? secure_->async_read_some(buffers, std::forward<Token>(token))
                   : plain_.async_read_some(buffers, std::forward<Token>(token));
  }

  template <class Buffers, class Token>
  auto async_write_some(const Buffers& buffers, Token&& token) {
    return secure_ ? secure_->async_write_some(buffers, std::forward<Token>(token))
                   : plain_.async_write_some(buffers, std::forward<Token>(token));
  }

 private:
  Socket plain_;
  std::unique_ptr<Secure> secure_;
};

// How Beast ends a WebSocket's connection, and cuts one off; found by name.
template <class Handler>
void async_teardown(beast::role_type role, Stream& stream, Handler&& handler) {
  using beast::websocket::async_teardown;  // that of ssl::stream stands beside it
  if (stream.secure() != nullptr) {
    async_teardown(role, *stream.secure(), std::forward<Handler>(handler));
  } else {
    async_teardown(role, stream.socket(), std::forward<Handler>(handler));
  }
}

inline void beast_close_socket(Stream& stream) {
  SystemError ignored;
  stream.socket().close(ignored);
}

}  // namespace docent
