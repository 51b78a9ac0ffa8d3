// docent suggest: lines for the text files that would win back questions of a server's question log.

#include <CLI/App.hpp>
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "bot/commands/command.h"
#include "bot/commands/commands.h"
#include "bot/commands/suggest.h"
#include "bot/server/question_log.h"

namespace docent {
namespace {

// Each question that was not answered, once, in the order of the log.
std::vector<std::string> DeclinedQuestions(const std::filesystem::path& file) {
  std::vector<std::string> questions;
  std::set<std::string> seen;
  for (const QuestionRow& row : ReadQuestionLog(file)) {
    if (row.kind == "unknown" && seen.insert(row.question).second) questions.push_back(row.question);
  }
  return questions;
}

}  // namespace

void AddSuggestCommand(CLI::App& app, const FileOptions& files, int& status) {
  struct Options {
    std::filesystem::path file;
    size_t tries = 100;
    bool json = false;
  };
  CLI::App* command = app.add_subcommand("suggest", "Find lines that would win back questions of a question log");
  const auto options = std::make_shared<Options>();
  command->add_option("file", options->file, "The file of `docent serve --question-log`")
      ->required()
      ->type_name("FILE");
  command->add_option("--tries", options->tries, "How many lines to try, each in files loaded anew")
      ->capture_default_str()
      ->type_name("N");
  command->add_flag("--json", options->json, "Print JSON");
  ShowCommonOptions(*command, {"--knowledge", "--rules"});
  command->callback([options, &files, &status] {
    LoadBrain(files);  // tells what is wrong in them
    Diagnostics told;
    const BrainFiles read = Brain::Read(ResolvePaths(files), told);
    const Suggestions suggestions = Suggest(read, DeclinedQuestions(options->file), options->tries);
    std::cout << (options->json ? ToJson(suggestions) : ToText(suggestions)) << std::flush;
    status = kExitOk;
  });
}

}  // namespace docent
