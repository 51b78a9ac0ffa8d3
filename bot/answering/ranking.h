// bot/answering/ranking.h
// A superlative whose measure the question puts in its own words: "which grant brought in the most money", "which
// harbour has the deepest water", "on which route do you pay the least". What the things of the type are measured by is
// found as facts are: the attribute whose figures account for the words around the superlative.

#pragma once

#include "bot/answering/brain.h"
#include "bot/answering/inquiry.h"
#include "bot/knowledge/store.h"
#include "bot/reading/query.h"

namespace docent {

// "Every harbour with highest depth"; null if the question has no superlative, names no type, or names something that
// would narrow the type down, or if no attribute or more than one accounts for its words.
QueryPtr ReadRanking(const Brain& brain, StoreConnection& store, const Inquiry& inquiry);

}  // namespace docent
