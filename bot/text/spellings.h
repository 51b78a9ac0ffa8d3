// bot/text/spellings.h
// Letters and digits that people write in special ways, for the splitting of words. All take folded text.

#pragma once

#include <string_view>

namespace docent {

// Abbreviations whose dot ends no sentence: "st", "dr", "approx".
bool KeepsItsDot(std::string_view word);

// Letters that stand right behind a number and are a word of their own: "60bn", "24h". Others belong to the number
// as a name: "5g", "3d".
bool IsAttachedUnit(std::string_view letters);

// Letters that stand right before a number and are a word of their own: "rmb60".
bool IsCurrencyCode(std::string_view letters);

// "q1" to "q4", "h1" and "h2", as in "2018q1".
bool IsPeriodOfYear(std::string_view letters);

// Four digits that are likely a year where they touch a name: "waic2018".
bool IsCalendarYear(std::string_view digits);

}  // namespace docent
