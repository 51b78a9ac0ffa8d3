// bot/answering/standing.h
// How far a fact goes: whether what it tells has happened, of how many of how many it holds, and whether of others too.
// A claim is held against that as well as against the fact's words.

#pragma once

#include <optional>

#include "bot/answering/brain.h"
#include "bot/knowledge/fact.h"
#include "bot/reading/asked.h"

namespace docent {

// Whether what the fact tells is planned, expected or possible.
bool IsToCome(const Fact& fact);

// "It was built, right?" where it is planned: neither yes nor, as the plan itself may be meant, no.
bool IsOnlyPlanned(const Fact& fact, const Asked& asked);

// What a fact of some of a whole ("a third of the talents", "350 of 500") says of a claim about most of them, or about
// each: nothing if it says of no part of a whole, or if its bound leaves it open. A share is one of a whole if the fact
// says among what, or its sentence does right behind the share ("61 percent of the park", not "a rise of 5 percent").
struct PartOfWhole {
  std::optional<bool> is_most;
  std::optional<bool> is_all;
};
PartOfWhole PartIn(const Brain& brain, const Fact& fact);

// Whether what the fact tells was so until some time: "until 2022".
bool IsOver(const Brain& brain, const Fact& fact);

// Whether `fact` is over, and `other`, of the same thing and attribute, is not: who was harbour master until 2022,
// beside who has been it since.
bool IsSucceeded(const Brain& brain, FactId fact, FactId other);

// Whether the fact names more than one thing where the claim may name only one of them.
bool NamesOthers(const Fact& fact);

// Whether a claim that the fact bears out, or with `denied` refutes, holds as it was put. `negated`: it was put with a
// negation that is not part of what the fact denies.
bool Holds(const Fact& fact, const Asked& asked, bool negated, bool denied);

}  // namespace docent
