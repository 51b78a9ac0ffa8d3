// docent test: asks every `test:`, `never:` and `open:` line of the text files; with --leave-one-out, whether they
// would be answered without their facts.

#include <CLI/App.hpp>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <system_error>
#include <thread>

#include "bot/commands/borrowing_report.h"
#include "bot/commands/command.h"
#include "bot/commands/commands.h"
#include "bot/commands/test_report.h"
#include "bot/dialogue/content_test.h"
#include "bot/dialogue/leave_one_out.h"

namespace docent {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds kLook{300};  // how often --watch looks at the files

struct TestOptions {
  bool json = false;
  bool all = false;
  bool watch = false;
  bool leave_one_out = false;
  size_t at_most = 0;  // borrowings
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

int RunLeaveOneOut(const TestOptions& options, const FileOptions& files) {
  LoadBrain(files);  // tells what is wrong in them
  Diagnostics told;
  const BrainFiles read = Brain::Read(ResolvePaths(files), told);
  const LeaveOneOutReport report =
      LeaveOneOut(read, [&](const ContentTest& test) { return IsWanted(test, options.filter); });
  std::cout << (options.json ? ToJson(report) : ToText(report)) << std::flush;
  return report.borrowings.size() <= options.at_most ? kExitOk : kExitTestFailed;
}

// Names, times and sizes of all files below the folders, mixed into one number: another one after an edit (FNV-1a).
uint64_t StateOf(const BrainPaths& paths) {
  uint64_t state = 14695981039346656037ULL;
  const auto mix = [&state](const std::string& text) {
    for (const char byte : text) state = (state ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  };
  for (const auto* folders : {&paths.knowledge, &paths.rules}) {
    for (const fs::path& folder : *folders) {
      std::error_code gone;
      for (fs::recursive_directory_iterator at(folder, gone), end; !gone && at != end; at.increment(gone)) {
        std::error_code ignored;
        mix(at->path().string());
        mix(std::to_string(at->last_write_time(ignored).time_since_epoch().count()));
        mix(std::to_string(at->is_regular_file(ignored) ? at->file_size(ignored) : 0));
      }
    }
  }
  return state;
}

// Until it is interrupted. Files that do not load are told, and waited for to be mended.
[[noreturn]] void Watch(const TestOptions& options, const FileOptions& files) {
  for (uint64_t tested = 0, before = 0;;) {
    const uint64_t state = StateOf(ResolvePaths(files));
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
  CLI::Option* leave_one_out = command->add_flag(
      "--leave-one-out", options->leave_one_out,
      "Take each fact away in turn and ask its test: lines: show those that another fact's value answers");
  command->add_option("--at-most", options->at_most, "With --leave-one-out: how many such answers are no failure")
      ->needs(leave_one_out)
      ->capture_default_str()
      ->type_name("N");
  ShowCommonOptions(*command, {"--knowledge", "--rules", "--cache"});
  command->callback([options, &files, &status] {
    if (options->leave_one_out) {
      status = RunLeaveOneOut(*options, files);
      return;
    }
    if (options->watch) Watch(*options, files);
    status = RunOnce(*options, files);
  });
}

}  // namespace docent
