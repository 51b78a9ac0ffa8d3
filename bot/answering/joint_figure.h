// "Does the town pay more than the state and the church together?": a side of a comparison that is a sum.

#pragma once

#include <optional>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/figure.h"
#include "bot/answering/figure_finder.h"
#include "bot/answering/unit.h"
#include "bot/reading/form.h"
#include "bot/reading/mention.h"

namespace docent {

// The figures of the two sides of the form, of which one enumerates several things and says that they are taken
// together: its figure is what the things have in all of the attribute of the other side's. Nothing if no side does, or
// if one thing has no such figure.
std::optional<FigurePair> FindPairWithSum(const Brain& brain, const MarkedQuestion& marked, const Form& form,
                                          const std::vector<Unit>& units, FigureFinder& finder);

}  // namespace docent
