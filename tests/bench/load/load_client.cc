// A closed loop of WebSocket askers on one thread: each sends a message, waits for the reply, and sends the next.
//
//   docent_load_client PORT CONNECTIONS SECONDS ADDRESS [PAUSE] < MESSAGES
//
// MESSAGES: one a line; the connections begin as far from each other as they can and go round. ADDRESS: where they come
// from. PAUSE: milliseconds between a reply and the next message, none if left out.
// Prints one line of JSON: replies, errors (replies of type "error"), lost (asked and never answered), per_second, and
// p50_ms, p99_ms, max_ms of the time from question to reply. At the end it waits for what is under way.

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "bot/server/asio_types.h"

namespace docent {
namespace {

namespace websocket = beast::websocket;
using Clock = std::chrono::steady_clock;

struct Load {
  std::vector<std::string> messages;
  asio::ip::tcp::endpoint server;
  asio::ip::address from;
  Clock::time_point end;
  std::chrono::milliseconds pause{0};
  std::vector<double> milliseconds;
  size_t errors = 0;
  size_t lost = 0;
};

Task<> AskOn(asio::io_context& context, Load& load, size_t at) {
  Socket socket(context.get_executor());
  socket.open(asio::ip::tcp::v4());
  socket.bind({load.from, 0});
  const auto [unreachable] = co_await socket.async_connect(load.server, kAsTuple);
  if (unreachable) {
    ++load.lost;
    co_return;
  }
  socket.set_option(asio::ip::tcp::no_delay(true));
  websocket::stream<Socket> stream(std::move(socket));
  stream.text(true);
  const auto [refused] = co_await stream.async_handshake("127.0.0.1", "/ws", kAsTuple);
  if (refused) {
    ++load.lost;
    co_return;
  }
  beast::flat_buffer reply;
  asio::steady_timer pause(context);
  for (; Clock::now() < load.end; ++at) {
    const Clock::time_point asked = Clock::now();
    const std::string& message = load.messages[at % load.messages.size()];
    const auto [write_error, written] = co_await stream.async_write(asio::buffer(message), kAsTuple);
    const auto [read_error, read] = co_await stream.async_read(reply, kAsTuple);
    if (write_error || read_error) {
      ++load.lost;
      co_return;
    }
    load.milliseconds.push_back(std::chrono::duration<double, std::milli>(Clock::now() - asked).count());
    const std::string_view text(static_cast<const char*>(reply.data().data()), reply.size());
    if (text.starts_with(R"({"type":"error")")) ++load.errors;
    reply.clear();
    if (load.pause.count() == 0) continue;
    pause.expires_after(load.pause);
    co_await pause.async_wait(kAsTuple);
  }
  co_await stream.async_close(websocket::close_code::normal, kAsTuple);
}

double At(const std::vector<double>& sorted, double share) {
  return sorted.empty() ? 0 : sorted[static_cast<size_t>(share * static_cast<double>(sorted.size() - 1))];
}

int Main(int argc, char** argv) {
  if (argc < 5 || argc > 6) {
    std::cerr << "usage: " << argv[0] << " PORT CONNECTIONS SECONDS ADDRESS [PAUSE] < MESSAGES\n";
    return 2;
  }
  const double seconds = std::atof(argv[3]);
  Load load;
  for (std::string line; std::getline(std::cin, line);) load.messages.push_back(line);
  load.server = {asio::ip::make_address("127.0.0.1"), static_cast<unsigned short>(std::atoi(argv[1]))};
  load.from = asio::ip::make_address(argv[4]);
  load.end = Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
  if (argc == 6) load.pause = std::chrono::milliseconds(std::atoi(argv[5]));
  asio::io_context context(1);
  const auto connections = static_cast<size_t>(std::atoi(argv[2]));
  for (size_t i = 0; i < connections; ++i) {
    const size_t begin = std::max(i, i * load.messages.size() / connections);
    asio::co_spawn(context, AskOn(context, load, begin), asio::detached);
  }
  context.run();
  std::sort(load.milliseconds.begin(), load.milliseconds.end());
  std::cout << R"({"replies":)" << load.milliseconds.size() << R"(,"errors":)" << load.errors << R"(,"lost":)"
            << load.lost << R"(,"per_second":)" << static_cast<double>(load.milliseconds.size()) / seconds
            << R"(,"p50_ms":)" << At(load.milliseconds, 0.5) << R"(,"p99_ms":)" << At(load.milliseconds, 0.99)
            << R"(,"max_ms":)" << At(load.milliseconds, 1) << "}" << std::endl;
  return 0;
}

}  // namespace
}  // namespace docent

int main(int argc, char** argv) { return docent::Main(argc, argv); }
