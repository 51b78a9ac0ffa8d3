#include "bot/commands/brain_loader.h"

#include <spdlog/spdlog.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "bot/commands/command.h"
#include "bot/commands/example_questions.h"
#include "bot/dialogue/content_test.h"
#include "bot/server/folder_state.h"

namespace docent {
namespace {

constexpr size_t kExamples = 5;
constexpr size_t kMostFailuresTold = 20;
constexpr int kMostReadings = 3;

std::string FailuresOf(const TestReport& report) {
  std::string text;
  size_t told = 0;
  for (const TestResult& result : report.results) {
    if (result.passed || result.test.open) continue;
    if (++told > kMostFailuresTold) break;
    text += result.test.place.ToString() + ": \"" + result.test.question + "\": " + result.reason + "\n";
  }
  return text + std::to_string(report.failures) + (report.failures == 1 ? " test fails\n" : " tests fail\n");
}

LoadedBrain LoadOnce(const FileOptions& files, const std::string& current) {
  std::shared_ptr<const Brain> brain;
  try {
    brain = LoadBrain(files, Progress());
  } catch (const BadFiles& error) {
    return {nullptr, RefusalReason::kFiles, error.what()};
  }
  if (brain->hash() == current) return {};
  const TestReport report = RunContentTests(brain);
  if (report.failures > 0) return {nullptr, RefusalReason::kTests, FailuresOf(report)};
  return {Serve(std::move(brain)), RefusalReason::kNone, ""};
}

// Somebody who saves one file and a second later the next has files between the two that nobody meant. What was read,
// built or tried while they changed is not taken, and no mistake in it is told. Files that change all the time are
// taken as they were at last.
LoadedBrain Load(const FileOptions& files, const std::string& current) {
  std::vector<std::filesystem::path> folders;
  try {
    folders = FoldersOf(ResolvePaths(files));
  } catch (const BadFiles& error) {
    return {nullptr, RefusalReason::kFiles, error.what()};
  }
  for (int reading = 1;; ++reading) {
    const FolderState before = StateOf(folders);
    LoadedBrain loaded = LoadOnce(files, current);
    if (reading == kMostReadings || StateOf(folders) == before) return loaded;
    spdlog::info("the files changed while they were read: they are read again");
  }
}

}  // namespace

std::shared_ptr<const ServedBrain> Serve(std::shared_ptr<const Brain> brain) {
  const std::vector<std::string> examples = ExampleQuestions(brain, kExamples);
  return MakeServedBrain(std::move(brain), examples);
}

BrainLoader LoaderOf(const FileOptions& files) {
  return [files](const std::string& current) { return Load(files, current); };
}

}  // namespace docent
