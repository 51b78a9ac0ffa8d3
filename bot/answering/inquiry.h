// bot/answering/inquiry.h
// One question on its way to an answer, step by step: marked words, what rules made of it, its form, its content.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/finding.h"
#include "bot/answering/unit.h"
#include "bot/reading/form.h"
#include "bot/reading/mention.h"
#include "bot/reading/reading.h"

namespace docent {

struct Inquiry {
  MarkedQuestion marked;
  Reading reading;
  size_t form_index = 0;  // which of the forms that fit `form` is
  Form form;
  std::vector<Unit> units;
};

// Marks and reads `text`.
Inquiry Inquire(const Brain& brain, std::string_view text, Spelling spelling = Spelling::kMended);

// What the facts say to it: first by the rules that cover it whole, then by the facts that account for its words.
// Adds what it did to `steps`, if there are any to be kept.
Finding Resolve(const Brain& brain, StoreConnection& store, const Inquiry& inquiry, std::vector<Step>* steps);

// What was found as no answer, but as what is nearest to one.
Finding AsNearest(Finding finding);

}  // namespace docent
