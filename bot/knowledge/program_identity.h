// bot/knowledge/program_identity.h
// Which program this is, with the libraries that it runs with: what one build has computed, another must not trust.

#pragma once

#include <string>

namespace docent {

// Of the build ids of the program and of all libraries that are loaded; of a file without one, its size and the time
// of its last change.
std::string ProgramIdentity();

}  // namespace docent
