// bot/commands/fact_list.h
// All facts, or those about one thing, as text, JSON lines, CSV or RDF.

#pragma once

#include <string>
#include <vector>

#include "bot/knowledge/fact.h"

namespace docent {

// The facts whose subject `name` is, in any case; all if it is empty.
std::vector<FactId> FactsAbout(const Knowledge& knowledge, const std::string& name);

// One line each, with what every value was read as, then its sentences:
//
//   ships.facts:7  Aurora: crew = more than 60 [number >60] (when 1912 [date 1912]; status done)
//       In 1912 the Aurora sailed with a crew of more than 60.
std::string ToText(const Knowledge& knowledge, const std::vector<FactId>& facts);
// One object a line, with all slots: of each the kind of question it answers, and what its values were read as.
std::string ToJsonLines(const Knowledge& knowledge, const std::vector<FactId>& facts);
// RFC 4180: id, entity, attribute, value, qualifiers, says, source, paragraph, status, kind.
std::string ToCsv(const Knowledge& knowledge, const std::vector<FactId>& facts);
// Turtle: entities of schema.org's Person, Organization, Place, Event or Thing where their kind says so; each fact a
// node of its own, so that its qualifiers and its source stay with it.
std::string ToTurtle(const Knowledge& knowledge, const std::vector<FactId>& facts);

}  // namespace docent
