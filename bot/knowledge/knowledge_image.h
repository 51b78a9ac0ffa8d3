// bot/knowledge/knowledge_image.h
// All that text files say as bytes, so that the next start on the same files need not parse them.
//
// Representation: what is declared once, then entities and facts, some thousands to a part: parts are read side by
// side.

#pragma once

#include <optional>
#include <span>
#include <vector>

#include "bot/knowledge/fact.h"
#include "bot/knowledge/index_cache.h"
#include "bot/knowledge/packing.h"

namespace docent {

std::vector<Packer> PackKnowledge(const Knowledge& knowledge);

// What was packed into these parts. Nothing if they are not such parts.
std::optional<Knowledge> UnpackKnowledge(std::span<const Bytes> parts);

// The files that were read beside fact files, told of the first of the parts alone. Nothing if it is none.
std::optional<AttachedFiles> UnpackAttached(Bytes first);

}  // namespace docent
