// bot/server/folder_state.h
// What the system says of all files below some folders, without reading them: whether one has changed between two
// looks. Reading the files of a topic takes time; if the two looks around it differ, what was read may be half of an
// edit and half of what was there before.

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace docent {

struct FileState {
  std::string path;
  std::uint64_t inode = 0;  // editors write a new file and put it into the old one's place
  std::uint64_t size = 0;
  std::int64_t changed = 0;  // nanoseconds since 1970; of the content or of the inode, whichever is later

  friend bool operator==(const FileState&, const FileState&) = default;
};
using FolderState = std::vector<FileState>;

// By path. Left out are what cannot be looked at and hidden files, which editors keep beside those that they edit.
FolderState StateOf(const std::vector<std::filesystem::path>& folders);

}  // namespace docent
