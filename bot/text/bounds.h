// bot/text/bounds.h
// The words around a quantity that say how exact it is: "more than" before it, "or more" behind it.

#pragma once

#include <cstddef>
#include <optional>

#include "bot/text/quantity.h"
#include "bot/text/scan.h"

namespace docent {

struct BoundPhrase {
  Bound bound = Bound::kExactly;
  size_t end = 0;      // the word behind it
  bool loose = false;  // also an ordinary preposition ("over", "about", "within"): before a date it says no bound
};

// The phrase that begins at `at` and would bound a quantity right behind it.
std::optional<BoundPhrase> ReadBoundBefore(const Scan& scan, size_t at);

// The phrase that begins at `at` and bounds the quantity that ends there.
std::optional<BoundPhrase> ReadBoundBehind(const Scan& scan, size_t at, const Quantity& quantity);

// A sign right before the word at `at`, as in "~350" and ">= 60"; kExactly if there is none.
Bound BoundSignBefore(const Scan& scan, size_t at);

}  // namespace docent
