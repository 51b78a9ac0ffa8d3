// A WebSocket server that sends back what it gets, and nothing else: what Beast can do on this machine with one thread,
// set up as docent sets it up. It prints its port, and serves until it is killed.

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <iostream>

#include "bot/server/asio_types.h"

namespace docent {
namespace {

namespace websocket = beast::websocket;

Task<> Echo(Socket socket) {
  socket.set_option(asio::ip::tcp::no_delay(true));
  websocket::stream<Socket> stream(std::move(socket));
  stream.set_option(websocket::stream_base::timeout{.handshake_timeout = websocket::stream_base::none(),
                                                    .idle_timeout = websocket::stream_base::none(),
                                                    .keep_alive_pings = false});
  stream.auto_fragment(false);
  stream.text(true);
  const auto [refused] = co_await stream.async_accept(kAsTuple);
  if (refused) co_return;
  beast::flat_buffer message;
  for (;;) {
    const auto [read_error, read] = co_await stream.async_read(message, kAsTuple);
    if (read_error) co_return;
    const auto [write_error, written] = co_await stream.async_write(message.data(), kAsTuple);
    if (write_error) co_return;
    message.clear();
  }
}

Task<> AcceptForever(asio::io_context& context, asio::ip::tcp::acceptor& acceptor) {
  for (;;) {
    auto [error, socket] = co_await acceptor.async_accept(context, kAsTuple);
    if (!error) asio::co_spawn(context, Echo(std::move(socket)), asio::detached);
  }
}

}  // namespace
}  // namespace docent

int main() {
  using namespace docent;
  asio::io_context context(1);
  asio::ip::tcp::acceptor acceptor(context, {asio::ip::make_address("127.0.0.1"), 0});
  acceptor.listen(4096);
  std::cout << acceptor.local_endpoint().port() << std::endl;
  asio::co_spawn(context, AcceptForever(context, acceptor), asio::detached);
  context.run();
}
