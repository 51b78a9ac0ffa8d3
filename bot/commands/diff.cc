// docent diff: the same questions to two folders of facts, and which answers change.

#include <CLI/App.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "bot/commands/command.h"
#include "bot/commands/commands.h"
#include "bot/dialogue/responder.h"
#include "bot/server/json_writer.h"

namespace docent {
namespace {

namespace fs = std::filesystem;

struct DiffOptions {
  fs::path old_folder;
  fs::path new_folder;
  fs::path questions;
  bool json = false;
};

struct Asked {
  std::vector<std::string> history;
  std::string question;
  friend auto operator<=>(const Asked&, const Asked&) = default;
};

struct Change {
  Asked asked;
  Answer before;
  Answer after;
};

// The facts of `folder`; if it holds knowledge/ and rules/ as docent's own tree does, these.
std::shared_ptr<const Brain> LoadSide(const fs::path& folder, FileOptions files) {
  files.knowledge = {folder};
  if (fs::is_directory(folder / "knowledge") && fs::is_directory(folder / "rules")) {
    files.knowledge = {folder / "knowledge"};
    files.rules = {folder / "rules"};
  }
  return LoadBrain(files);
}

void AddTests(const Brain& brain, std::set<Asked>& asked) {
  for (const Fact& fact : brain.knowledge().facts) {
    for (const ContentTest& test : fact.tests) asked.insert({test.history, test.question});
  }
  for (const ContentTest& test : brain.rule_tests()) asked.insert({test.history, test.question});
}

std::set<Asked> Questions(const DiffOptions& options, const Brain& before, const Brain& after) {
  std::set<Asked> asked;
  if (options.questions.empty()) {
    AddTests(before, asked);
    AddTests(after, asked);
    return asked;
  }
  std::ifstream in(options.questions);
  for (std::string line; std::getline(in, line);) {
    if (line.find_first_not_of(" \t\r") != std::string::npos) asked.insert({{}, line});
  }
  if (!in.eof()) throw std::runtime_error("cannot read " + options.questions.string());
  return asked;
}

Answer Ask(Responder& responder, const Asked& asked) {
  Conversation conversation;
  return responder.Respond({asked.question, asked.history, false}, conversation);
}

std::string Shown(const Answer& answer) { return "[" + std::string(StatusName(answer.status)) + "] " + answer.text; }

std::string Shown(const Asked& asked) {
  std::string text;
  for (const std::string& turn : asked.history) text += turn + " > ";
  return text + asked.question;
}

std::string ToJson(const std::vector<Change>& changes, size_t asked) {
  JsonWriter json;
  json.BeginObject().Key("asked").Number(asked).Key("changes").BeginList();
  for (const Change& change : changes) {
    json.BeginObject().Field("question", Shown(change.asked));
    json.Field("old_status", StatusName(change.before.status)).Field("old_answer", change.before.text);
    json.Field("new_status", StatusName(change.after.status)).Field("new_answer", change.after.text).EndObject();
  }
  return json.EndList().EndObject().Take() + "\n";
}

int RunDiff(const DiffOptions& options, const FileOptions& files) {
  const std::shared_ptr<const Brain> before = LoadSide(options.old_folder, files);
  const std::shared_ptr<const Brain> after = LoadSide(options.new_folder, files);
  const std::set<Asked> asked = Questions(options, *before, *after);
  Responder old_responder(before);
  Responder new_responder(after);
  std::vector<Change> changes;
  for (const Asked& one : asked) {
    Change change{one, Ask(old_responder, one), Ask(new_responder, one)};
    if (Shown(change.before) != Shown(change.after)) changes.push_back(std::move(change));
  }
  if (options.json) {
    std::cout << ToJson(changes, asked.size());
  } else {
    for (const Change& change : changes)
      std::cout << Shown(change.asked) << "\n  - " << Shown(change.before) << "\n  + " << Shown(change.after) << "\n";
    std::cout << changes.size() << " of " << asked.size() << " answers change\n";
  }
  std::cout << std::flush;
  return changes.empty() ? kExitOk : kExitTestFailed;
}

}  // namespace

void AddDiffCommand(CLI::App& app, const FileOptions& files, int& status) {
  CLI::App* command = app.add_subcommand("diff", "Ask two folders the same questions; show the answers that differ");
  const auto options = std::make_shared<DiffOptions>();
  command->add_option("old", options->old_folder, "Facts, or a folder of knowledge/ and rules/")
      ->required()
      ->check(CLI::ExistingDirectory);
  command->add_option("new", options->new_folder, "The same")->required()->check(CLI::ExistingDirectory);
  command->add_option("--questions", options->questions, "Questions, one a line; default: the tests of both")
      ->check(CLI::ExistingFile)
      ->type_name("FILE");
  command->add_flag("--json", options->json, "Print JSON");
  ShowCommonOptions(*command, {"--rules"});
  command->callback([options, &files, &status] { status = RunDiff(*options, files); });
}

}  // namespace docent
