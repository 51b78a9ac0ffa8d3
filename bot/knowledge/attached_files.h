// bot/knowledge/attached_files.h
// The files that fact files name: tables, and the texts of sources. What is known depends on what they hold, but which
// they are is only found by reading the fact files.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "bot/knowledge/content_hash.h"

namespace docent {

struct AttachedFiles {
  std::vector<std::string> paths;  // as they were opened, in that order
  std::string hash;                // of all that they hold; empty if there are none

  void Add(const std::filesystem::path& path, std::string_view content);

  // Whether they hold what they held when they were added.
  bool AreUnchanged() const;
};

}  // namespace docent
