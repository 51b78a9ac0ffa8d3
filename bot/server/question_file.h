// bot/server/question_file.h
// The SQLite file behind the question log: opened, appended to, kept within its bounds. Not thread-safe. Every function
// throws std::runtime_error with SQLite's words if SQLite refuses.
//
// How old a row is, is not read off the clock: a clock that is set ahead, or wrong when the machine starts, would make
// all rows old at once. The file counts the time that it has seen go by, from each look at the clock to the next, and a
// row's age is what was counted since it came. A leap of the clock counts as a day at most, and so does the time in
// which nobody had the file open: a row may stay longer than its days, and never goes before them by more than a day a
// leap.

#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "bot/server/question_log.h"

namespace docent {

class QuestionFile {
 public:
  QuestionFile(const std::filesystem::path& file, QuestionLogBounds bounds);

  // All of them or, if it throws, none.
  void Append(std::span<const QuestionRow> rows);

  // Deletes rows that are older than the bound or, oldest first, too many for it. To be called several times a day.
  void Prune(std::int64_t now);

  // False once the file that was opened no longer stands at its path.
  bool IsInPlace() const;

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
  };

  void AddColumnOfAge();
  // Counts the time since the last look at the clock.
  void Look(std::int64_t now);
  void Run(const char* sql);
  std::int64_t Ask(const char* sql);

  std::filesystem::path path_;
  QuestionLogBounds bounds_;
  std::unique_ptr<sqlite3, Close> database_;
  std::uint64_t inode_ = 0;
};

}  // namespace docent
