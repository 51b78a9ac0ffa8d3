// bot/answering/excluded.h
// What a question sets aside: of "besides the old mill, which mills are there" and "which firms other than Aurora", the
// thing after the words of exclusion is no answer, and no answer need speak of it.

#pragma once

#include <string_view>
#include <vector>

#include "bot/answering/unit.h"
#include "bot/knowledge/fact.h"
#include "bot/reading/form.h"
#include "bot/rules/rule_set.h"

namespace docent {

// Marks the units of what is set aside, and drops those of what is not meant but for names (Form::contrast).
void MarkExcluded(const MarkedQuestion& marked, const Language& language, const RuleSet& rules, Form& form,
                  std::vector<Unit>& units);

// Whether the entity is, or has in its name, a thing that the question sets aside; false for kNone.
bool IsExcluded(EntityId entity, const std::vector<Unit>& units, const FrameIndex& index);

// Whether anything is set aside.
bool ExcludesAny(const std::vector<Unit>& units);

// Whether the words that were set aside name the value: "the old stone one" sets aside "old stone mill".
bool IsExcludedByWords(std::string_view text, const std::vector<Unit>& units);

}  // namespace docent
