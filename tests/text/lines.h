// tests/text/lines.h
// Results of bot/text as one line each.

#pragma once

#include <string>
#include <string_view>

#include "bot/text/quantity.h"
#include "bot/text/words.h"

namespace docent {

// The words joined by spaces: "what 's new".
inline std::string Split(std::string_view text) { return JoinWords(SplitWords(text)); }

// What was found, with its text: `money 5 USD [$5]; date 2018 [2018]`.
inline std::string Quantities(std::string_view text) {
  std::string line;
  for (const Quantity& quantity : FindQuantities(text, SplitWords(text))) {
    if (!line.empty()) line.append("; ");
    line.append(ToString(quantity)).append(" [").append(quantity.text).append("]");
  }
  return line;
}

// The quantity that is all of `text`, or "nothing".
inline std::string Parsed(std::string_view text) {
  const auto quantity = ParseQuantity(text);
  return quantity ? ToString(*quantity) : "nothing";
}

}  // namespace docent
