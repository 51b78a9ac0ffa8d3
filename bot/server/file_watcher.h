// bot/server/file_watcher.h
// Tells when something changes below some folders (inotify), once it has been quiet for a moment: an editor writes a
// file in several steps, and a copied folder comes file by file. Lives on one io_context; its callback runs there.

#pragma once

#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <filesystem>
#include <functional>
#include <vector>

#include "bot/server/asio_types.h"

namespace docent {

class FileWatcher {
 public:
  // Watches `folders` and all folders below them, also those made later. Throws std::runtime_error, saying what to do,
  // if the system gives no watch. `changed` must not destroy the watcher.
  FileWatcher(asio::io_context& context, std::vector<std::filesystem::path> folders, std::chrono::milliseconds quiet,
              std::function<void()> changed);

  // Runs until the context stops. To be spawned once.
  Task<> ReadForever();

 private:
  // False if one of `folders_` is not there.
  bool WatchAll();
  bool Watch(const std::filesystem::path& folder);
  void StartWaiting();

  std::vector<std::filesystem::path> folders_;
  std::chrono::milliseconds quiet_;
  std::function<void()> changed_;
  asio::posix::stream_descriptor events_;
  asio::steady_timer timer_;
  bool is_gone_ = false;  // one of the folders
};

}  // namespace docent
