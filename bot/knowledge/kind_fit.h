// bot/knowledge/kind_fit.h
// Whether a value can be of the kind that its attribute declares. Loading takes what it is given; this tells an author
// of a year where a person is wanted, and which of two attributes of one word a fact means.

#pragma once

#include <optional>

#include "bot/knowledge/fact.h"

namespace docent {

// False only where `value` is surely not of `kind`: "2014" is no person, "maybe" no yes or no, "n.a." nothing at all. A
// text may be nearly anything: "every Tuesday" is a date, "12 Harbour Street" a place.
bool CanBe(const Value& value, Kind kind, const Knowledge& knowledge);

// The other kind that may tell what a question for `asked` wants to know, if there is one: "how long has she been a
// baker" may be told by since when, and the other way round; "how many of them" by a share.
std::optional<Kind> KindThatTellsToo(Kind asked);

}  // namespace docent
