// bot/answering/polarity.h
// Whether a fact denies what it speaks of: "dogs may not come in" shares every word with "may dogs come in" and does
// not bear it out. Read off the fact's sentence: a clause with a negation denies what stands in it, but not what stands
// beside it ("books may not be borrowed; they may be read"), nor what it excepts ("except guide dogs").

#pragma once

#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/match.h"
#include "bot/answering/unit.h"

namespace docent {

// Whether what `units` claim, so far as the fact of `match` accounts for it, is what the fact denies.
bool IsDeniedBySentence(const Brain& brain, const std::vector<Unit>& units, const FrameMatch& match);

// Whether as many words negate in the claim as in the fact's sentence, and any do: what it denies, the fact denies too.
bool NegatesAlike(const Brain& brain, const Asked& asked, FactId fact);

// Whether the claim says what the fact's sentence says, all but word for word: whatever is negated in it then is so in
// the sentence too.
bool Restates(const Brain& brain, const std::vector<Unit>& units, const Asked& asked, const FrameMatch& match);

// Whether the fact tells of something that was before: "before", "previously", or what a figure grew from.
bool TellsOfBefore(const Brain& brain, FactId fact);

// Whether the fact's sentence speaks of others than those it names: "nobody else".
bool SpeaksOfOthers(const Brain& brain, FactId fact);

// Whether the fact's sentence says of most of some things what it says.
bool SpeaksOfMost(const Brain& brain, FactId fact);

// Whether the fact tells that something is not, or no more: it denies, forbids, limits or ends something.
bool TellsOfHindrance(const Brain& brain, FactId fact);

// Whether the fact bears out less than the claim says: "everything" where it speaks of some, or what is so only if
// something else is.
bool SaysLess(const Brain& brain, const Asked& asked, FactId fact);

// Whether the fact says that what it tells had not been so before: "a record", "for the first time".
bool IsUnequalled(const Brain& brain, FactId fact);

}  // namespace docent
