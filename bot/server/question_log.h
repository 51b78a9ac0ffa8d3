// bot/server/question_log.h
// Questions that nobody could answer, and answers that did not help, kept for authors: a SQLite file in WAL mode that
// only grows at its end, and loses its oldest rows beyond its bounds. It holds no addresses. Adding never waits for the
// disk: a thread of its own writes. A row that cannot be written (disk full, file gone, too many at once) is lost and
// counted; the service goes on, and the file is opened anew.

#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace docent {

struct QuestionRow {
  std::string kind;  // "unknown": not answered; "unhelpful": answered, and the asker said it did not help
  std::string question;
  std::string language;              // empty if not known
  std::vector<std::string> missing;  // the words that were not understood
  std::string brain;                 // hash of the files that were served
  std::int64_t time = 0;             // seconds since 1970; when added
};

struct QuestionLogBounds {
  size_t bytes = size_t{64} * 1024 * 1024;  // of the file
  unsigned days = 90;
};

class QuestionLog {
 public:
  // Opens or makes the file. Throws std::runtime_error, saying what to do, if it cannot.
  QuestionLog(std::filesystem::path file, QuestionLogBounds bounds);
  ~QuestionLog();  // writes what is waiting
  QuestionLog(const QuestionLog&) = delete;
  QuestionLog& operator=(const QuestionLog&) = delete;

  // Called with how many rows were lost; from any thread. Before the first Add().
  void OnLost(std::function<void(size_t)> lost) { lost_ = std::move(lost); }

  void Add(QuestionRow row);

 private:
  void WriteForever();

  const std::filesystem::path file_;
  const QuestionLogBounds bounds_;
  std::function<void(size_t)> lost_ = [](size_t) {};
  std::mutex mutex_;
  std::condition_variable added_;
  std::deque<QuestionRow> waiting_;
  bool stopping_ = false;
  std::thread thread_;
};

// All rows of a question log, oldest first. Throws std::runtime_error if `file` is none.
std::vector<QuestionRow> ReadQuestionLog(const std::filesystem::path& file);

}  // namespace docent
