#include "bot/dialogue/leave_one_out.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <iterator>
#include <memory>
#include <thread>
#include <utility>

#include "bot/dialogue/content_test.h"
#include "bot/dialogue/responder.h"

namespace docent {
namespace {

// One fact to be taken away, with the questions that it alone should answer.
struct Trial {
  FactId fact = kNone;
  std::vector<ContentTest> tests;
  size_t kept = 0;
  std::vector<Borrowing> borrowings;
};

std::vector<Trial> TrialsOf(const Knowledge& knowledge, const std::function<bool(const ContentTest&)>& wanted) {
  std::vector<Trial> trials;
  for (FactId id = 0; id < knowledge.facts.size(); ++id) {
    Trial trial;
    trial.fact = id;
    for (const ContentTest& test : knowledge.facts[id].tests) {
      if (!test.never && !test.open && (!wanted || wanted(test))) trial.tests.push_back(test);
    }
    if (!trial.tests.empty()) trials.push_back(std::move(trial));
  }
  return trials;
}

Answer Ask(Responder& responder, const ContentTest& test) {
  Conversation conversation;
  return responder.Respond({test.question, test.history, true}, conversation);
}

bool Names(const Answer& answer, const AnswerFact& fact) {
  return std::any_of(answer.facts.begin(), answer.facts.end(),
                     [&](const AnswerFact& other) { return other.id == fact.id; });
}

// Whether all that `answer` stands on was said by `whole` too: of several facts, those that are left.
bool IsRestOf(const Answer& answer, const Answer& whole) {
  return !answer.facts.empty() && std::all_of(answer.facts.begin(), answer.facts.end(),
                                              [&](const AnswerFact& fact) { return Names(whole, fact); });
}

void Run(const BrainFiles& files, const std::shared_ptr<const Brain>& whole, Trial& trial) {
  Diagnostics told;  // whoever loaded the files has seen them
  Responder with(whole);
  Responder without(Brain::Build(files, told, {.without = trial.fact}));
  const Fact& fact = whole->knowledge().facts[trial.fact];
  for (const ContentTest& test : trial.tests) {
    Answer answer = Ask(without, test);
    if (answer.status != Status::kAnswered) continue;
    if (WhyNot(test, answer).empty() || IsRestOf(answer, Ask(with, test))) {
      ++trial.kept;
    } else {
      trial.borrowings.push_back({test, whole->knowledge().NameOf(fact), fact.place, std::move(answer)});
    }
  }
}

}  // namespace

LeaveOneOutReport LeaveOneOut(const BrainFiles& files, const std::function<bool(const ContentTest&)>& wanted) {
  Diagnostics told;
  const std::shared_ptr<const Brain> whole = Brain::Build(files, told);
  std::vector<Trial> trials = TrialsOf(whole->knowledge(), wanted);
  std::atomic<size_t> next = 0;
  std::vector<std::future<void>> workers;
  const size_t count = std::min<size_t>(std::max(1U, std::thread::hardware_concurrency()), trials.size());
  for (size_t i = 0; i < count; ++i) {
    workers.push_back(std::async(std::launch::async, [&] {
      for (size_t at = next++; at < trials.size(); at = next++) Run(files, whole, trials[at]);
    }));
  }
  for (std::future<void>& worker : workers) worker.get();
  LeaveOneOutReport report;
  report.facts = trials.size();
  for (Trial& trial : trials) {
    report.questions += trial.tests.size();
    report.kept += trial.kept;
    std::move(trial.borrowings.begin(), trial.borrowings.end(), std::back_inserter(report.borrowings));
  }
  return report;
}

}  // namespace docent
