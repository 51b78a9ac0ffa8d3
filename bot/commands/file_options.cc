#include "bot/commands/file_options.h"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <iostream>
#include <system_error>
#include <utility>

#include "bot/commands/command.h"
#include "bot/commands/progress_line.h"

namespace docent {
namespace {

namespace fs = std::filesystem;

bool IsFolder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

fs::path ProgramFolder() {
  std::error_code ignored;
  return fs::read_symlink("/proc/self/exe", ignored).parent_path();
}

}  // namespace

void ShowCommonOptions(CLI::App& command, std::vector<std::string> names) {
  command.footer([&command, names = std::move(names)] {
    std::string text = "Common options:\n";
    for (const std::string& name : names)
      text += CLI::Formatter().make_option(command.get_parent()->get_option(name), false);
    return text;
  });
}

std::optional<fs::path> FindHome(const std::vector<fs::path>& starts) {
  for (const fs::path& start : starts) {
    for (fs::path folder = start; !folder.empty(); folder = folder.parent_path()) {
      if (IsFolder(folder / "knowledge") && IsFolder(folder / "rules")) return folder;
      if (folder == folder.root_path()) break;
    }
  }
  return std::nullopt;
}

std::optional<fs::path> FindHome() {
  std::error_code ignored;
  const fs::path program = ProgramFolder();
  return FindHome({fs::current_path(ignored), program, program.parent_path() / "share" / "docent"});
}

fs::path FindDocuments() {
  const fs::path program = ProgramFolder();
  for (const fs::path& folder : {program / "documents", program.parent_path() / "share" / "docent" / "documents"}) {
    if (IsFolder(folder)) return folder;
  }
  return {};
}

BrainPaths ResolvePaths(const FileOptions& files) {
  BrainPaths paths{files.knowledge, files.rules};
  if (paths.knowledge.empty() || paths.rules.empty()) {
    const std::optional<fs::path> home = FindHome();
    if (!home) {
      throw BadFiles(
          "docent: found no folder that holds knowledge/ and rules/, neither above the current folder nor above the "
          "program; name them with --knowledge and --rules\n");
    }
    if (paths.knowledge.empty()) paths.knowledge = {*home / "knowledge"};
    if (paths.rules.empty()) paths.rules = {*home / "rules"};
  }
  for (const auto* folders : {&paths.knowledge, &paths.rules}) {
    for (const fs::path& folder : *folders) {
      if (!IsFolder(folder)) throw BadFiles("docent: there is no folder " + folder.string() + "\n");
    }
  }
  return paths;
}

std::vector<fs::path> FoldersOf(const BrainPaths& paths) {
  std::vector<fs::path> folders = paths.knowledge;
  folders.insert(folders.end(), paths.rules.begin(), paths.rules.end());
  return folders;
}

std::shared_ptr<const Brain> LoadBrain(const FileOptions& files, const Progress& progress) {
  Diagnostics diagnostics;
  BuildOptions options;
  options.cache = files.cache;
  options.progress = progress;
  options.complain = [&](const std::string& complaint) {
    std::cerr << (progress ? "\n" : "") << "docent: warning: " << complaint << "\n";
  };
  std::shared_ptr<const Brain> brain = Brain::Load(ResolvePaths(files), diagnostics, options);
  if (!brain) throw BadFiles(diagnostics.Render());
  return brain;
}

std::shared_ptr<const Brain> LoadBrain(const FileOptions& files) { return LoadBrain(files, TerminalProgress()); }

}  // namespace docent
