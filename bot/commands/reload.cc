// docent reload: tells a running server to read its text files anew, and says what came of it.

#include <CLI/App.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

#include "bot/commands/command.h"
#include "bot/commands/commands.h"
#include "bot/commands/secret.h"

namespace docent {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;

struct ReloadOptions {
  std::string host = "127.0.0.1";
  unsigned short port = 8080;
  std::filesystem::path token_file;
  std::filesystem::path authority;  // PEM; empty: in the clear
};

using Request = http::request<http::empty_body>;
using Response = http::response<http::string_body>;

template <class Stream>
Response Exchange(Stream& stream, const Request& request) {
  http::write(stream, request);
  boost::beast::flat_buffer buffer;
  Response response;
  http::read(stream, buffer, response);
  return response;
}

Response Post(const ReloadOptions& options, const std::string& token) {
  asio::io_context context;
  const std::string port = std::to_string(options.port);
  Request request(http::verb::post, "/admin/reload", 11);
  request.set(http::field::host, options.host + ":" + port);
  request.set(http::field::connection, "close");
  request.prepare_payload();
  if (!token.empty()) request.set(http::field::authorization, "Bearer " + token);
  try {
    asio::ip::tcp::socket socket(context);
    asio::connect(socket, asio::ip::tcp::resolver(context).resolve(options.host, port));
    if (options.authority.empty()) return Exchange(socket, request);
    asio::ssl::context trust(asio::ssl::context::tls_client);
    trust.load_verify_file(options.authority.string());
    asio::ssl::stream<asio::ip::tcp::socket&> secure(socket, trust);
    secure.set_verify_mode(asio::ssl::verify_peer);
    secure.set_verify_callback(asio::ssl::host_name_verification(options.host));
    secure.handshake(asio::ssl::stream_base::client);
    return Exchange(secure, request);
  } catch (const boost::system::system_error& error) {
    throw std::runtime_error("cannot ask the server at " + options.host + ":" + port + ": " + error.code().message() +
                             " (is it running? name it with --host and --port, and with --tls-ca if it speaks TLS)");
  }
}

int StatusOfRefusal(const std::string& reason) {
  if (reason == "files") return kExitBadFiles;
  return reason == "tests" ? kExitTestFailed : kExitMachine;
}

int RunReload(const ReloadOptions& options) {
  const auto response = Post(options, ReadSecret(options.token_file, "DOCENT_ADMIN_TOKEN"));
  const nlohmann::json reply = nlohmann::json::parse(response.body(), nullptr, false);
  if (!reply.is_object()) throw std::runtime_error("whatever answers there is no docent");
  std::string message = reply.value("message", "");
  if (reply.value("type", "") != "reload") throw std::runtime_error("the server refuses: " + message);
  const std::string status = reply.value("status", "");
  if (status == "refused") {
    if (!message.ends_with('\n')) message += '\n';
    std::cerr << message << "docent: the reload is refused; " << reply.value("brain", "") << " is served on\n";
    return StatusOfRefusal(reply.value("reason", ""));
  }
  std::cout << status << ": " << reply.value("brain", "") << " is served" << std::endl;
  return kExitOk;
}

}  // namespace

void AddReloadCommand(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("reload", "Tell a running server to read its text files anew");
  const auto options = std::make_shared<ReloadOptions>();
  command->add_option("--host", options->host, "Where the server listens")->capture_default_str();
  command->add_option("--port", options->port, "Its port")->capture_default_str();
  command
      ->add_option("--admin-token-file", options->token_file,
                   "File with the server's admin token (or DOCENT_ADMIN_TOKEN in the environment)")
      ->type_name("FILE");
  command->add_option("--tls-ca", options->authority, "Speak TLS, and trust this certificate (PEM)")->type_name("FILE");
  command->callback([options, &status] { status = RunReload(*options); });
}

}  // namespace docent
