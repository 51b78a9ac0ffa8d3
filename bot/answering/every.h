// bot/answering/every.h
// What all things of a type have of one attribute, where the question names nothing but that: "who are the deans",
// "list the leaders". No rule covers it, and any one of the facts is no answer.

#pragma once

#include "bot/answering/brain.h"
#include "bot/answering/inquiry.h"
#include "bot/reading/query.h"

namespace docent {

// "Dean of every faculty"; null if the question says anything else, or says it of one, or if only one or two things
// have the attribute: these are told as facts are.
QueryPtr ReadEvery(const Brain& brain, const Inquiry& inquiry);

}  // namespace docent
