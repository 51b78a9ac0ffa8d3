// bot/knowledge/table.h
// Many facts of one shape: a CSV file (RFC 4180) and one block that says what its columns are.

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
