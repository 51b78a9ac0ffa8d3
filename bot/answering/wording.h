// bot/answering/wording.h
// Facts as an asker reads them: the sentence, the figure, the source. What docent itself says ("Yes.", "The facts do
// not say.") comes from the `say:` blocks of the rule files, in the question's language.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "bot/answering/answer.h"
#include "bot/knowledge/fact.h"
#include "bot/rules/language.h"

namespace docent {

// What parts two sentences, or a number and its unit: a space; nothing in Chinese.
std::string_view SpaceIn(std::string_view language);

// The text of a `say:` block in `language` (else English), with each {name} replaced by its text.
std::string Say(const Language& words, std::string_view name, std::string_view language,
                const std::map<std::string, std::string>& parts = {});

AnswerFact DescribeFact(const Knowledge& knowledge, FactId fact, std::string_view language);
AnswerValue DescribeValue(const Knowledge& knowledge, const Value& value, std::string_view language);

// The values of the slot at `slot` of the fact; none if there is no such slot.
std::vector<AnswerValue> ValuesOf(const Knowledge& knowledge, FactId fact, size_t slot, std::string_view language);

// The sentences of the facts, one after another, each only once, and the source at the end.
std::string StateFacts(const Knowledge& knowledge, const Language& words, const std::vector<FactId>& facts,
                       std::string_view language);

// "(Title, paragraphs 3 and 5)"; empty if no fact names a source.
std::string NameSources(const Knowledge& knowledge, const Language& words, const std::vector<FactId>& facts,
                        std::string_view language);

// A date as ISO 8601 with the precision it has: "2018", "2018-05", "--05-24".
std::string IsoDate(const Date& date);

}  // namespace docent
