// bot/commands/check_report.h
// What `docent check` prints of what it found.

#pragma once

#include <string>

#include "bot/answering/brain.h"
#include "bot/knowledge/diagnostic.h"

namespace docent {

enum class Untested { kFolded, kListed };

// All diagnostics, then in one line what the files hold and how many mistakes. Facts without a test come last, for they
// are many where everything else is one of a kind; more than a few are folded into one line, if `untested` says so.
// `brain` is null if an error kept it from being built: then nothing has been warned of.
std::string CheckedAsText(const Diagnostics& diagnostics, const Brain* brain, Untested untested);

// One object, every diagnostic in it.
std::string CheckedAsJson(const Diagnostics& diagnostics, const Brain* brain);

}  // namespace docent
