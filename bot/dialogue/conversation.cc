#include "bot/dialogue/conversation.h"

#include <algorithm>
#include <utility>

namespace docent {

Turn AsOneTurn(const std::string& asked, const std::vector<Turn>& turns, size_t count) {
  Turn one = turns.back();
  one.asked = asked;
  for (size_t i = 1; i < std::min(count, turns.size()); ++i) {
    const Turn& turn = turns[turns.size() - 1 - i];
    for (const std::string& name : turn.focus) {
      if (std::find(one.focus.begin(), one.focus.end(), name) == one.focus.end()) one.focus.push_back(name);
    }
    one.facts.insert(one.facts.begin(), turn.facts.begin(), turn.facts.end());
  }
  constexpr size_t kMostFocus = 24;
  if (one.focus.size() > kMostFocus) one.focus.resize(kMostFocus);
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
