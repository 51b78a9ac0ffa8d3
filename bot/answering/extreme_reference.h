// bot/answering/extreme_reference.h
// A thing that is described as the first or the most of its type, within a question about it: "who built the oldest
// ship", "the captain of the ship with the most cabins in 2019".

#pragma once

#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/inquiry.h"
#include "bot/answering/unit.h"
#include "bot/knowledge/store.h"

namespace docent {

struct ExtremeReference {
  std::vector<Unit> units;  // of the question, with the thing in place of its description
  EntityId entity = kNone;
  std::vector<FactId> facts;  // that show it to be the first, or the most
};

// Ways to resolve such a description, those first that take the most words for it. None if the question has none, or
// asks nothing else, or several things are first alike.
std::vector<ExtremeReference> ResolveExtremes(const Brain& brain, StoreConnection& store, const Inquiry& inquiry);

// Whether the question says that something is the first or last of its kind, and no fact of these says so: then they
// tell of any.
bool PassesOverPlaceInTime(const Brain& brain, const Inquiry& inquiry, const std::vector<FactId>& facts);

}  // namespace docent
