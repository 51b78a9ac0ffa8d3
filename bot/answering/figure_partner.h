// bot/answering/figure_partner.h
// What goes with a figure that was found, though the question does not ask for it in words of its own: what it was at
// another time, what it is to be, what it leaves of the whole.

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/figure.h"
#include "bot/answering/unit.h"

namespace docent {

// One of the figures with that of the same thing at another time, the earlier first: the latest later one if the
// question names the time of the earlier (`names_time`), else the only other one. Nothing if there are very many.
std::optional<FigurePair> AtTwoTimes(const Brain& brain, const std::vector<Figure>& figures, bool names_time);

// What there is of something, and what there is to be of it, which is more: the first target of `targets`, with the
// latest of `presents`.
std::optional<FigurePair> PresentAndTarget(const Brain& brain, const std::vector<Figure>& presents,
                                           const std::vector<Figure>& targets, std::string_view language);

// The first share of less than all whose fact does not speak of the rest itself ("a third is not sold", "a tenth lives
// elsewhere") and has one of the things that `units` name in its subject, its value or its place: what is outside of it
// is the rest. "Exported from the town" tells what is outside.
std::optional<Figure> ShareWithRest(const Brain& brain, const std::vector<Figure>& shares,
                                    const std::vector<Unit>& units, std::string_view language);

}  // namespace docent
