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
  size_t end = 0;         // the word behind it
  bool loose = false;     // also an ordinary preposition ("over", "about", "within"): before a date it says no bound
  size_t sign_bytes = 0;  // of a sign that is no word, as "+" in "1,000+"
};

// A sign that bounds the quantity behind it: "~350", ">= 60".
struct BoundSign {
  Bound bound = Bound::kExactly;
  size_t bytes = 0;  // from where the sign begins to where the quantity does
};

// The phrase that begins at `at` and would bound a quantity right behind it.
std::optional<BoundPhrase> ReadBoundBefore(const Scan& scan, size_t at);

// The phrase that begins at `at` and bounds the quantity that ends there.
std::optional<BoundPhrase> ReadBoundBehind(const Scan& scan, size_t at, const Quantity& quantity);

// The sign right before the word at `at`; kExactly and no bytes if there is none.
BoundSign BoundSignBefore(const Scan& scan, size_t at);

}  // namespace docent
