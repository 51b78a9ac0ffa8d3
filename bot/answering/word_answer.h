// bot/answering/word_answer.h
// From what was found to what is said: the finding in words, with its facts, values and corrections.

#pragma once

#include "bot/answering/answer.h"
#include "bot/answering/brain.h"
#include "bot/answering/finding.h"
#include "bot/answering/inquiry.h"

namespace docent {

// The finding in words, in the language of the question.
Answer WordAnswer(const Brain& brain, const Inquiry& inquiry, const Finding& finding);

}  // namespace docent
