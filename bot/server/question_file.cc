#include "bot/server/question_file.h"

#include <sys/stat.h>

#include <stdexcept>
#include <string>

namespace docent {
namespace {

constexpr char kTable[] =
    "CREATE TABLE IF NOT EXISTS question (id INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER NOT NULL, kind TEXT NOT "
    "NULL, question TEXT NOT NULL, language TEXT NOT NULL, missing TEXT NOT NULL, brain TEXT NOT NULL)";
// `passed`: seconds that the file has seen go by, of a question until it came; `looked`: what the clock said then.
constexpr char kClock[] =
    "CREATE TABLE IF NOT EXISTS clock (one INTEGER PRIMARY KEY CHECK (one = 1), looked INTEGER NOT NULL, passed "
    "INTEGER "
    "NOT NULL)";
constexpr char kInsert[] =
    "INSERT INTO question (time, kind, question, language, missing, brain, passed) VALUES (?, ?, ?, ?, ?, ?, (SELECT "
    "passed FROM clock))";
constexpr char kSelect[] = "SELECT time, kind, question, language, missing, brain FROM question ORDER BY id";
constexpr char kSeparator = '\n';  // between missing words, which hold none
constexpr std::int64_t kDay = std::int64_t{24} * 60 * 60;

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

[[noreturn]] void Throw(sqlite3* database, const std::filesystem::path& path) {
  throw std::runtime_error("the question log " + path.string() + ": " + sqlite3_errmsg(database));
}

Statement Prepare(sqlite3* database, const char* sql, const std::filesystem::path& path) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) != SQLITE_OK) Throw(database, path);
  return Statement(statement);
}

void Bind(sqlite3_stmt* statement, int at, const std::string& text) {
  sqlite3_bind_text(statement, at, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}

std::string Join(const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) {
    if (!joined.empty()) joined += kSeparator;
    joined += word;
  }
  return joined;
}

std::vector<std::string> Split(const std::string& joined) {
  std::vector<std::string> words;
  for (size_t at = 0; at < joined.size();) {
    const size_t end = std::min(joined.find(kSeparator, at), joined.size());
    words.push_back(joined.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string Text(sqlite3_stmt* statement, int column) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
  return text == nullptr ? "" : std::string(text, static_cast<size_t>(sqlite3_column_bytes(statement, column)));
}

std::uint64_t InodeOf(const std::filesystem::path& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? status.st_ino : 0;
}

}  // namespace

QuestionFile::QuestionFile(const std::filesystem::path& file, QuestionLogBounds bounds) : path_(file), bounds_(bounds) {
  sqlite3* database = nullptr;
  const int opened = sqlite3_open_v2(file.c_str(), &database,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  database_.reset(database);
  if (opened != SQLITE_OK) Throw(database, path_);
  sqlite3_busy_timeout(database, 1000);
  Run("PRAGMA auto_vacuum = INCREMENTAL");
  Run("PRAGMA journal_mode = WAL");
  Run("PRAGMA synchronous = NORMAL");
  Run("PRAGMA journal_size_limit = 1048576");
  Run(kTable);
  Run(kClock);
  AddColumnOfAge();
  inode_ = InodeOf(path_);
}

void QuestionFile::Append(std::span<const QuestionRow> rows) {
  if (rows.empty()) return;
  Run("BEGIN IMMEDIATE");
  try {
    Look(rows.back().time);
    const Statement insert = Prepare(database_.get(), kInsert, path_);
    for (const QuestionRow& row : rows) {
      const std::string missing = Join(row.missing);
      sqlite3_bind_int64(insert.get(), 1, row.time);
      Bind(insert.get(), 2, row.kind);
      Bind(insert.get(), 3, row.question);
      Bind(insert.get(), 4, row.language);
      Bind(insert.get(), 5, missing);
      Bind(insert.get(), 6, row.brain);
      if (sqlite3_step(insert.get()) != SQLITE_DONE) Throw(database_.get(), path_);
      sqlite3_reset(insert.get());
    }
    Run("COMMIT");
  } catch (const std::runtime_error&) {
    sqlite3_exec(database_.get(), "ROLLBACK", nullptr, nullptr, nullptr);  // fails only if it is rolled back already
    throw;
  }
}

void QuestionFile::Prune(std::int64_t now) {
  Look(now);
  const std::string old =
      "DELETE FROM question WHERE passed < (SELECT passed FROM clock) - " + std::to_string(kDay * bounds_.days);
  Run(old.c_str());
  const auto size = [this] {
    return (Ask("PRAGMA page_count") - Ask("PRAGMA freelist_count")) * Ask("PRAGMA page_size");
  };
  while (size() > static_cast<std::int64_t>(bounds_.bytes) && Ask("SELECT count(*) FROM question") > 0) {
    Run("DELETE FROM question WHERE id <= (SELECT min(id) + (max(id) - min(id)) / 8 FROM question)");
  }
  Run("PRAGMA incremental_vacuum");
}

// Files of before had none; the age of their rows is counted from now.
void QuestionFile::AddColumnOfAge() {
  if (Ask("SELECT count(*) FROM pragma_table_info('question') WHERE name = 'passed'") > 0) return;
  Run("ALTER TABLE question ADD COLUMN passed INTEGER NOT NULL DEFAULT 0");
}

void QuestionFile::Look(std::int64_t now) {
  const std::string clock = std::to_string(now);
  const std::string look = "INSERT INTO clock VALUES (1, " + clock +
                           ", 0) ON CONFLICT (one) DO UPDATE SET passed = passed + max(0, min(" + clock +
                           " - looked, " + std::to_string(kDay) + ")), looked = " + clock;
  Run(look.c_str());
}

bool QuestionFile::IsInPlace() const { return inode_ != 0 && InodeOf(path_) == inode_; }

void QuestionFile::Run(const char* sql) {
  if (sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) Throw(database_.get(), path_);
}

std::int64_t QuestionFile::Ask(const char* sql) {
  const Statement statement = Prepare(database_.get(), sql, path_);
  if (sqlite3_step(statement.get()) != SQLITE_ROW) Throw(database_.get(), path_);
  return sqlite3_column_int64(statement.get(), 0);
}

std::vector<QuestionRow> ReadQuestionLog(const std::filesystem::path& file) {
  sqlite3* opened = nullptr;
  const int result = sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READWRITE, nullptr);
  const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database(opened, &sqlite3_close);
  if (result != SQLITE_OK) Throw(opened, file);
  sqlite3_busy_timeout(opened, 1000);
  const Statement select = Prepare(opened, kSelect, file);
  std::vector<QuestionRow> rows;
  int step = SQLITE_ROW;
  while ((step = sqlite3_step(select.get())) == SQLITE_ROW) {
    rows.push_back({Text(select.get(), 1), Text(select.get(), 2), Text(select.get(), 3), Split(Text(select.get(), 4)),
                    Text(select.get(), 5), sqlite3_column_int64(select.get(), 0)});
  }
  if (step != SQLITE_DONE) Throw(opened, file);
  return rows;
}

}  // namespace docent
