// bot/text/starters.h
// The words that a quantity can begin with. All others are passed over at the price of one look-up.
// Collected from the readers' own tables, so that no word can be forgotten here.

#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_set>

#include "bot/text/scan.h"

namespace docent {

using WordSet = std::unordered_set<std::string_view>;

// Whether a quantity may begin at `at`; false only if none can.
bool MayBeginQuantity(const Scan& scan, size_t at);

// Each adds the first words of what its readers know.
void AddBoundStarters(WordSet& words);
void AddCurrencyStarters(WordSet& words);
void AddNumeralStarters(WordSet& words);
void AddChineseNumeralStarters(WordSet& words);
void AddOrdinalStarters(WordSet& words);
void AddMonthStarters(WordSet& words);
void AddYearPartStarters(WordSet& words);
void AddSeasonStarters(WordSet& words);

}  // namespace docent
