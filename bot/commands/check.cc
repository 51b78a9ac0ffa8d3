// docent check: reads all text files and says everything that is wrong in them.

#include <CLI/App.hpp>
#include <iostream>
#include <memory>

#include "bot/commands/check_report.h"
#include "bot/commands/checked_files.h"
#include "bot/commands/command.h"
#include "bot/commands/commands.h"
#include "bot/commands/progress_line.h"

namespace docent {

void AddCheckCommand(CLI::App& app, const FileOptions& files, int& status) {
  CLI::App* command =
      app.add_subcommand("check", "Read all text files; print what is wrong in them, or what they hold");
  const auto json = std::make_shared<bool>(false);
  const auto all = std::make_shared<bool>(false);
  CLI::Option* as_json = command->add_flag("--json", *json, "Print JSON, with all that was found");
  command->add_flag("--all", *all, "Name every fact without a test, however many there are")->excludes(as_json);
  ShowCommonOptions(*command, {"--knowledge", "--rules"});
  command->callback([json, all, &files, &status] {
    Diagnostics diagnostics;
    const std::shared_ptr<const Brain> brain =
        LoadChecked(ResolvePaths(files), diagnostics, {.progress = TerminalProgress()});
    std::cout << (*json ? CheckedAsJson(diagnostics, brain.get())
                        : CheckedAsText(diagnostics, brain.get(), *all ? Untested::kListed : Untested::kFolded))
              << std::flush;
    status = brain ? kExitOk : kExitBadFiles;
  });
}

}  // namespace docent
