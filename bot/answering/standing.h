// bot/answering/standing.h
// How far a fact goes: whether what it tells has happened, of how many of how many it holds, and whether of others too.
// A claim is held against that as well as against the fact's words.

#pragma once

#include <optional>

#include "bot/knowledge/fact.h"
#include "bot/reading/asked.h"

namespace docent {

// Whether what the fact tells is planned, expected or possible.
bool IsToCome(const Fact& fact);

// "It was built, right?" where it is planned: neither yes nor, as the plan itself may be meant, no.
bool IsOnlyPlanned(const Fact& fact, const Asked& asked);

// Of how much of a whole the fact holds, from 0 to 1: as a share, or as how many of how many; nothing if it does not
// say.
std::optional<double> PartOf(const Fact& fact);

// Whether the fact names more than one thing where the claim may name only one of them.
bool NamesOthers(const Fact& fact);

// Whether a claim that the fact bears out, or with `denied` refutes, holds as it was put. `negated`: it was put with a
// negation that is not part of what the fact denies.
bool Holds(const Fact& fact, const Asked& asked, bool negated, bool denied);

}  // namespace docent
