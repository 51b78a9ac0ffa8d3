// Asks docent over a WebSocket (Debian: libboost-dev, nlohmann-json3-dev).
//
//     g++ -std=c++20 -O1 docs/clients/ask.cc -o ask
//     ./ask 127.0.0.1 8080 "who is Cheng Fang" "which company is that person president of"
//
// Questions given together are one conversation. Prints each answer; exits with 1 if one was not answered, with 2 if
// there was an error.

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>
#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>
#include <span>
#include <stdexcept>
#include <string>
#include <thread>

namespace {

using boost::asio::ip::tcp;
using nlohmann::json;

// One connection, which is one conversation.
class Docent {
 public:
  Docent(const std::string& host, const std::string& port) {
    tcp::resolver resolver(context_);
    boost::asio::connect(socket_.next_layer(), resolver.resolve(host, port));
    socket_.handshake(host + ":" + port, "/ws");
    if (const json hello = Exchange({{"type", "hello"}}); hello.at("protocol") != 1) {
      throw std::runtime_error("this server speaks protocol " + hello.at("protocol").dump() + ", not 1");
    }
  }

  // The reply to a question; one that came too soon is asked again when the server says so.
  json Ask(const std::string& question) {
    for (;;) {
      json reply = Exchange({{"type", "ask"}, {"text", question}});
      if (reply.at("type") != "error") return reply;
      if (reply.at("code") != "too_many") {
        throw std::runtime_error(reply.at("code").get<std::string>() + ": " + reply.at("message").get<std::string>());
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(reply.at("retry_after_ms").get<int>()));
    }
  }

 private:
  json Exchange(const json& message) {
    socket_.write(boost::asio::buffer(message.dump()));
    boost::beast::flat_buffer reply;
    socket_.read(reply);
    return json::parse(boost::beast::buffers_to_string(reply.data()));
  }

  boost::asio::io_context context_;
  boost::beast::websocket::stream<tcp::socket> socket_{context_};
};

int Converse(const std::string& host, const std::string& port, std::span<char*> questions) {
  Docent docent(host, port);
  bool answered = true;
  for (const char* question : questions) {
    const json reply = docent.Ask(question);
    std::cout << reply.at("text").get<std::string>() << "\n";
    answered = answered && reply.at("status") == "answered";
  }
  return answered ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: ask HOST PORT QUESTION...\n";
    return 2;
  }
  try {
    return Converse(argv[1], argv[2], std::span(argv, static_cast<size_t>(argc)).subspan(3));
  } catch (const std::exception& error) {
    std::cerr << "ask: " << error.what() << "\n";
    return 2;
  }
}
