// bot/commands/limit_options.h
// A flag for each of the server's limits.

#pragma once

#include <CLI/App.hpp>

#include "bot/server/limits.h"

namespace docent {

// Adds the flags to `command`; `limits` must live until the command line is parsed.
void AddLimitOptions(CLI::App& command, Limits& limits);

}  // namespace docent
