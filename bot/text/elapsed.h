// How much time lies between two dates, as far as they are known.

#pragma once

#include <optional>

#include "bot/text/quantity.h"

namespace docent {

struct Elapsed {
  int years = 0;
  int months = 0;
  int days = 0;
  std::optional<int> in_days = {};  // all of it, if both dates are known to the day
  bool exact = true;                // no days are left out beside months, nor months where only the years are known
};

// The time between the dates, whichever is earlier: days if both are known to the day and less than two months apart;
// years and months if both are known to the month; else years. Nothing if one has no year, or if they may be the same.
std::optional<Elapsed> TimeBetween(const Date& one, const Date& other);

}  // namespace docent
