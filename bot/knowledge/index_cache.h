// bot/knowledge/index_cache.h
// Keeps what is costly to build in a folder, so that the next start on the same files need not build it: arrays of
// bytes, of which the cache knows no more than their lengths.
//
// A file is taken only if it is known to be ours: it belongs to this user, nobody else may write it, its header has the
// key that is asked for, and lengths and checksum are right. All else is as if there were none. What is taken is
// mapped, not read: of what is looked at the system keeps in memory what there is room for. Whoever shortens the file
// in place while docent runs ends docent; replacing it does no harm.
//
// A new file is written beside and renamed, so that none is ever seen half written, also by another docent at the same
// time. Of all that is kept in the folder, what was used the last two times stays.

#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace docent {

using Bytes = std::span<const unsigned char>;

class IndexCache {
 public:
  struct Kept {
    std::shared_ptr<const void> memory;  // what the parts lie in
    std::vector<Bytes> parts;            // as they were saved; each begins at a multiple of eight
    Bytes all;                           // what is mapped

    // Takes no memory for what was looked at so far: what is looked at again is read from the file again.
    void GiveBack() const;
  };

  // What was kept with another `key` is not taken. The folder need not exist yet.
  IndexCache(std::filesystem::path folder, std::string key);

  // Nothing if there is none, or none to be trusted.
  std::optional<Kept> Load() const;

  // Throws std::runtime_error, with what to say of it, if the folder cannot be written.
  void Save(const std::vector<Bytes>& parts) const;

  const std::filesystem::path& file() const { return file_; }

 private:
  void ForgetOldest() const;

  std::filesystem::path folder_;
  std::string key_;
  std::filesystem::path file_;
};

}  // namespace docent
