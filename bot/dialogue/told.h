// bot/dialogue/told.h
// Follow-ups that say nothing by themselves and ask of what was told just now: the difference, the total, the others.

#pragma once

#include <optional>
#include <string>

#include "bot/answering/brain.h"
#include "bot/answering/finding.h"
#include "bot/answering/inquiry.h"
#include "bot/dialogue/conversation.h"

namespace docent {

// "By how much?", "what is the difference?" behind a comparison: what that compares, asked for the difference. It is
// one only of the facts that the comparison was told from. Nothing if `inquiry` asks for anything else, or nothing was
// compared.
std::optional<Inquiry> DifferenceOf(const Inquiry& inquiry, const Conversation& conversation, const Brain& brain);

// The word or words by which `inquiry` asks for nothing but a total ("and the two together?") or the others ("and the
// other two?", "and the rest?"); empty if it says anything else.
std::string TotalAskedFor(const Inquiry& inquiry, const Brain& brain);
std::string OthersAskedFor(const Inquiry& inquiry, const Brain& brain);

// The question before, asked for the total; nothing if there is none, or `total` is empty.
std::optional<std::string> WithTotal(const std::string& total, const Conversation& conversation);

// What `others` means: the one fact of the last answer, if it lists more things than the number that `inquiry` says;
// asked back if not.
Finding OthersTold(const Inquiry& inquiry, const std::string& others, const Conversation& conversation,
                   const Brain& brain);

}  // namespace docent
