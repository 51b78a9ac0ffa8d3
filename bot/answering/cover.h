// bot/answering/cover.h
// How a fact accounts for one piece of a question: how well, by which of its terms, and where in it that stands.

#pragma once

#include <cstdint>

#include "bot/answering/frame_term.h"
#include "bot/answering/held_terms.h"
#include "bot/answering/unit.h"
#include "bot/knowledge/fact.h"

namespace docent {

struct Cover {
  enum class By : uint8_t {
    kNothing,
    kTerm,
    kParts,           // words of the phrase, but not the phrase
    kQuantity,        // one that agrees with the question's
    kNumberOfValues,  // "the three mills": a slot holds three
  };
  float quality = 0;    // 0..1
  uint32_t places = 0;  // bits of FrameTerm::places
  By by = By::kNothing;
  TermKey term = 0;  // with kTerm
};

// The best that `fact` has for `unit`; `terms` asks for those of the unit, and is turned to the fact.
Cover CoverOf(const Unit& unit, const Fact& fact, const HeldTerms& terms);

// Whether one of the fact's slots has as many values as the small number says: "the three centers", "which two
// parties".
bool HoldsSoMany(const Fact& fact, const Quantity& quantity);

}  // namespace docent
