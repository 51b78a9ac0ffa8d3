// bot/commands/commands.h
// The commands of `docent`, for main.

#pragma once

#include <CLI/App.hpp>

#include "bot/commands/file_options.h"

namespace docent {

// Each adds its subcommand to `app`; `files` and `status` must live until the command has run.
void AddServeCommand(CLI::App& app, const FileOptions& files, int& status);
void AddAskCommand(CLI::App& app, const FileOptions& files, int& status);
void AddExplainCommand(CLI::App& app, const FileOptions& files, int& status);
void AddCheckCommand(CLI::App& app, const FileOptions& files, int& status);
void AddTestCommand(CLI::App& app, const FileOptions& files, int& status);
void AddReloadCommand(CLI::App& app, int& status);
void AddQuestionsCommand(CLI::App& app, int& status);
void AddSuggestCommand(CLI::App& app, const FileOptions& files, int& status);
void AddFactsCommand(CLI::App& app, const FileOptions& files, int& status);
void AddExportCommand(CLI::App& app, const FileOptions& files, int& status);
void AddFmtCommand(CLI::App& app, const FileOptions& files, int& status);
void AddCoverageCommand(CLI::App& app, const FileOptions& files, int& status);
void AddDiffCommand(CLI::App& app, const FileOptions& files, int& status);
void AddCompletionCommand(CLI::App& app, int& status);  // of the commands that `app` has when it runs
void AddKeysCommand(CLI::App& app, int& status);
void AddNewCommand(CLI::App& app, int& status);
void AddImportCommand(CLI::App& app, int& status);

}  // namespace docent
