// bot/answering/total.h
// "How many beds are there", where a hospital has 40 and its two wards 15 and 25: the whole is meant, which is what its
// parts add up to.

#pragma once

#include <optional>
#include <vector>

#include "bot/answering/match.h"
#include "bot/knowledge/fact.h"

namespace docent {

// Of the matches that are hardly worse than the first, by `tie` of score, and of its attribute: the one whose figure is
// the sum of all others' figures, which are of things of other types. Nothing if there are fewer than three, or if no
// figure is.
std::optional<FrameMatch> TotalOf(const Knowledge& knowledge, const std::vector<FrameMatch>& matches, double tie);

}  // namespace docent
