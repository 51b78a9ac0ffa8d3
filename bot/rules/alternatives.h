// bot/rules/alternatives.h
// Lists of words in rule files: a bracket of alternatives saves writing a phrase many times.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace docent {

// The phrases of a comma- or semicolon-separated list, each with every choice of its brackets, and with or without
// what stands in square ones: "(in|from) (the|this) report, here [too]" is six phrases. A bracket that is not closed is
// taken as it stands.
std::vector<std::string> ListedPhrases(std::string_view list);

}  // namespace docent
