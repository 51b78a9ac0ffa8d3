// bot/knowledge/table.h
// Many facts of one shape: a CSV file (RFC 4180) and one block that says what its columns are.
//
//   table: city.csv                            a path relative to the file of the block
//   entity: city_name                          the column that names what the row is about
//   type: city
//   key: state_name                            rows of one name are one thing only if these columns agree too
//   also: nickname; code                       columns of other names
//   alias: {entity} river                      a further name of each
//   column: population => population           a column and its attribute
//   column: state_name => location (state)     its values are entities of that type, made where there are none
//   column: mayor => mayor (person) by state_name    as their own table tells them apart, by that key
//   column: lowest => lowest point (text)      names nothing, whatever it says
//   constant: country (country) = usa          the same for all rows
//   says: The {attribute} of {entity} is {value}.
//   says location: {entity} lies in {value}.   for one attribute, see table_sentence.h
//
// Rows of one entity are put together: an attribute with several values is one fact that holds them all. What a
// table says is all there is of it: its facts are complete.

#pragma once

#include <filesystem>

#include "bot/knowledge/block.h"
#include "bot/knowledge/builder.h"
#include "bot/knowledge/diagnostic.h"

namespace docent {

// Adds the entities and facts of the table that `block` names, a path relative to `folder`, to `builder`.
void AddTable(const Block& block, const std::filesystem::path& folder, SourceId source, KnowledgeBuilder& builder,
              Diagnostics& diagnostics);

}  // namespace docent
