// bot/server/question_file.h
// The SQLite file behind the question log: opened, appended to, kept within its bounds. Not thread-safe. Every function
// throws std::runtime_error with SQLite's words if SQLite refuses.

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

  // Deletes rows that are older than the bound or, oldest first, too many for it.
  void Prune(std::int64_t now);

  // False once the file that was opened no longer stands at its path.
  bool IsInPlace() const;

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
  };

  void Run(const char* sql);
  std::int64_t Ask(const char* sql);

  std::filesystem::path path_;
  QuestionLogBounds bounds_;
  std::unique_ptr<sqlite3, Close> database_;
  std::uint64_t inode_ = 0;
};

}  // namespace docent
