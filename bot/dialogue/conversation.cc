#include "bot/dialogue/conversation.h"

#include <utility>

namespace docent {

Conversation::Conversation(std::vector<Turn> turns) {
  if (!turns.empty()) turns_ = std::make_shared<const std::vector<Turn>>(std::move(turns));
}

const std::vector<Turn>& Conversation::turns() const {
  static const std::vector<Turn> kNone;
  return turns_ ? *turns_ : kNone;
}

void Conversation::Remember(Turn turn) {
  std::vector<Turn> remembered;
  const size_t forgotten = turns().size() < kMostTurns ? 0 : turns().size() - kMostTurns + 1;
  remembered.reserve(turns().size() - forgotten + 1);
  remembered.assign(turns().begin() + static_cast<std::ptrdiff_t>(forgotten), turns().end());
  remembered.push_back(std::move(turn));
  turns_ = std::make_shared<const std::vector<Turn>>(std::move(remembered));
}

}  // namespace docent
