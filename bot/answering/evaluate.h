// bot/answering/evaluate.h
// What the facts say to a query: its values, each with the facts that it stands on. Looked up in
// the RowIndex; the work is bounded, whatever was asked.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bot/knowledge/fact.h"
#include "bot/knowledge/row_index.h"
#include "bot/knowledge/schema.h"
#include "bot/reading/query.h"

namespace docent {

struct FoundValue {
  Value value;  // an entity, a value as a fact states it, or a figure that was worked out
  std::vector<FactId> facts;
};

struct Findings {
  std::vector<FoundValue> values;  // in the order of entities and facts; no two alike
  std::optional<bool> flag;        // of a WhetherQuery
  std::vector<FactId> facts;       // all that the values stand on, or that show that there are none; at most kMostFacts
  bool complete = false;           // the facts used are all there are: a zero and a "no" can be relied on
  bool too_much = false;           // given up; nothing was found
};

inline constexpr size_t kMostFacts = 64;

Findings Evaluate(const Query& query, const Knowledge& knowledge, const Schema& schema, const RowIndex& rows);

// One line: `austin:city, 345496 {city.csv:2:population}`; `yes`; `too much`.
std::string ToString(const Findings& findings, const Knowledge& knowledge);

// A worked-out number as people write it: `3`, `1.5`, `225195124`.
std::string NumberText(double number);

}  // namespace docent
