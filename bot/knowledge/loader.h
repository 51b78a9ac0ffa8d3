// bot/knowledge/loader.h
// Fact files to facts. Two passes, so that files may name what later files declare: first sources, types, attributes
// and entities, then facts, events and tables.

#pragma once

#include <filesystem>
#include <vector>

#include "bot/knowledge/block.h"
#include "bot/knowledge/diagnostic.h"
#include "bot/knowledge/fact.h"
#include "bot/knowledge/progress.h"

namespace docent {

// Reads the contents of `files` (all .facts files of the knowledge folders, in order). What is wrong goes to
// `diagnostics`; the Knowledge is only to be used if there is no error.
Knowledge LoadKnowledge(const std::vector<TextFile>& files, Diagnostics& diagnostics, const Progress& progress = {});

// One `test:` or `never:` line as files write it: "context > question => word ; word".
ContentTest ParseContentTest(const Entry& entry, Diagnostics& diagnostics);

}  // namespace docent
