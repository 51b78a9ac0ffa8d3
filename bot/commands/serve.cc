// docent serve: the page, the API and the WebSocket on one port.

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <CLI/App.hpp>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <string>

#include "bot/commands/command.h"
#include "bot/commands/commands.h"
#include "bot/commands/example_questions.h"
#include "bot/commands/limit_options.h"
#include "bot/server/server.h"

namespace docent {
namespace {

constexpr size_t kExamples = 5;

struct ServeOptions {
  ServerOptions server;
  std::filesystem::path web;  // empty: web/ beside the default knowledge/ and rules/
};

PageFiles LoadPage(const ServeOptions& options) {
  if (!options.web.empty()) return PageFiles::Load(options.web);
  const std::optional<std::filesystem::path> home = FindHome();
  if (home && std::filesystem::is_directory(*home / "web")) return PageFiles::Load(*home / "web");
  spdlog::warn("found no web/ beside knowledge/ and rules/: the page is not served; name its folder with --web");
  return {};
}

void RunServe(const ServeOptions& options, const FileOptions& files) {
  spdlog::set_default_logger(spdlog::stderr_color_mt("docent"));
  const std::shared_ptr<const Brain> brain = LoadBrain(files);
  Server server(options.server, MakeServedBrain(brain, ExampleQuestions(brain, kExamples)), LoadPage(options));
  std::cout << "docent serves " << brain->fact_count() << " facts at " << server.url() << std::endl;
  server.Run();
}

}  // namespace

void AddServeCommand(CLI::App& app, const FileOptions& files, int& status) {
  CLI::App* command = app.add_subcommand("serve", "Serve the page, the HTTP API and WebSockets");
  const auto options = std::make_shared<ServeOptions>();
  command->add_option("--host", options->server.host, "Address to listen on")->capture_default_str();
  command->add_option("--port", options->server.port, "Port; 0: the system chooses one")->capture_default_str();
  command->add_option("--threads", options->server.threads, "Serving threads; 0: one for each core")
      ->capture_default_str();
  command->add_option("--web", options->web, "Folder of the page's files")->type_name("DIR");
  command
      ->add_option("--allow-origin", options->server.allowed_origins,
                   "Origin whose pages may open a WebSocket, as in https://example.org; can be repeated")
      ->type_name("ORIGIN");
  AddLimitOptions(*command, options->server.limits);
  command->callback([options, &files, &status] {
    RunServe(*options, files);
    status = kExitOk;
  });
}

}  // namespace docent
