// bot/server/suggester.h
// Further questions to ask: authors' own test lines, nearest first to what was talked about, one of each fact before a
// second one of any, and last those about what was told just now; each tried before it is offered. What a trial came to
// is remembered, so that trying costs little in all. Thread-safe.

#pragma once

#include <atomic>
#include <deque>
#include <string>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/dialogue/responder.h"

namespace docent {

struct SuggestionsWanted {
  std::string asked;               // is not suggested
  std::vector<std::string> focus;  // names of entities, most important first
  std::vector<std::string> told;   // names of facts that the asker has just been told
  bool ascii = true;               // the language to suggest in, as far as letters tell it
  size_t count = 3;
  size_t skip = 0;  // so many of the good ones are left out
};

class Suggester {
 public:
  explicit Suggester(const Brain& brain);

  // At most `count` questions. `responder` answers from the Brain that this was made of. One call tries at most
  // kMostTrials questions, and gives fewer than it could if that is not enough.
  std::vector<std::string> Suggest(const SuggestionsWanted& wanted, Responder& responder) const;

  static constexpr size_t kMostTrials = 16;

 private:
  enum class Trial : signed char { kNone, kGood, kBad };

  struct Candidate {
    explicit Candidate(std::string text) : question(std::move(text)) {}
    std::string question;
    std::string fact;
    std::vector<std::string> entities;  // that its fact is about
    size_t nth = 0;                     // of the questions of its fact that are in its letters
    bool ascii = true;
    mutable std::atomic<Trial> trial = Trial::kNone;
  };

  std::vector<const Candidate*> Ordered(const SuggestionsWanted& wanted) const;

  std::deque<Candidate> candidates_;
};

// Whether a text is written in plain letters only.
bool IsAscii(std::string_view text);

}  // namespace docent
