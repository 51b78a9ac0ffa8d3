// bot/commands/checked_files.h
// All text files, loaded and looked over: what is wrong in them, and what is probably not meant.

#pragma once

#include <memory>

#include "bot/answering/brain.h"
#include "bot/knowledge/diagnostic.h"

namespace docent {

// As Brain::Load, and if there is no error also warns of what ReviewFacts, ReviewRules, ReviewNames and ReviewReach
// find. Reads the files twice: a Brain does not keep the blocks it was made of.
std::shared_ptr<const Brain> LoadChecked(const BrainPaths& paths, Diagnostics& diagnostics,
                                         const BuildOptions& options = {});

}  // namespace docent
