// bot/knowledge/whole_file.h
// A file's bytes at once.

#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace docent {

// Nothing if the file cannot be read to its end.
std::optional<std::string> ReadWhole(const std::filesystem::path& path);

}  // namespace docent
