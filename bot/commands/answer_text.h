// bot/commands/answer_text.h
// An answer as plain text, for a terminal.

#pragma once

#include <string>

#include "bot/answering/answer.h"

namespace docent {

// The words, what was mended, the facts with their sources unless the
// words say them already, what can be meant or asked instead; ends in a newline.
std::string ToPlainText(const Answer& answer);

// The steps of the way to the answer, one a line, names aligned.
std::string StepsText(const Answer& answer);

}  // namespace docent
