// docent export: everything that the fact files say, for other programs.

#include <CLI/App.hpp>
#include <iostream>
#include <memory>
#include <numeric>

#include "bot/commands/command.h"
#include "bot/commands/commands.h"
#include "bot/commands/export.h"
#include "bot/commands/fact_list.h"

namespace docent {
namespace {

struct ExportOptions {
  bool json = false;  // the default
  bool csv = false;
  bool turtle = false;
};

void RunExport(const ExportOptions& options, const FileOptions& files) {
  const std::shared_ptr<const Brain> brain = LoadBrain(files);  // tells what is wrong in them
  if (options.turtle) {
    std::vector<FactId> all(brain->fact_count());
    std::iota(all.begin(), all.end(), 0);
    std::cout << ToTurtle(brain->knowledge(), all) << std::flush;
    return;
  }
  const std::vector<WrittenBlock> blocks = ReadBlocksAsWritten(ResolvePaths(files).knowledge);
  std::cout << (options.csv ? BlocksAsCsv(blocks) : BlocksAsJsonLines(blocks)) << std::flush;
}

}  // namespace

void AddExportCommand(CLI::App& app, const FileOptions& files, int& status) {
  CLI::App* command = app.add_subcommand("export", "Print the fact files as JSON lines, CSV or RDF");
  const auto options = std::make_shared<ExportOptions>();
  CLI::Option* json =
      command->add_flag("--json", options->json, "Each block as a line of JSON, for docent import; the default");
  CLI::Option* csv =
      command->add_flag("--csv", options->csv, "Each line as a row of CSV, for docent import")->excludes(json);
  command->add_flag("--ttl", options->turtle, "The facts as RDF in Turtle, with schema.org's names")
      ->excludes(json)
      ->excludes(csv);
  ShowCommonOptions(*command, {"--knowledge", "--rules", "--cache"});
  command->callback([options, &files, &status] {
    RunExport(*options, files);
    status = kExitOk;
  });
}

}  // namespace docent
