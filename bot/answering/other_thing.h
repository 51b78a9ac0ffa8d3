// bot/answering/other_thing.h
// Whether a fact that shares words with a question tells of something else than what is asked for.

#pragma once

#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/match.h"
#include "bot/answering/unit.h"
#include "bot/knowledge/fact.h"
#include "bot/reading/asked.h"

namespace docent {

// "The entrance fee of the zeppelin": whether a thing that no fact speaks of is what the question is about.
bool AsksOfAbsentThing(const FrameMatch& match, const std::vector<Unit>& units);

// "How big was the harvest": a figure of something else is no answer.
bool IsFigureOfAnother(const FrameMatch& match, const std::vector<Unit>& units, const Asked& asked);

// "How many visitors came in 2021" is not answered by how much of something else there was in that year.
bool SharesOnlyFigures(const FrameMatch& match, const std::vector<Unit>& units, const Asked& asked);

// Whether somebody did something else, said it of another thing, or what the question asks for by name is missing.
bool TellsOfOtherThing(const FrameMatch& match, const std::vector<Unit>& units, const Asked& asked);

// "How many trams are there" is not answered by what a fact counts that only goes on to mention a tram museum.
bool OnlyMentionsCounted(const Brain& brain, const FrameMatch& match, const std::vector<Unit>& units,
                         const Asked& asked);

// "In the repeated test" is not answered by what was so in the first one: whether words that the fact, of some phase,
// does not hold stand in the phase of another fact of its attribute.
bool IsOfAnotherPhase(const Knowledge& knowledge, const FrameMatch& match, const std::vector<Unit>& units,
                      const std::vector<FrameMatch>& matches);

}  // namespace docent
