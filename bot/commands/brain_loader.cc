#include "bot/commands/brain_loader.h"

#include <string>
#include <utility>

#include "bot/commands/command.h"
#include "bot/commands/example_questions.h"
#include "bot/dialogue/content_test.h"

namespace docent {
namespace {

constexpr size_t kExamples = 5;
constexpr size_t kMostFailuresTold = 20;

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

LoadedBrain Load(const FileOptions& files, const std::string& current) {
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

}  // namespace

std::shared_ptr<const ServedBrain> Serve(std::shared_ptr<const Brain> brain) {
  const std::vector<std::string> examples = ExampleQuestions(brain, kExamples);
  return MakeServedBrain(std::move(brain), examples);
}

BrainLoader LoaderOf(const FileOptions& files) {
  return [files](const std::string& current) { return Load(files, current); };
}

}  // namespace docent
