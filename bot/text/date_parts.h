// bot/text/date_parts.h
// What the readers of dates share.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "bot/text/quantity.h"
#include "bot/text/scan.h"

namespace docent {

// The year that a word of four digits is: 1000 to 2999.
std::optional<int> YearOf(std::string_view word);

Quantity MakeDate(const Date& date, size_t begin, size_t end);

// Halves and quarters: "first half of 2018", "the second quarter", "Q1 2018", "2018 H1", "the year's first half".
std::optional<Quantity> ReadPartOfYear(const Scan& scan, size_t at);

// Seasons and stages: "summer 2026", "the autumn of 2025", "early 2024", "the end of 2025". The year must be said.
std::optional<Quantity> ReadSeason(const Scan& scan, size_t at);

}  // namespace docent
