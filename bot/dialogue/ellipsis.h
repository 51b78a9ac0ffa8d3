// bot/dialogue/ellipsis.h
// A follow-up that is only a piece of a question, "and at the top?", is the question before it with that piece in the
// place of one like it (stripping: Ross 1969; by substitution into the antecedent, after Dalrymple, Shieber, Pereira
// 1991). Which piece it replaces is not settled here: each is proposed, and the facts tell which question has an
// answer.

#pragma once

#include <string>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/inquiry.h"
#include "bot/dialogue/context.h"
#include "bot/dialogue/conversation.h"

namespace docent {

struct Substitution {
  std::string text;     // the question before, with the piece in the place of another
  double likeness = 0;  // of the piece to the one that it replaces, 0 to 1
};

// The ways to take `inquiry` as a piece of the last question of `conversation`, likeliest first; a handful at most.
// None if it says more than a piece does, or asks something by itself.
std::vector<Substitution> SubstitutionsOf(const Inquiry& inquiry, const Leaning& leaning,
                                          const Conversation& conversation, const Brain& brain);

}  // namespace docent
