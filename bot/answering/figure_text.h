// bot/answering/figure_text.h
// How a figure is written that was worked out of others.

#pragma once

#include <string>
#include <string_view>

#include "bot/rules/language.h"

namespace docent {

// With as many decimals as it has, two at most; else with one: "12", "1.5", "2.25", "0.3" of a third.
std::string ShownNumber(double number);

// A large number in words of its language, others with commas, and its unit: "1.2 billion yuan", "20,000 visitors".
// An empty unit is none.
std::string ShownFigure(const Language& words, std::string_view language, double number, const std::string& unit);

// A share as a percentage, with the fraction that no whole percentage is: "75 %", "2/3 (67 %)".
std::string ShownShare(double share);

}  // namespace docent
