// bot/answering/rank.h
// Posts below a post: a vice president is not the president, nor the director a deputy director, though they share a
// word.

#pragma once

#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/unit.h"

namespace docent {

enum class Rank { kSame, kAnother, kUnsaid };

// Whether the fact's sentence speaks of the post that the unit `at` names: of another where a word like "vice" stands
// before it in one of question and sentence only. Where the question has such a word and the sentence has neither it
// nor the post, which rank is meant is not said. Of what is no post, kSame.
Rank RankOf(const Brain& brain, const std::vector<Unit>& units, size_t at, const Fact& fact);

}  // namespace docent
