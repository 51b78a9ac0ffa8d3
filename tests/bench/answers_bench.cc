// How long each question of a file takes, and what is answered: one JSON object a line, so that two builds can be
// compared by answer and by time, and on standard error p50, p99, p99.9 and the slowest of all questions.
//
//   build/release/tests/bench/docent_answers KNOWLEDGE RULES[,RULES...] QUESTIONS.jsonl...
//
// A line of a file holds `q` and may hold `context`, the earlier turns, which are answered before it and not timed.

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/dialogue/responder.h"

namespace docent {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kRounds = 5;  // the least of them is told: what a question costs, not what disturbed it

// Of the processor, of this thread: what else runs on the machine does not count. Answering waits for nothing.
double ThreadMicroseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

struct Timed {
  std::string text;
  double microseconds = 0;
};

Json AskOne(Responder& responder, const std::string& text, const std::vector<std::string>& history) {
  Conversation before;
  for (const std::string& earlier : history) responder.Respond({earlier, {}, false}, before);
  double least = 0;
  Answer answer;
  for (int round = 0; round < kRounds; ++round) {
    Conversation conversation = before;
    const double began = ThreadMicroseconds();
    answer = responder.Respond({text, {}, false}, conversation);
    const double microseconds = ThreadMicroseconds() - began;
    least = round == 0 ? microseconds : std::min(least, microseconds);
  }
  return {{"us", least}, {"status", static_cast<int>(answer.status)}, {"text", answer.text}};
}

std::vector<Timed> AskFile(Responder& responder, const std::filesystem::path& file) {
  std::vector<Timed> all;
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);) {
    const Json json = Json::parse(line);
    const std::string text = json.at("q");
    const auto history = json.value("context", std::vector<std::string>());
    Json result = {{"file", file.string()}, {"q", text}, {"turns", history.size()}};
    result.update(AskOne(responder, text, history));
    std::cout << result.dump() << "\n";
    all.push_back({text, result.at("us")});
  }
  return all;
}

void Summarise(std::vector<Timed> all) {
  constexpr size_t kSlowest = 5;
  if (all.empty()) return;
  std::sort(all.begin(), all.end(), [](const Timed& a, const Timed& b) { return a.microseconds < b.microseconds; });
  const auto at = [&](double share) {
    const auto place = static_cast<size_t>(share * static_cast<double>(all.size()));
    return all[std::min(all.size() - 1, place)].microseconds;
  };
  std::fprintf(stderr, "%zu questions, p50 %.0f us, p99 %.0f us, p99.9 %.0f us\n", all.size(), at(0.5), at(0.99),
               at(0.999));
  for (size_t i = all.size() - std::min(all.size(), kSlowest); i < all.size(); ++i)
    std::fprintf(stderr, "  %6.0f us  %s\n", all[i].microseconds, all[i].text.c_str());
}

int Main(const std::vector<std::string>& arguments) {
  if (arguments.size() < 3) {
    std::cerr << "usage: docent_answers KNOWLEDGE RULES[,RULES...] QUESTIONS.jsonl...\n";
    return 2;
  }
  BrainPaths paths;
  paths.knowledge = {arguments.front()};
  for (size_t begin = 0; begin <= arguments[1].size();) {
    const size_t end = std::min(arguments[1].find(',', begin), arguments[1].size());
    paths.rules.emplace_back(arguments[1].substr(begin, end - begin));
    begin = end + 1;
  }
  Diagnostics diagnostics;
  const std::shared_ptr<const Brain> brain = Brain::Load(paths, diagnostics);
  if (brain == nullptr) {
    std::cerr << diagnostics.Render();
    return 3;
  }
  Responder responder(brain);
  std::vector<Timed> all;
  for (size_t i = 2; i < arguments.size(); ++i) {
    const std::vector<Timed> timed = AskFile(responder, arguments[i]);
    all.insert(all.end(), timed.begin(), timed.end());
  }
  Summarise(std::move(all));
  return 0;
}

}  // namespace
}  // namespace docent

int main(int argc, char** argv) { return docent::Main({argv + 1, argv + argc}); }
