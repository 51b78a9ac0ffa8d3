#include "bot/server/question_log.h"

#include <spdlog/spdlog.h>

#include <chrono>
#include <ctime>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <utility>

#include "bot/server/question_file.h"

namespace docent {
namespace {

constexpr size_t kMostWaiting = 10'000;
constexpr size_t kRowsBetweenPruning = 2'000;
constexpr std::chrono::hours kTimeBetweenPruning(1);  // QuestionFile counts no more than a day from one to the next
constexpr std::chrono::seconds kPauseAfterFault(1);

}  // namespace

QuestionLog::QuestionLog(std::filesystem::path file, QuestionLogBounds bounds)
    : file_(std::move(file)), bounds_(bounds) {
  QuestionFile(file_, bounds_).Prune(std::time(nullptr));  // what is wrong is told now, not at the first question
  thread_ = std::thread([this] { WriteForever(); });
}

QuestionLog::~QuestionLog() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  added_.notify_one();
  thread_.join();
}

void QuestionLog::Add(QuestionRow row) {
  row.time = std::time(nullptr);
  bool full = false;
  {
    const std::lock_guard lock(mutex_);
    full = waiting_.size() >= kMostWaiting;
    if (!full) waiting_.push_back(std::move(row));
  }
  if (full) {
    lost_(1);
  } else {
    added_.notify_one();
  }
}

void QuestionLog::WriteForever() {
  std::unique_ptr<QuestionFile> open;
  bool told = false;  // of the fault that lasts
  size_t rows_since_pruning = 0;
  auto next_pruning = std::chrono::steady_clock::now() + kTimeBetweenPruning;
  std::unique_lock lock(mutex_);
  for (;;) {
    added_.wait_until(lock, next_pruning, [this] { return stopping_ || !waiting_.empty(); });
    if (stopping_ && waiting_.empty()) return;
    const std::vector<QuestionRow> rows(std::make_move_iterator(waiting_.begin()),
                                        std::make_move_iterator(waiting_.end()));
    waiting_.clear();
    lock.unlock();
    bool failed = false;
    size_t unwritten = rows.size();
    try {
      if (!open || !open->IsInPlace()) open = std::make_unique<QuestionFile>(file_, bounds_);
      open->Append(rows);
      unwritten = 0;
      told = false;
      rows_since_pruning += rows.size();
      if (rows_since_pruning >= kRowsBetweenPruning || std::chrono::steady_clock::now() >= next_pruning) {
        rows_since_pruning = 0;
        next_pruning = std::chrono::steady_clock::now() + kTimeBetweenPruning;
        open->Prune(std::time(nullptr));
      }
    } catch (const std::runtime_error& fault) {
      if (!told) spdlog::error("{}; questions are answered on, but not kept", fault.what());
      told = true;
      failed = true;
      open.reset();
      if (unwritten > 0) lost_(unwritten);
    }
    lock.lock();
    if (failed) added_.wait_for(lock, kPauseAfterFault, [this] { return stopping_; });
  }
}

}  // namespace docent
