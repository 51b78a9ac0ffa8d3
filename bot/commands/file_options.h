// bot/commands/file_options.h
// Which text files a command works with: the folders that were named, or those of the tree it was started in.

#pragma once

#include <CLI/App.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bot/answering/brain.h"

namespace docent {

struct FileOptions {
  std::vector<std::filesystem::path> knowledge;  // empty: the default
  std::vector<std::filesystem::path> rules;      // empty: the default
  std::filesystem::path cache = {};              // of what is costly to build; empty: none
};

// Makes the help of `command` show these of the options that all commands take, `--knowledge` for one: CLI11 shows them
// in the help of docent itself alone.
void ShowCommonOptions(CLI::App& command, std::vector<std::string> names);

// The nearest folder, among `starts` and the folders above each, that holds both knowledge/ and rules/.
std::optional<std::filesystem::path> FindHome(const std::vector<std::filesystem::path>& starts);

// FindHome() of the current folder, then of the program's own, then of where its files are installed.
std::optional<std::filesystem::path> FindHome();

// The documents' pages that were built or installed with this program; empty if there are none.
std::filesystem::path FindDocuments();

// The named folders, each missing kind replaced by its default. Throws BadFiles if a folder is not there.
BrainPaths ResolvePaths(const FileOptions& files);

// All of them.
std::vector<std::filesystem::path> FoldersOf(const BrainPaths& paths);

// The Brain of these files. Throws BadFiles with all diagnostics if one of them is an error. A cache that cannot be
// written is told on standard error, and does no harm.
std::shared_ptr<const Brain> LoadBrain(const FileOptions& files, const Progress& progress);

// The same; whoever waits at a terminal is shown how far it is.
std::shared_ptr<const Brain> LoadBrain(const FileOptions& files);

}  // namespace docent
