// docent test: asks every `test:`, `never:` and `open:` line of the text files.

#include <CLI/App.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <system_error>
#include <thread>

#include "bot/commands/command.h"
#include "bot/commands/commands.h"
#include "bot/commands/test_report.h"
#include "bot/dialogue/content_test.h"

namespace docent {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds kLook{300};  // how often --watch looks at the files

struct TestOptions {
  bool json = false;
  bool all = false;
  bool watch = false;
  std::string filter;
  fs::path junit;
};

bool IsWanted(const ContentTest& test, const std::string& filter) {
  return test.question.find(filter) != std::string::npos || test.place.ToString().find(filter) != std::string::npos;
}

void WriteJUnit(const fs::path& path, const JudgedReport& judged) {
  std::ofstream out(path, std::ios::binary);
  out << ToJUnit(judged);
  out.close();
  if (!out) throw std::runtime_error("cannot write " + path.string());
}

int RunOnce(const TestOptions& options, const FileOptions& files) {
  const std::shared_ptr<const Brain> brain = LoadBrain(files);
  const JudgedReport judged =
      Judge(RunContentTests(brain, [&](const ContentTest& test) { return IsWanted(test, options.filter); }), brain);
  if (!options.junit.empty()) WriteJUnit(options.junit, judged);
  std::cout << (options.json ? ToJson(judged) : ToText(judged, options.all ? Shown::kEverything : Shown::kFailures))
            << std::flush;
  return judged.report.failures == 0 ? kExitOk : kExitTestFailed;
}

// The newest time at which a file below the folders was changed, and how many there are: another value after an edit.
std::string StateOf(const BrainPaths& paths) {
  size_t count = 0;
  fs::file_time_type newest{};
  for (const auto* folders : {&paths.knowledge, &paths.rules}) {
    for (const fs::path& folder : *folders) {
      std::error_code gone;
      for (fs::recursive_directory_iterator at(folder, gone), end; !gone && at != end; at.increment(gone)) {
        std::error_code ignored;
        const fs::file_time_type time = fs::last_write_time(at->path(), ignored);
        if (ignored) continue;
        ++count;
        newest = std::max(newest, time);
      }
    }
  }
  return std::to_string(count) + "@" + std::to_string(newest.time_since_epoch().count());
}

// Until it is interrupted. Files that do not load are told, and waited for to be mended.
[[noreturn]] void Watch(const TestOptions& options, const FileOptions& files) {
  for (std::string tested, before;;) {
    const std::string state = StateOf(ResolvePaths(files));
    const bool is_settled = state == before;  // an editor may be writing still
    before = state;
    if (state != tested && is_settled) {
      tested = state;
      try {
        RunOnce(options, files);
      } catch (const BadFiles& error) {
        std::cout << error.what();
      }
      std::cout << "watching the files; Ctrl-C ends" << std::endl;
    }
    std::this_thread::sleep_for(kLook);
  }
}

}  // namespace

void AddTestCommand(CLI::App& app, const FileOptions& files, int& status) {
  CLI::App* command = app.add_subcommand("test", "Ask the test: and never: lines of all files; show those that fail");
  const auto options = std::make_shared<TestOptions>();
  command->add_flag("--all", options->all, "Show those that pass as well");
  command->add_flag("--json", options->json, "Print JSON");
  command->add_flag("--watch", options->watch, "Test again whenever a file changes");
  command->add_option("--filter", options->filter, "Only lines whose question or place (file:line) holds this")
      ->type_name("TEXT");
  command->add_option("--junit", options->junit, "Also write a JUnit report")->type_name("FILE");
  command->callback([options, &files, &status] {
    if (options->watch) Watch(*options, files);
    status = RunOnce(*options, files);
  });
}

}  // namespace docent
