#include "bot/server/file_watcher.h"

#include <spdlog/spdlog.h>
#include <sys/inotify.h>

#include <array>
#include <boost/asio/buffer.hpp>
#include <cerrno>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace docent {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kChanges =
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF;

std::string LastError() { return std::error_code(errno, std::generic_category()).message(); }

int Open() {
  const int events = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (events < 0) throw std::runtime_error("cannot watch files: " + LastError() + " (leave out --watch)");
  return events;
}

}  // namespace

FileWatcher::FileWatcher(asio::io_context& context, std::vector<fs::path> folders, std::chrono::milliseconds quiet,
                         std::function<void()> changed)
    : folders_(std::move(folders)),
      quiet_(quiet),
      changed_(std::move(changed)),
      events_(context, Open()),
      timer_(context) {
  WatchAll();
}

// Adding a watch that is there already changes nothing. A folder may have been put into the place of one of folders_.
bool FileWatcher::WatchAll() {
  bool are_there = true;
  for (const fs::path& top : folders_) {
    are_there = Watch(top) && are_there;
    std::error_code gone;
    for (fs::recursive_directory_iterator at(top, gone), end; !gone && at != end; at.increment(gone)) {
      std::error_code ignored;
      if (at->is_directory(ignored)) Watch(at->path());
    }
  }
  return are_there;
}

bool FileWatcher::Watch(const fs::path& folder) {
  if (inotify_add_watch(events_.native_handle(), folder.c_str(), kChanges) >= 0) return true;
  if (errno == ENOENT) return false;
  throw std::runtime_error("cannot watch " + folder.string() + ": " + LastError() +
                           " (raise fs.inotify.max_user_watches, or leave out --watch)");
}

// What exactly happened does not matter: everything is read anew.
Task<> FileWatcher::ReadForever() {
  std::array<char, 4096> bytes{};
  for (;;) {
    const auto [error, size] = co_await events_.async_read_some(asio::buffer(bytes), kAsTuple);
    if (error) co_return;
    StartWaiting();
  }
}

void FileWatcher::StartWaiting() {
  timer_.expires_after(quiet_);  // takes the place of a wait that is under way
  timer_.async_wait([this](SystemError error) {
    if (error) return;
    const bool was_told = is_gone_;
    try {
      is_gone_ = !WatchAll();
    } catch (const std::runtime_error& fault) {
      spdlog::error("{}", fault.what());
    }
    if (is_gone_) StartWaiting();  // nothing tells that it is back
    if (!is_gone_ || !was_told) changed_();
  });
}

}  // namespace docent
