// bot/answering/told_order.h
// Which of two things came first, where no dates tell it but a fact does: "the mill was built before the inn". The same
// words and names stand in "the inn was built before the mill", which is not so.

#pragma once

#include "bot/answering/brain.h"
#include "bot/answering/finding.h"
#include "bot/answering/inquiry.h"

namespace docent {

// The answer to a claim that one of two named things was before, or after, the other, or to the question which of them
// was; unknown if the question asks nothing of that kind, or if no fact tells their order in the question's other
// words.
Finding FindToldOrder(const Brain& brain, const Inquiry& inquiry);

}  // namespace docent
