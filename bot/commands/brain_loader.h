// bot/commands/brain_loader.h
// How a server gets its Brain from the text files: the first, and each one after it.

#pragma once

#include <memory>

#include "bot/commands/file_options.h"
#include "bot/server/reloader.h"

namespace docent {

// The Brain with what is shown of it.
std::shared_ptr<const ServedBrain> Serve(std::shared_ptr<const Brain> brain);

// Reads the files of `files` and asks their `test:` and `never:` lines: what loads with an error, or fails one of
// them, is refused. If a file changes meanwhile, reads them again.
BrainLoader LoaderOf(const FileOptions& files);

}  // namespace docent
