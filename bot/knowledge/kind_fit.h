// bot/knowledge/kind_fit.h
// Whether a value can be of the kind that its attribute declares. Loading takes what it is given; this tells an author
// of a year where a person is wanted, and which of two attributes of one word a fact means.

#pragma once

#include "bot/knowledge/fact.h"

namespace docent {

// False only where `value` is surely not of `kind`: "2014" is no person, "maybe" no yes or no, "n.a." nothing at all. A
// text may be nearly anything: "every Tuesday" is a date, "12 Harbour Street" a place.
bool CanBe(const Value& value, Kind kind, const Knowledge& knowledge);

// Whether a value of the kind `other` may tell what a question for one of the kind `asked` wants to know: "how long has
// she been a baker" by since when, and the other way round; "how many of them" by a share.
bool MayBeToldBy(Kind asked, Kind other);

// Whether there is such a kind.
bool MayBeToldByAnother(Kind asked);

}  // namespace docent
