#include "bot/server/folder_state.h"

#include <sys/stat.h>

#include <algorithm>
#include <system_error>
#include <tuple>

namespace docent {
namespace {

namespace fs = std::filesystem;

std::int64_t Nanoseconds(const timespec& time) { return time.tv_sec * 1'000'000'000 + time.tv_nsec; }

}  // namespace

FolderState StateOf(const std::vector<fs::path>& folders) {
  FolderState state;
  for (const fs::path& folder : folders) {
    std::error_code gone;
    for (fs::recursive_directory_iterator at(folder, gone), end; !gone && at != end; at.increment(gone)) {
      if (at->path().filename().string().starts_with('.')) continue;
      struct stat told {};
      if (::stat(at->path().c_str(), &told) != 0 || !S_ISREG(told.st_mode)) continue;
      // A file that was put here by renaming keeps its time of writing; its inode tells when.
      const std::int64_t changed = std::max(Nanoseconds(told.st_mtim), Nanoseconds(told.st_ctim));
      state.push_back({at->path().string(), told.st_ino, static_cast<std::uint64_t>(told.st_size), changed});
    }
  }
  std::sort(state.begin(), state.end(),
            [](const FileState& one, const FileState& other) { return one.path < other.path; });
  return state;
}

}  // namespace docent
