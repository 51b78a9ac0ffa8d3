// bot/dialogue/context.h
// What a question takes from the turns before it. A full question takes nothing; a pronoun stands for what the last
// turns were about; an elliptical question ("and in June?", "why?") is the last one with something changed.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/inquiry.h"
#include "bot/dialogue/conversation.h"

namespace docent {

// How a question leans on what came before.
struct Leaning {
  bool has_pronoun = false;    // "it", "there", "that day": something must be known before
  bool points_back = false;    // "that company": the one that was spoken of
  std::string open_subject;    // "he", "it": nothing in the question itself says who or what it is
  bool follows_up = false;     // "and", "what about": it begins like a continuation
  bool corrects = false;       // "no, I meant": it replaces a part of the last question
  bool is_elliptical = false;  // too little content to stand alone
  bool leans() const { return has_pronoun || points_back || follows_up || corrects || is_elliptical; }
};

Leaning LeaningOf(const Inquiry& inquiry, const Brain& brain);

// `text` with the noun that "one" stands for, as the last turns spoke of it: "and the middle one" after a question
// about layers is "and the middle layer".
std::string NameOnes(const std::string& text, const Conversation& conversation, const Brain& brain);

// `inquiry` with what it takes from `conversation`: entities for its pronouns, the content of the last question as
// context, and the last question's form where it has none of its own.
Inquiry WithContext(const Inquiry& inquiry, const Leaning& leaning, const Conversation& conversation,
                    const Brain& brain);

// The question before with the name of the follow-up in the place of its own: "how long is the Heron?", "and the Tide?"
// makes "how long is the Tide?". Nothing if the follow-up says more than a name, or if the question before has not just
// one name of that kind.
std::optional<std::string> WithNameReplaced(const Inquiry& inquiry, const Leaning& leaning,
                                            const Conversation& conversation, const Brain& brain);

}  // namespace docent
