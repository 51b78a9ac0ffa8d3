// bot/answering/time_order.h
// "Which ship was built first", "what is the newest ship": the things of a type by the date that the question means.

#pragma once

#include <optional>

#include "bot/answering/brain.h"
#include "bot/answering/inquiry.h"
#include "bot/knowledge/store.h"
#include "bot/reading/query.h"

namespace docent {

struct PlaceInTime {
  WordSpan span;
  Direction direction = Direction::kLow;  // the first
};

// "First", "newest"; nothing if the question says several.
std::optional<PlaceInTime> FindPlaceInTime(const Brain& brain, const MarkedQuestion& marked);

// "Every ship with lowest launch date", of what has happened; null if the question asks for no first or last of a type,
// or names something that would narrow the type down, or if its words, or where it has none the type, leave open which
// date is meant.
QueryPtr ReadTimeOrder(const Brain& brain, StoreConnection& store, const Inquiry& inquiry);

}  // namespace docent
