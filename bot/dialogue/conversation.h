// bot/dialogue/conversation.h
// What one conversation remembers between turns: a plain value of bounded size.

#pragma once

#include <string>
#include <vector>

namespace docent {

struct Conversation {
  std::vector<std::string> turns;  // placeholder until dialogue/ is written
};

}  // namespace docent
