#include "bot/server/suggester.h"

#include <algorithm>
#include <array>

#include "bot/dialogue/conversation.h"

namespace docent {
namespace {

void AddEntities(const Knowledge& knowledge, const Fact& fact, std::vector<std::string>& names) {
  for (const Slot& slot : fact.slots) {
    for (const Value& value : slot.values) {
      if (value.entity != kNone) names.push_back(knowledge.entities[value.entity].name);
    }
  }
}

}  // namespace

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

Suggester::Suggester(const Brain& brain) {
  const Knowledge& knowledge = brain.knowledge();
  for (const Fact& fact : knowledge.facts) {
    std::array<size_t, 2> counts = {0, 0};  // in other letters, in plain ones
    for (const ContentTest& test : fact.tests) {
      if (test.never || test.open || !test.history.empty()) continue;
      Candidate& candidate = candidates_.emplace_back(test.question);
      candidate.fact = knowledge.NameOf(fact);
      candidate.ascii = IsAscii(test.question);
      candidate.nth = counts[candidate.ascii ? 1 : 0]++;
      AddEntities(knowledge, fact, candidate.entities);
    }
  }
}

// Those about the first entity of the focus first, and so on; then those about none of them, in the files' order.
std::vector<const Suggester::Candidate*> Suggester::Ordered(const SuggestionsWanted& wanted) const {
  std::vector<std::vector<const Candidate*>> ranks(wanted.focus.size() + 1);
  std::vector<const Candidate*> told;
  for (const Candidate& candidate : candidates_) {
    if (candidate.ascii != wanted.ascii || candidate.question == wanted.asked) continue;
    if (std::find(wanted.told.begin(), wanted.told.end(), candidate.fact) != wanted.told.end()) {
      told.push_back(&candidate);
      continue;
    }
    const auto near = std::find_if(wanted.focus.begin(), wanted.focus.end(), [&](const std::string& name) {
      return std::find(candidate.entities.begin(), candidate.entities.end(), name) != candidate.entities.end();
    });
    ranks[static_cast<size_t>(near - wanted.focus.begin())].push_back(&candidate);
  }
  std::vector<const Candidate*> ordered;
  for (auto& rank : ranks) {
    std::stable_sort(rank.begin(), rank.end(),
                     [](const Candidate* one, const Candidate* other) { return one->nth < other->nth; });
    ordered.insert(ordered.end(), rank.begin(), rank.end());
  }
  ordered.insert(ordered.end(), told.begin(), told.end());
  return ordered;
}

std::vector<std::string> Suggester::Suggest(const SuggestionsWanted& wanted, Responder& responder) const {
  std::vector<std::string> suggested;
  size_t trials = 0;
  size_t good = 0;
  for (const Candidate* candidate : Ordered(wanted)) {
    if (suggested.size() >= wanted.count) break;
    Trial trial = candidate->trial.load(std::memory_order_relaxed);
    if (trial == Trial::kNone) {
      if (++trials > kMostTrials) break;
      Conversation alone;
      const Answer answer = responder.Respond({candidate->question, {}, false}, alone);
      trial = answer.status == Status::kAnswered ? Trial::kGood : Trial::kBad;
      candidate->trial.store(trial, std::memory_order_relaxed);
    }
    if (trial == Trial::kGood && good++ >= wanted.skip) suggested.push_back(candidate->question);
  }
  return suggested;
}

}  // namespace docent
