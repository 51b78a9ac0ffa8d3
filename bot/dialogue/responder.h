// bot/dialogue/responder.h
// The way from a question to its answer, for one thread. A Responder holds what must not be shared: its own
// connection to the Brain's fact store. The Brain itself is shared and const.

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "bot/answering/answer.h"
#include "bot/answering/brain.h"
#include "bot/dialogue/conversation.h"
#include "bot/knowledge/store.h"

namespace docent {

// One question as it is asked.
struct Question {
  std::string text;                  // UTF-8; callers bound its length
  std::vector<std::string> history;  // earlier user turns, oldest first, for askers without a Conversation
  bool explain = false;              // fill Answer::steps
  // How much may be worked out for it: each question in its text and history is a step, each 100 bytes of one, and each
  // 1,000 times that a fact is held against a piece of it. The same on every machine.
  size_t most_steps = 1'000'000;          // which no question takes; servers allow less
  Spelling spelling = Spelling::kMended;  // of `text`; the history is mended
};

// Not thread-safe: one for each thread. Throws std::runtime_error if the store cannot be opened.
class Responder {
 public:
  explicit Responder(std::shared_ptr<const Brain> brain);
  ~Responder();
  Responder(const Responder&) = delete;
  Responder& operator=(const Responder&) = delete;

  // Answers `question` as the next turn of `conversation` and remembers the turn there. If question.history is not
  // empty, the conversation is first brought to the state after those turns, from nothing. Throws TooMuchWork; the
  // conversation is then as it was.
  Answer Respond(const Question& question, Conversation& conversation);

  const Brain& brain() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace docent
