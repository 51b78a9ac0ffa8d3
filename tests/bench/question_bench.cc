// The whole way from a question to its answer, over the questions of the content tests, and loading all files.
//
//   build/release/tests/bench/docent_bench

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/dialogue/responder.h"

namespace docent {
namespace {

BrainPaths ShippedPaths() {
  const std::filesystem::path tree = DOCENT_TREE;
  return {{tree / "knowledge"}, {tree / "rules"}};
}

std::shared_ptr<const Brain> LoadShipped() {
  Diagnostics diagnostics;
  return Brain::Load(ShippedPaths(), diagnostics);
}

std::vector<ContentTest> TestsOf(const Brain& brain) {
  std::vector<ContentTest> tests = brain.rule_tests();
  for (const Fact& fact : brain.knowledge().facts) tests.insert(tests.end(), fact.tests.begin(), fact.tests.end());
  return tests;
}

void LoadAllFiles(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(LoadShipped());
}
BENCHMARK(LoadAllFiles)->Unit(benchmark::kMillisecond);

// Each iteration asks one question of the content tests, in turn; p50 and p99 are over all of them.
void AnswerQuestions(benchmark::State& state) {
  const std::shared_ptr<const Brain> brain = LoadShipped();
  if (brain == nullptr) {
    state.SkipWithError("the shipped files do not load");
    return;
  }
  const std::vector<ContentTest> tests = TestsOf(*brain);
  Responder responder(brain);
  std::vector<double> microseconds;
  size_t next = 0;
  for (auto _ : state) {
    const ContentTest& test = tests[next++ % tests.size()];
    const auto began = std::chrono::steady_clock::now();
    Conversation conversation;
    benchmark::DoNotOptimize(responder.Respond({test.question, test.history, false}, conversation));
    microseconds.push_back(std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - began).count());
  }
  if (microseconds.empty()) return;
  std::sort(microseconds.begin(), microseconds.end());
  state.counters["p50_us"] = microseconds[microseconds.size() / 2];
  state.counters["p99_us"] = microseconds[microseconds.size() * 99 / 100];
}
BENCHMARK(AnswerQuestions)->Unit(benchmark::kMicrosecond)->Iterations(5000);

}  // namespace
}  // namespace docent

BENCHMARK_MAIN();
