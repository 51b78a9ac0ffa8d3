// docent: a chatbot that answers from facts that people wrote down. This file reads the command line, and turns what a
// command throws into one message and an exit status (see ExitStatus).

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <exception>
#include <iostream>

#include "bot/commands/command.h"
#include "bot/commands/commands.h"

namespace docent {
namespace {

int Main(int argc, char** argv) {
  CLI::App app("docent answers questions from facts that people wrote down, and from nothing else.", "docent");
  app.set_version_flag("--version", "docent " DOCENT_VERSION);
  app.require_subcommand(1);
  app.fallthrough();
  FileOptions files;
  int status = kExitOk;
  app.add_option("--knowledge", files.knowledge, "Folder of fact files, instead of the default; can be repeated")
      ->type_name("DIR")
      ->allow_extra_args(false);
  app.add_option("--rules", files.rules, "Folder of rule files, instead of the default; can be repeated")
      ->type_name("DIR")
      ->allow_extra_args(false);
  app.add_option("--cache", files.cache,
                 "Folder that keeps what is costly to build from one start to the next; without it nothing is kept")
      ->type_name("DIR");
  AddServeCommand(app, files, status);
  AddAskCommand(app, files, status);
  AddExplainCommand(app, files, status);
  AddCheckCommand(app, files, status);
  AddTestCommand(app, files, status);
  AddReloadCommand(app, status);
  AddQuestionsCommand(app, status);
  AddSuggestCommand(app, files, status);
  AddFactsCommand(app, files, status);
  AddExportCommand(app, files, status);
  AddFmtCommand(app, files, status);
  AddCoverageCommand(app, files, status);
  AddDiffCommand(app, files, status);
  AddKeysCommand(app, status);
  AddNewCommand(app, status);
  AddImportCommand(app, status);
  AddCompletionCommand(app, status);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kExitOk : kExitUsage;
  } catch (const BadFiles& error) {
    std::cerr << error.what();
    return kExitBadFiles;
  } catch (const std::exception& error) {
    std::cerr << "docent: " << error.what() << "\n";
    return kExitMachine;
  }
  return status;
}

}  // namespace
}  // namespace docent

int main(int argc, char** argv) { return docent::Main(argc, argv); }
