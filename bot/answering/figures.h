// bot/answering/figures.h
// Questions that need more than one figure: which of two is more or earlier, what several come to, what share one is of
// another, how many times as much.

#pragma once

#include "bot/answering/brain.h"
#include "bot/answering/finding.h"
#include "bot/answering/unit.h"
#include "bot/knowledge/store.h"
#include "bot/reading/form.h"
#include "bot/reading/mention.h"

namespace docent {

// Whether a side of the form is a figure of the question's own: "is it smaller than 5 billion". It is claimed of a fact
// then, and not held against another.
bool IsAgainstGiven(const Form& form, const std::vector<Unit>& units);

// What the figures of the facts come to, as the form's act says. Unknown if any of them is not to be had; the caller
// may then look for a fact that states the result itself.
Finding WorkOut(const Brain& brain, StoreConnection& store, const MarkedQuestion& marked, const Form& form,
                const std::vector<Unit>& units);

}  // namespace docent
