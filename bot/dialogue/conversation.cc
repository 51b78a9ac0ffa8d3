#include "bot/dialogue/conversation.h"

#include <utility>

namespace docent {

void Conversation::Remember(Turn turn) {
  turns.push_back(std::move(turn));
  if (turns.size() > kMostTurns) turns.erase(turns.begin());
}

}  // namespace docent
