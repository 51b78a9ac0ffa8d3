// bot/answering/name_run.h
// Capitalised words side by side that are all of names, and together are the name of nothing: "Western Yarrow Stadium",
// where the facts know a Harbour Yarrow Stadium and a Western Kelp Company. A fact that holds them only in pieces is
// about another thing, and another thing's figure is a wrong answer. In lower case a word beside a name may as well
// belong to what is asked of it: "the yarrow people".

#pragma once

#include <cstddef>
#include <vector>

#include "bot/answering/held_terms.h"
#include "bot/answering/unit.h"
#include "bot/reading/mention.h"
#include "bot/rules/vocabulary.h"

namespace docent {

// Sets Unit::name_run of the words of such runs, and Unit::is_name_alone of those that are nothing but parts of names.
// A run has one of these at least.
void MarkNameRuns(const MarkedQuestion& marked, const Vocabulary& vocabulary, std::vector<Unit>& units);

// The units of such runs that a fact leaves over: it does not say them, or says them of another thing than the rest of
// the run. `covers` says of each unit how well the fact accounts for it, `terms` are turned to the fact.
std::vector<size_t> LeftOfNameRuns(const std::vector<Unit>& units, const std::vector<float>& covers,
                                   const HeldTerms& terms);

}  // namespace docent
