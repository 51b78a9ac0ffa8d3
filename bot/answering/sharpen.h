// bot/answering/sharpen.h
// What the question's content adds to what its form asks for: "how much will they spend" asks for money, "the museum's
// headcount" for a number, "who heads it" for one of whom just that is told.

#pragma once

#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/unit.h"
#include "bot/reading/form.h"
#include "bot/reading/mention.h"

namespace docent {

// Narrows the kind of answer that `form` asks for, and weighs among `units`, which are of `marked`, what it asks for.
void SharpenForm(const Brain& brain, const MarkedQuestion& marked, Form& form, std::vector<Unit>& units);

}  // namespace docent
