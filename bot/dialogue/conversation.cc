#include "bot/dialogue/conversation.h"

#include <algorithm>
#include <utility>

namespace docent {

Turn AsOneTurn(const std::string& asked, const std::vector<Turn>& turns, size_t count) {
  Turn one = turns.back();
  one.asked = asked;
  for (size_t i = 1; i < std::min(count, turns.size()); ++i) {
    const Turn& turn = turns[turns.size() - 1 - i];
    one.focus.insert(one.focus.end(), turn.focus.begin(), turn.focus.end());
    one.facts.insert(one.facts.begin(), turn.facts.begin(), turn.facts.end());
  }
  return one;
}

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
