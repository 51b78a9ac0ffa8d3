// bot/dialogue/conversation.h
// What one conversation remembers between turns: a plain value of bounded size. It holds words and names, not ids, so
// that it outlives the Brain it began with.

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "bot/reading/mend.h"

namespace docent {

// One question that was asked, and what it came to.
struct Turn {
  std::string asked;                 // the question it was understood as: with what a clarification added
  std::vector<std::string> focus;    // names of the entities that it was about and that were its answer, best first
  std::vector<std::string> facts;    // names of the facts of its answer
  std::vector<std::string> choices;  // what the asker was asked to choose from
  Spelling spelling = Spelling::kMended;  // how `asked` was read
  bool is_description = false;  // the first of `focus` was to be described; the others were only named in that
  std::string value = {};       // the answer itself, if it was one: a figure, a date
};

// The last `count` of `turns` as the one question that they were asked as; what was asked last is spoken of first.
Turn AsOneTurn(const std::string& asked, const std::vector<Turn>& turns, size_t count);

// A value whose copies share their turns, which are never changed: copying it costs nothing.
class Conversation {
 public:
  static constexpr size_t kMostTurns = 4;

  Conversation() = default;
  explicit Conversation(std::vector<Turn> turns);

  const std::vector<Turn>& turns() const;  // oldest first

  // Adds a turn and forgets the oldest beyond kMostTurns. Copies made before are as they were.
  void Remember(Turn turn);

  // The same for copies of one conversation, and for all in which nothing was said; another for any other
  // conversation that lives at the same time.
  const void* identity() const { return turns_.get(); }

 private:
  std::shared_ptr<const std::vector<Turn>> turns_;  // nullptr: none
};

}  // namespace docent
