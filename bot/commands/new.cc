// docent new: a small topic to begin with, copied from template/.

#include <CLI/App.hpp>
#include <filesystem>
#include <iostream>
#include <memory>
#include <stdexcept>

#include "bot/commands/command.h"
#include "bot/commands/commands.h"
#include "bot/commands/new_files.h"

namespace docent {
namespace {

namespace fs = std::filesystem;

void MakeTopic(const fs::path& folder) {
  const std::optional<fs::path> home = FindHome();
  if (!home || !fs::is_directory(*home / "template"))
    throw std::runtime_error("found no template/ beside knowledge/ and rules/");
  const fs::path file = folder / "topic.facts";
  WriteNewFile(file, ReadWholeFile(*home / "template" / "topic.facts"));
  const std::string command = "docent --knowledge " + folder.string();
  std::cout << "wrote " << file.string() << ": change it, then\n  " << command << " check\n  " << command << " test\n  "
            << command << " serve\n";
}

}  // namespace

void AddNewCommand(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("new", "Make a folder with a small topic to change into your own");
  const auto folder = std::make_shared<fs::path>();
  command->add_option("folder", *folder, "The folder to make")->required()->type_name("DIR");
  command->callback([folder, &status] {
    MakeTopic(*folder);
    status = kExitOk;
  });
}

}  // namespace docent
