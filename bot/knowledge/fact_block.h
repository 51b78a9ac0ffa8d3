// bot/knowledge/fact_block.h
// One `fact:`, `event:` or `entity:` block to the facts it states.

#pragma once

#include <filesystem>
#include <string>

#include "bot/knowledge/block.h"
#include "bot/knowledge/builder.h"
#include "bot/knowledge/diagnostic.h"

namespace docent {

// Adds the facts of `block` to `builder`. `subject` is the entity that the block is or stands below; kNone if none.
void AddFactBlock(const Block& block, EntityId subject, SourceId source, KnowledgeBuilder& builder,
                  Diagnostics& diagnostics);

// The kind that an entry's value names; an unknown one is reported and left open.
Kind ReadKind(const Entry& entry, Diagnostics& diagnostics);

// The text of a source, whitespace folded as quotes are compared, from a file that is added to `attached`; a missing
// one is reported at `entry`.
std::string ReadSourceText(const std::filesystem::path& path, const Entry& entry, AttachedFiles& attached,
                           Diagnostics& diagnostics);

}  // namespace docent
