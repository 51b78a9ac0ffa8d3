// bot/dialogue/leave_one_out.h
// Whether docent makes up for a fact that it does not have. Each fact is taken away in turn, and the questions of its
// `test:` lines are asked of what is left: they must be declined, unless what is left says the same. An answer that
// gives another fact's value instead is a borrowing, which no reader of it could tell from the truth.

#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "bot/answering/answer.h"
#include "bot/answering/brain.h"
#include "bot/knowledge/diagnostic.h"
#include "bot/knowledge/fact.h"

namespace docent {

struct Borrowing {
  ContentTest test;
  std::string fact;  // the name of the fact that was taken away
  Place fact_place;
  Answer answer;  // what was said without it, with its steps
};

struct LeaveOneOutReport {
  size_t facts = 0;                   // taken away: those with a `test:` line that is asked
  size_t questions = 0;               // asked
  size_t kept = 0;                    // answered still, because what is left says the same
  std::vector<Borrowing> borrowings;  // in the order of the files
};

// Builds a Brain for each fact, on as many threads as the machine has. `files` have been loaded without an error;
// `wanted` chooses among the `test:` lines, all if it is empty, and is called on one thread only.
LeaveOneOutReport LeaveOneOut(const BrainFiles& files, const std::function<bool(const ContentTest&)>& wanted = nullptr);

}  // namespace docent
