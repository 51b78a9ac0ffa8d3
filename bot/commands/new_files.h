// bot/commands/new_files.h
// Writing files that were not there: what an author has written is never overwritten.

#pragma once

#include <filesystem>
#include <string_view>

namespace docent {

// Writes `content` to `path`, and makes the folders above it. Throws std::runtime_error if there is such a file already
// or it cannot be written.
void WriteNewFile(const std::filesystem::path& path, std::string_view content);

// The whole of a file. Throws std::runtime_error if it cannot be read.
std::string ReadWholeFile(const std::filesystem::path& path);

}  // namespace docent
