// docent serve: the page, the API and the WebSocket on one port.

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <CLI/App.hpp>
#include <CLI/Validators.hpp>
#include <csignal>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "bot/commands/brain_loader.h"
#include "bot/commands/command.h"
#include "bot/commands/commands.h"
#include "bot/commands/limit_options.h"
#include "bot/commands/secret.h"
#include "bot/server/server.h"

namespace docent {
namespace {

struct ServeOptions {
  ServerOptions server;
  std::filesystem::path web;        // empty: web/ beside the default knowledge/ and rules/
  std::filesystem::path documents;  // empty: documents/ beside the program, or where it is installed
  std::filesystem::path api_token_file;
  std::filesystem::path admin_token_file;
  std::vector<std::string> trusted_proxies;
  bool watch = false;
};

PageFiles LoadPage(const ServeOptions& options) {
  if (!options.web.empty()) return PageFiles::Load(options.web);
  const std::optional<std::filesystem::path> home = FindHome();
  if (home && std::filesystem::is_directory(*home / "web")) return PageFiles::Load(*home / "web");
  spdlog::warn("found no web/ beside knowledge/ and rules/: the page is not served; name its folder with --web");
  return {};
}

PageFiles LoadPageAndDocuments(const ServeOptions& options) {
  PageFiles files = LoadPage(options);
  const std::filesystem::path documents = options.documents.empty() ? FindDocuments() : options.documents;
  if (!documents.empty()) files.AddDocuments(documents);
  return files;
}

// What the command line says, with secrets and addresses read; and what the folders hold that are watched, before the
// files in them are read.
ServerOptions Resolved(const ServeOptions& options, const FileOptions& files) {
  ServerOptions server = options.server;
  server.policy.tokens.api = ReadSecret(options.api_token_file, "DOCENT_API_TOKEN");
  server.policy.tokens.admin = ReadSecret(options.admin_token_file, "DOCENT_ADMIN_TOKEN");
  for (const std::string& proxy : options.trusted_proxies) {
    server.policy.trusted_proxies.push_back(boost::asio::ip::make_address(proxy));
  }
  if (options.watch) {
    server.watched = FoldersOf(ResolvePaths(files));
    server.read = StateOf(server.watched);
  }
  return server;
}

void RunServe(const ServeOptions& options, const FileOptions& files) {
  std::signal(SIGXFSZ, SIG_IGN);  // a file at its limit is an error like a full disk, not the end
  spdlog::set_default_logger(spdlog::stderr_color_mt("docent"));
  const ServerOptions resolved = Resolved(options, files);
  const std::shared_ptr<const Brain> brain = LoadBrain(files);
  Server server(resolved, Serve(brain), LoadPageAndDocuments(options), LoaderOf(files));
  std::cout << "docent serves " << brain->fact_count() << " facts at " << server.url() << std::endl;
  server.Run();
}

std::string AddressFault(const std::string& text) {
  boost::system::error_code error;
  boost::asio::ip::make_address(text, error);
  return error ? "\"" + text + "\" is no IP address" : "";
}

void AddAccessOptions(CLI::App& command, ServeOptions& options) {
  constexpr char kGroup[] = "Who may do what";
  command
      .add_option("--allow-origin", options.server.policy.allowed_origins,
                  "Origin whose pages may ask, as in https://example.org; can be repeated")
      ->type_name("ORIGIN")
      ->group(kGroup);
  command
      .add_option("--trusted-proxy", options.trusted_proxies,
                  "Address of a proxy whose X-Forwarded-For is believed; can be repeated")
      ->type_name("ADDRESS")
      ->check(AddressFault)
      ->group(kGroup);
  command
      .add_option("--api-token-file", options.api_token_file,
                  "File with the token that askers must bring (or DOCENT_API_TOKEN in the environment)")
      ->type_name("FILE")
      ->group(kGroup);
  command
      .add_option("--admin-token-file", options.admin_token_file,
                  "File with the token for /metrics and reloads (or DOCENT_ADMIN_TOKEN)")
      ->type_name("FILE")
      ->group(kGroup);
}

void AddTlsOptions(CLI::App& command, TlsFiles& files) {
  constexpr char kGroup[] = "Who may do what";
  CLI::Option* certificate =
      command.add_option("--tls-cert", files.certificate, "Speak TLS only, with this certificate chain (PEM)")
          ->type_name("FILE")
          ->group(kGroup);
  CLI::Option* key = command.add_option("--tls-key", files.key, "Its key (PEM)")->type_name("FILE")->group(kGroup);
  certificate->needs(key);
  key->needs(certificate);
}

void AddRecordOptions(CLI::App& command, ServeOptions& options) {
  constexpr char kGroup[] = "What is written down";
  QuestionLogBounds& bounds = options.server.question_log_bounds;
  command
      .add_flag("--log-each", options.server.observer.log_each, "Log each question as a line of JSON, without its text")
      ->group(kGroup);
  command.add_flag("--log-questions", options.server.observer.log_questions, "The same with its text")->group(kGroup);
  command
      .add_option("--question-log", options.server.question_log,
                  "SQLite file that keeps declined questions and answers that did not help; see `docent questions`")
      ->type_name("FILE")
      ->group(kGroup);
  command.add_option("--question-log-bytes", bounds.bytes, "Size of that file; beyond it the oldest rows go")
      ->capture_default_str()
      ->check(CLI::PositiveNumber)
      ->group(kGroup);
  command.add_option("--question-log-days", bounds.days, "Age of its rows; older ones go")
      ->capture_default_str()
      ->check(CLI::PositiveNumber)
      ->group(kGroup);
}

}  // namespace

void AddServeCommand(CLI::App& app, const FileOptions& files, int& status) {
  CLI::App* command = app.add_subcommand("serve", "Serve the page, the HTTP API and WebSockets");
  const auto options = std::make_shared<ServeOptions>();
  command->add_option("--host", options->server.host, "Address to listen on")->capture_default_str();
  command->add_option("--port", options->server.port, "Port, at most 65535; 0: the system chooses one")
      ->capture_default_str()
      ->check(CLI::Range(0, 65535));
  command->add_option("--threads", options->server.threads, "Serving threads; 0: one for each core")
      ->capture_default_str();
  command->add_option("--web", options->web, "Folder of the page's files")->type_name("DIR");
  command
      ->add_option("--documents", options->documents,
                   "Folder of the documents' pages, instead of those that were built")
      ->type_name("DIR");
  command->add_flag("--watch", options->watch, "Reload when a text file changes");
  AddAccessOptions(*command, *options);
  AddTlsOptions(*command, options->server.tls);
  AddRecordOptions(*command, *options);
  AddLimitOptions(*command, options->server.limits);
  ShowCommonOptions(*command, {"--knowledge", "--rules", "--cache"});
  command->callback([options, &files, &status] {
    RunServe(*options, files);
    status = kExitOk;
  });
}

}  // namespace docent
