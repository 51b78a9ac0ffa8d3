// bot/commands/secret.h
// Secrets come from a file or from the environment, never from the command line, where every user can read them.

#pragma once

#include <filesystem>
#include <string>

namespace docent {

// The first line of `file` or, if `file` is empty, the environment's `variable`; empty if there is neither. Throws
// std::runtime_error, saying what to do, if the file cannot be read or its first line is empty.
std::string ReadSecret(const std::filesystem::path& file, const char* variable);

}  // namespace docent
