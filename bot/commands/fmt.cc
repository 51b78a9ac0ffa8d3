// docent fmt: writes text files in their one canonical form.

#include <CLI/App.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "bot/commands/command.h"
#include "bot/commands/commands.h"
#include "bot/commands/new_files.h"
#include "bot/knowledge/format.h"

namespace docent {
namespace {

namespace fs = std::filesystem;

struct FmtOptions {
  std::vector<fs::path> paths;
  bool check = false;
};

bool IsTextFile(const fs::path& path) {
  return path.extension() == ".facts" || path.extension() == ".rules" || path.extension() == ".forms";
}

std::vector<fs::path> FilesOf(const FmtOptions& options, const FileOptions& files) {
  std::vector<fs::path> found;
  std::vector<fs::path> paths = options.paths;
  if (paths.empty()) {
    const BrainPaths folders = ResolvePaths(files);
    paths = folders.knowledge;
    paths.insert(paths.end(), folders.rules.begin(), folders.rules.end());
  }
  for (const fs::path& path : paths) {
    if (!fs::is_directory(path)) {
      found.push_back(path);
      continue;
    }
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(path)) {
      if (entry.is_regular_file() && IsTextFile(entry.path())) found.push_back(entry.path());
    }
  }
  return found;
}

// Beside the file first, so that a full disk or an interruption leaves the old one.
void Replace(const fs::path& path, const std::string& content) {
  const fs::path written = path.string() + ".new";
  std::ofstream out(written, std::ios::binary);
  out << content;
  out.close();
  if (!out) throw std::runtime_error("cannot write " + written.string());
  fs::permissions(written, fs::status(path).permissions());
  fs::rename(written, path);
}

int RunFmt(const FmtOptions& options, const FileOptions& files) {
  size_t changed = 0;
  for (const fs::path& path : FilesOf(options, files)) {
    const std::string content = ReadWholeFile(path);
    const std::string formatted = FormatBlocks(content);
    if (formatted == content) continue;
    ++changed;
    std::cout << path.string() << "\n";
    if (!options.check) Replace(path, formatted);
  }
  std::cout << std::flush;
  return options.check && changed > 0 ? kExitTestFailed : kExitOk;
}

}  // namespace

void AddFmtCommand(CLI::App& app, const FileOptions& files, int& status) {
  CLI::App* command = app.add_subcommand("fmt", "Write text files in their canonical form; names those that change");
  const auto options = std::make_shared<FmtOptions>();
  command->add_option("paths", options->paths, "Files and folders; default: all that are loaded")
      ->check(CLI::ExistingPath)
      ->type_name("PATH");
  command->add_flag("--check", options->check, "Change nothing; fail if a file would change");
  ShowCommonOptions(*command, {"--knowledge", "--rules"});
  command->callback([options, &files, &status] { status = RunFmt(*options, files); });
}

}  // namespace docent
