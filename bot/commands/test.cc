// docent test: asks every `test:` and `never:` line of the text files.

#include <CLI/App.hpp>
#include <iostream>
#include <memory>
#include <string>

#include "bot/commands/command.h"
#include "bot/commands/commands.h"
#include "bot/dialogue/content_test.h"
#include "bot/server/json_writer.h"

namespace docent {
namespace {

std::string Joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) out.append(out.empty() ? "" : between).append(part);
  return out;
}

// "earlier turn > question", as the files write it.
std::string Asked(const ContentTest& test) {
  return test.history.empty() ? test.question : Joined(test.history, " > ") + " > " + test.question;
}

std::string Expected(const ContentTest& test) { return test.never ? "no answer" : Joined(test.expected, "; "); }

std::string ToText(const TestResult& result) {
  return result.test.place.ToString() + ": " + Asked(result.test) + "\n    answer:   [" +
         std::string(StatusName(result.answer.status)) + "] " + result.answer.text +
         "\n    expected: " + Expected(result.test) +
         (result.passed ? "\n" : "\n    FAILED:   " + result.reason + "\n");
}

std::string ToJson(const TestReport& report) {
  JsonWriter json;
  json.BeginObject()
      .Key("passed")
      .Number(report.results.size() - report.failures - report.open)
      .Key("open")
      .Number(report.open);
  json.Key("failed").Number(report.failures).Key("results").BeginList();
  for (const TestResult& result : report.results) {
    json.BeginObject().Field("place", result.test.place.ToString()).Field("question", result.test.question);
    json.Key("history").BeginList();
    for (const std::string& turn : result.test.history) json.String(turn);
    json.EndList().Field("expected", Expected(result.test)).Field("status", StatusName(result.answer.status));
    json.Field("answer", result.answer.text).Key("passed").Bool(result.passed);
    if (!result.passed) json.Field("reason", result.reason);
    json.EndObject();
  }
  return json.EndList().EndObject().Take() + "\n";
}

}  // namespace

void AddTestCommand(CLI::App& app, const FileOptions& files, int& status) {
  struct Options {
    bool json = false;
    bool all = false;
  };
  CLI::App* command = app.add_subcommand("test", "Ask the test: and never: lines of all files; show those that fail");
  const auto options = std::make_shared<Options>();
  command->add_flag("--all", options->all, "Show those that pass as well");
  command->add_flag("--json", options->json, "Print JSON");
  command->callback([options, &files, &status] {
    const TestReport report = RunContentTests(LoadBrain(files));
    if (options->json) {
      std::cout << ToJson(report);
    } else {
      for (const TestResult& result : report.results) {
        const bool known = result.test.open && !result.passed;
        if (options->all || !(result.passed || known)) std::cout << ToText(result);
      }
      if (report.resolved > 0)
        std::cout << report.resolved << " open lines are answered now: make them test: or never:\n";
      std::cout << report.open << " lines are open\n";
      std::cout << report.results.size() - report.failures - report.open << " passed, " << report.failures
                << " failed\n";
    }
    std::cout << std::flush;
    status = report.failures == 0 ? kExitOk : kExitTestFailed;
  });
}

}  // namespace docent
