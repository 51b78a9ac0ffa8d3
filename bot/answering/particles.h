// bot/answering/particles.h
// "They turn the visitors away": a verb and its particle, with a noun between them, are one word.

#pragma once

#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/unit.h"

namespace docent {

// Makes one unit of a verb and a particle behind it ("away", "off") that the language knows as one phrase.
void JoinParticles(const Brain& brain, const MarkedQuestion& marked, std::vector<Unit>& units);

}  // namespace docent
