// docent facts: what the files hold, all of it or about one thing, for people and programs.

#include <CLI/App.hpp>
#include <iostream>
#include <memory>
#include <string>

#include "bot/commands/command.h"
#include "bot/commands/commands.h"
#include "bot/commands/fact_list.h"

namespace docent {
namespace {

struct FactsOptions {
  std::string entity;
  bool json = false;
  bool csv = false;
  bool turtle = false;
};

int RunFacts(const FactsOptions& options, const FileOptions& files) {
  const std::shared_ptr<const Brain> brain = LoadBrain(files);
  const std::vector<FactId> facts = FactsAbout(brain->knowledge(), options.entity);
  if (facts.empty())
    std::cerr << "docent: no facts" << (options.entity.empty() ? "" : " about " + options.entity) << "\n";
  if (options.json) {
    std::cout << ToJsonLines(brain->knowledge(), facts);
  } else if (options.csv) {
    std::cout << ToCsv(brain->knowledge(), facts);
  } else if (options.turtle) {
    std::cout << ToTurtle(brain->knowledge(), facts);
  } else {
    std::cout << ToText(brain->knowledge(), facts);
  }
  std::cout << std::flush;
  return facts.empty() ? kExitTestFailed : kExitOk;
}

}  // namespace

void AddFactsCommand(CLI::App& app, const FileOptions& files, int& status) {
  CLI::App* command = app.add_subcommand("facts", "List the facts, all or those about one thing");
  const auto options = std::make_shared<FactsOptions>();
  command->add_option("entity", options->entity, "A name of the thing");
  CLI::Option* json = command->add_flag("--json", options->json, "Print a JSON object a line");
  CLI::Option* csv = command->add_flag("--csv", options->csv, "Print CSV")->excludes(json);
  command->add_flag("--ttl", options->turtle, "Print RDF as Turtle")->excludes(json)->excludes(csv);
  ShowCommonOptions(*command, {"--knowledge", "--rules", "--cache"});
  command->callback([options, &files, &status] { status = RunFacts(*options, files); });
}

}  // namespace docent
