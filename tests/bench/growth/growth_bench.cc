// How docent grows: loads a folder that make_knowledge.py made, asks its questions, and prints one JSON object: what
// loading took, what is resident, how long each kind of question takes and how many answers are right, what the steps
// of the way cost, and how many questions a second one and two threads answer.
//
//   build/release/tests/bench/growth/docent_growth FOLDER RULES...

#include <re2/re2.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <limits>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/inquiry.h"
#include "bot/answering/word_answer.h"
#include "bot/answering/word_index.h"
#include "bot/dialogue/responder.h"
#include "bot/text/words.h"

namespace docent {
namespace {

using Clock = std::chrono::steady_clock;
using Json = nlohmann::ordered_json;

// Of the processor, of this thread: what else runs on the machine does not count. Answering waits for nothing.
double ThreadMicroseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

// Of the processor, of all threads.
double ProcessSeconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

double MicrosecondsSince(Clock::time_point began) {
  return std::chrono::duration<double, std::micro>(Clock::now() - began).count();
}

// In megabytes; `field` is "VmRSS" for now or "VmHWM" for the most so far.
double ResidentMegabytes(const std::string& field) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(field + ":")) return std::stod(line.substr(field.size() + 1)) / 1024;
  }
  return 0;
}

struct Asked {
  std::string kind;
  std::string text;
  std::vector<std::string> expect;  // empty: it must not be answered
};

std::vector<Asked> ReadQuestions(const std::filesystem::path& file) {
  std::vector<Asked> questions;
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);) {
    const Json json = Json::parse(line);
    questions.push_back({json.at("kind"), json.at("q"), json.at("expect")});
  }
  return questions;
}

bool IsRight(const Asked& asked, const Answer& answer) {
  const bool answered = answer.status == Status::kAnswered;
  if (asked.expect.empty()) return !answered;
  return answered && std::all_of(asked.expect.begin(), asked.expect.end(), [&](const std::string& expected) {
           return answer.text.find(expected) != std::string::npos;
         });
}

// Microseconds, collected and then asked for their order.
class Timings {
 public:
  void Add(double microseconds) { all_.push_back(microseconds); }
  Json Summary() {
    std::sort(all_.begin(), all_.end());
    return {{"p50_us", At(0.5)}, {"p99_us", At(0.99)}, {"p999_us", At(0.999)}};
  }

 private:
  double At(double share) const {
    const size_t place = std::min(all_.size() - 1, static_cast<size_t>(share * static_cast<double>(all_.size())));
    return std::round(all_[place] * 100) / 100;
  }
  std::vector<double> all_;
};

struct OfKind {
  Timings timings;
  size_t asked = 0;
  size_t right = 0;
  size_t wrong = 0;  // answered, and not as it should be
};

Json AskEach(const std::shared_ptr<const Brain>& brain, const std::vector<Asked>& questions) {
  constexpr int kRounds = 5;
  Responder responder(brain);
  std::map<std::string, OfKind> kinds;
  for (int round = 0; round <= kRounds; ++round) {
    for (const Asked& asked : questions) {
      Conversation conversation;
      const double began = ThreadMicroseconds();
      const Answer answer = responder.Respond({asked.text, {}, false}, conversation);
      const double microseconds = ThreadMicroseconds() - began;
      OfKind& kind = kinds[asked.kind];
      if (round > 0) {  // the first round warms the caches
        kind.timings.Add(microseconds);
        continue;
      }
      const bool right = IsRight(asked, answer);
      ++kind.asked;
      kind.right += right ? 1 : 0;
      kind.wrong += !right && answer.status == Status::kAnswered ? 1 : 0;
    }
  }
  Json json;
  for (auto& [name, kind] : kinds) {
    Json summary = kind.timings.Summary();
    summary["asked"] = kind.asked;
    summary["right"] = kind.right;
    summary["wrong"] = kind.wrong;
    json[name] = std::move(summary);
  }
  return json;
}

// What each step of the way costs, over the questions of all kinds.
Json TimeSteps(const Brain& brain, const std::vector<Asked>& questions) {
  StoreConnection store(brain.image());
  std::map<std::string, Timings> steps;
  const auto timed = [&](const std::string& name, const auto& step) {
    const double began = ThreadMicroseconds();
    auto result = step();
    steps[name].Add(ThreadMicroseconds() - began);
    return result;
  };
  for (const Asked& asked : questions) {
    timed("normalise", [&] { return SplitWords(asked.text); });
    const MarkedQuestion marked = timed("mark", [&] { return MarkQuestion(brain.vocabulary(), asked.text); });
    timed("phrase and question rules",
          [&] { return ReadQuestion(brain.rules(), brain.knowledge(), brain.vocabulary(), marked); });
    const Inquiry inquiry = timed("inquire", [&] { return Inquire(brain, asked.text); });
    const Finding finding = timed("look up", [&] { return Resolve(brain, store, inquiry, nullptr); });
    timed("word", [&] { return WordAnswer(brain, inquiry, finding); });
  }
  Json json;
  for (const char* name : {"normalise", "mark", "phrase and question rules", "inquire", "look up", "word"})
    json[name] = steps[name].Summary();
  return json;
}

// What the least is that each step could cost: a copy of the question for normalising, a look-up of each word for
// marking, one regular expression for the rules, one query of the full-text index and a record for looking up, a copy
// of a sentence for wording.
Json TimeFloors(const Brain& brain, const std::vector<Asked>& questions) {
  constexpr int kTimes = 100;  // one is too short for the clock
  std::map<std::string, Timings> floors;
  const auto timed = [&](const std::string& name, const auto& floor) {
    const double began = ThreadMicroseconds();
    for (int i = 0; i < kTimes; ++i) floor();
    floors[name].Add((ThreadMicroseconds() - began) / kTimes);
  };
  const RE2 rule("(?:what|who) (?:is|was) the (.+) of (?:the )?(.+)");
  StoreConnection store(brain.image());
  size_t seen = 0;  // so that nothing is optimised away
  for (size_t i = 0; i < questions.size(); ++i) {
    const std::string& text = questions[i].text;
    const std::vector<Word> words = SplitWords(text);
    timed("normalise", [&] { seen += std::string(text).size(); });
    timed("mark", [&] {
      for (const Word& word : words) seen += brain.vocabulary().IsOfFacts(word) ? 1 : 0;
    });
    timed("phrase and question rules", [&] { seen += RE2::FullMatch(text, rule) ? 1 : 0; });
    const FactId fact = static_cast<FactId>(i * brain.fact_count() / questions.size());
    const EntityId subject = brain.knowledge().facts[fact].subject;
    timed("look up", [&] {
      store.Begin(std::numeric_limits<size_t>::max());
      const uint32_t number = brain.frames().table().NumberOf(KeyOf(TermSort::kEntity, subject));
      for (const FactId held : store.Holding(IndexWords({number}))) seen += brain.knowledge().facts[held].slots.size();
    });
    timed("word", [&] { seen += std::string(brain.knowledge().facts[fact].Says("en")).size(); });
  }
  Json json;
  for (const char* name : {"normalise", "mark", "phrase and question rules", "look up", "word"})
    json[name] = floors[name].Summary();
  json["seen"] = seen;
  return json;
}

// Questions a second of `count` threads, each with a Responder of its own.
double Throughput(const std::shared_ptr<const Brain>& brain, const std::vector<Asked>& questions, size_t count) {
  const auto ask_all = [&] {
    Responder responder(brain);
    for (const Asked& asked : questions) {
      Conversation conversation;
      responder.Respond({asked.text, {}, false}, conversation);
    }
  };
  const auto began = Clock::now();
  {
    std::vector<std::jthread> threads;
    for (size_t i = 0; i < count; ++i) threads.emplace_back(ask_all);
  }
  return static_cast<double>(count * questions.size()) / (MicrosecondsSince(began) / 1e6);
}

int Main(const std::vector<std::string>& arguments) {
  if (arguments.size() < 2) {
    std::cerr << "usage: docent_growth FOLDER RULES...\n";
    return 2;
  }
  const std::filesystem::path folder = arguments.front();
  BrainPaths paths;
  paths.knowledge = {folder / "knowledge"};
  paths.rules.assign(arguments.begin() + 1, arguments.end());
  Diagnostics diagnostics;
  const auto began = Clock::now();
  const double processor = ProcessSeconds();
  const std::shared_ptr<const Brain> brain = Brain::Load(paths, diagnostics);
  const double load = MicrosecondsSince(began) / 1e6;
  const double loading = ProcessSeconds() - processor;
  if (brain == nullptr) {
    std::cerr << diagnostics.Render();
    return 3;
  }
  Json json;
  json["facts"] = brain->fact_count();
  json["entities"] = brain->entity_count();
  json["rules"] = brain->rule_count();
  json["load_s"] = load;
  json["load_processor_s"] = loading;
  json["resident_mb"] = ResidentMegabytes("VmRSS");
  json["most_resident_mb"] = ResidentMegabytes("VmHWM");
  json["store_mb"] = static_cast<double>(brain->image()->bytes().size()) / 1e6;
  const std::vector<Asked> questions = ReadQuestions(folder / "questions.jsonl");
  json["kinds"] = AskEach(brain, questions);
  json["steps"] = TimeSteps(*brain, questions);
  json["floors"] = TimeFloors(*brain, questions);
  json["questions_a_second"] = {{"one thread", Throughput(brain, questions, 1)},
                                {"two threads", Throughput(brain, questions, 2)}};
  std::cout << json.dump(2) << "\n";
  return 0;
}

}  // namespace
}  // namespace docent

int main(int argc, char** argv) { return docent::Main({argv + 1, argv + argc}); }
