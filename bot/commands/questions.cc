// docent questions: what a server's question log holds, as work for authors.

#include <CLI/App.hpp>
#include <algorithm>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "bot/commands/command.h"
#include "bot/commands/commands.h"
#include "bot/server/json_writer.h"
#include "bot/server/question_log.h"

namespace docent {
namespace {

// Rows that failed for the same words.
struct Group {
  std::string name;  // as people read it
  size_t rows = 0;
  std::map<std::string, size_t> questions;  // with how often each was asked
};

std::string NameOf(const QuestionRow& row) {
  if (row.kind == "unhelpful") return "answers that did not help";
  if (row.missing.empty()) return "all words known";
  std::string name = "not understood:";
  for (const std::string& word : row.missing) name += " \"" + word + "\"";
  return name;
}

// Most frequent first, then by name.
std::vector<Group> GroupsOf(const std::vector<QuestionRow>& rows) {
  std::map<std::string, Group> named;
  for (const QuestionRow& row : rows) {
    Group& group = named[NameOf(row)];
    group.name = NameOf(row);
    ++group.rows;
    ++group.questions[row.question];
  }
  std::vector<Group> groups;
  for (auto& [name, group] : named) groups.push_back(std::move(group));
  std::stable_sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) { return a.rows > b.rows; });
  return groups;
}

std::vector<std::pair<std::string, size_t>> ByFrequency(const std::map<std::string, size_t>& questions) {
  std::vector<std::pair<std::string, size_t>> ordered(questions.begin(), questions.end());
  std::stable_sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return ordered;
}

std::string ToText(const std::vector<Group>& groups) {
  std::string text;
  for (const Group& group : groups) {
    text += std::to_string(group.rows) + "  " + group.name + "\n";
    for (const auto& [question, times] : ByFrequency(group.questions)) {
      text += "    " + question + (times > 1 ? "  (" + std::to_string(times) + " times)" : "") + "\n";
    }
  }
  return text;
}

std::string ToJson(const std::vector<Group>& groups) {
  JsonWriter json;
  json.BeginList();
  for (const Group& group : groups) {
    json.BeginObject().Field("group", group.name).Key("count").Number(group.rows).Key("questions").BeginList();
    for (const auto& [question, times] : ByFrequency(group.questions)) {
      json.BeginObject().Field("question", question).Key("count").Number(times).EndObject();
    }
    json.EndList().EndObject();
  }
  return json.EndList().Take() + "\n";
}

// One line, as a text file's value must be.
std::string OneLine(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return text;
}

// Lines to go beside facts: an `open:` line is a test that is known to fail, so they break nothing before the author
// has written what is expected.
std::string ToStubs(const std::vector<Group>& groups) {
  std::string text;
  for (const Group& group : groups) {
    text += "# " + std::to_string(group.rows) + "  " + OneLine(group.name) + "\n";
    for (const auto& [question, times] : ByFrequency(group.questions)) text += "open: " + OneLine(question) + " => ?\n";
  }
  return text;
}

}  // namespace

void AddQuestionsCommand(CLI::App& app, int& status) {
  struct Options {
    std::filesystem::path file;
    bool json = false;
    bool stubs = false;
  };
  CLI::App* command = app.add_subcommand("questions", "List what a server's question log holds, by what was missing");
  const auto options = std::make_shared<Options>();
  command->add_option("file", options->file, "The file of `docent serve --question-log`")
      ->required()
      ->type_name("FILE");
  CLI::Option* json = command->add_flag("--json", options->json, "Print JSON");
  command->add_flag("--stubs", options->stubs, "Print open: lines for fact files")->excludes(json);
  command->callback([options, &status] {
    const std::vector<Group> groups = GroupsOf(ReadQuestionLog(options->file));
    std::cout << (options->json ? ToJson(groups) : options->stubs ? ToStubs(groups) : ToText(groups)) << std::flush;
    status = kExitOk;
  });
}

}  // namespace docent
