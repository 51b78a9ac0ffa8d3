#include "bot/knowledge/attached_files.h"

#include <optional>

#include "bot/knowledge/whole_file.h"

namespace docent {

void AttachedFiles::Add(const std::filesystem::path& path, std::string_view content) {
  paths.push_back(path.string());
  ContentHash both;
  both.Mix(hash);
  both.Mix(content);
  hash = both.ToString();
}

bool AttachedFiles::AreUnchanged() const {
  AttachedFiles now;
  for (const std::string& path : paths) {
    const std::optional<std::string> content = ReadWhole(path);
    if (!content) return false;
    now.Add(path, *content);
  }
  return now.hash == hash;
}

}  // namespace docent
