#include "bot/server/question_log.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <fstream>

#include "bot/server/question_file.h"

namespace docent {
namespace {

namespace fs = std::filesystem;

class QuestionLogTest : public testing::Test {
 protected:
  QuestionLogTest() : folder_(fs::temp_directory_path() / ("docent-log-" + std::to_string(::getpid()))) {
    fs::create_directories(folder_);
  }
  ~QuestionLogTest() override { fs::remove_all(folder_); }

  fs::path File() const { return folder_ / "questions.db"; }

  static QuestionRow Row(std::string question, std::int64_t time = 0) {
    return {"unknown", std::move(question), "en", {"blue", "whale"}, "beef", time};
  }

  // "kind question [missing] brain" of each row.
  std::vector<std::string> Rows() const {
    std::vector<std::string> lines;
    for (const QuestionRow& row : ReadQuestionLog(File())) {
      std::string missing;
      for (const std::string& word : row.missing) missing += (missing.empty() ? "" : "|") + word;
      lines.push_back(row.kind + " " + row.question + " [" + missing + "] " + row.brain);
    }
    return lines;
  }

  const fs::path folder_;
};

TEST_F(QuestionLogTest, KeepsRowsInTheirOrder) {
  {
    QuestionLog log(File(), {});
    log.Add(Row("where is 'it'?"));
    log.Add({"unhelpful", "who", "", {}, "cafe"});
  }
  EXPECT_EQ(Rows(), (std::vector<std::string>{"unknown where is 'it'? [blue|whale] beef", "unhelpful who [] cafe"}));
}

TEST_F(QuestionLogTest, AddsToWhatIsThere) {
  { QuestionLog(File(), {}).Add(Row("a")); }
  { QuestionLog(File(), {}).Add(Row("b")); }
  EXPECT_EQ(Rows().size(), 2u);
}

TEST_F(QuestionLogTest, SaysWhatIsWrongWithAFileThatIsNone) {
  EXPECT_THROW(QuestionLog(folder_, {}), std::runtime_error);
  std::ofstream(File()) << "this is no database, and long enough to be seen as none by its first sixteen bytes";
  EXPECT_THROW(QuestionLog(File(), {}), std::runtime_error);
}

TEST_F(QuestionLogTest, MakesAFileThatIsGoneAnew) {
  QuestionLog log(File(), {});
  std::atomic<size_t> lost = 0;
  log.OnLost([&](size_t rows) { lost += rows; });
  log.Add(Row("before"));
  while (Rows().empty()) usleep(1000);
  for (const char* name : {"questions.db", "questions.db-wal", "questions.db-shm"}) fs::remove(folder_ / name);
  log.Add(Row("after"));
  while (!fs::exists(File()) || fs::file_size(File()) == 0) usleep(1000);
  EXPECT_EQ(lost, 0u);
}

TEST_F(QuestionLogTest, LosesRowsButNotItselfWhereItCannotWrite) {
  QuestionLog log(File(), {});
  std::atomic<size_t> lost = 0;
  log.OnLost([&](size_t rows) { lost += rows; });
  fs::remove_all(folder_);
  log.Add(Row("a"));
  while (lost == 0) usleep(1000);
  fs::create_directories(folder_);
  log.Add(Row("b"));
  while (!fs::exists(File())) usleep(1000);
  EXPECT_EQ(lost, 1u);
}

constexpr std::int64_t kNow = 1'000'000'000;
constexpr std::int64_t kDay = std::int64_t{24} * 60 * 60;

TEST_F(QuestionLogTest, DropsRowsOlderThanTheirDays) {
  QuestionFile file(File(), {.bytes = size_t{1} << 20, .days = 10});
  file.Append(std::vector{Row("first", kNow)});
  for (int day = 1; day <= 5; ++day) file.Prune(kNow + day * kDay);
  file.Append(std::vector{Row("second", kNow + 5 * kDay)});
  for (int day = 6; day <= 10; ++day) file.Prune(kNow + day * kDay);
  EXPECT_EQ(Rows().size(), 2U);
  file.Prune(kNow + 10 * kDay + 1);
  EXPECT_EQ(Rows(), std::vector<std::string>{"unknown second [blue|whale] beef"});
}

TEST_F(QuestionLogTest, LosesNothingToAClockThatIsSetBack) {
  QuestionFile file(File(), {.bytes = size_t{1} << 20, .days = 10});
  file.Append(std::vector{Row("before", kNow)});
  file.Prune(kNow - 365 * kDay);
  file.Append(std::vector{Row("set back", kNow - 365 * kDay)});
  file.Prune(kNow + kDay);
  EXPECT_EQ(Rows().size(), 2U);
}

TEST_F(QuestionLogTest, LosesNothingToAClockThatIsSetAhead) {
  QuestionFile(File(), {.bytes = size_t{1} << 20, .days = 10}).Append(std::vector{Row("before", kNow)});
  QuestionFile file(File(), {.bytes = size_t{1} << 20, .days = 10});
  file.Prune(kNow + 5000 * kDay);
  file.Append(std::vector{Row("ahead", kNow + 5000 * kDay)});
  file.Prune(kNow + 5001 * kDay);
  file.Prune(kNow);  // it is mended
  EXPECT_EQ(Rows(), (std::vector<std::string>{"unknown before [blue|whale] beef", "unknown ahead [blue|whale] beef"}));
}

TEST_F(QuestionLogTest, TakesOnAFileOfBefore) {
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(File().c_str(), &database), SQLITE_OK);
  ASSERT_EQ(
      sqlite3_exec(database,
                   "CREATE TABLE question (id INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER NOT NULL, kind TEXT "
                   "NOT NULL, question TEXT NOT NULL, language TEXT NOT NULL, missing TEXT NOT NULL, brain TEXT "
                   "NOT NULL);"
                   "INSERT INTO question VALUES (1, 1000, 'unknown', 'old', 'en', 'blue', 'beef')",
                   nullptr, nullptr, nullptr),
      SQLITE_OK);
  sqlite3_close(database);
  QuestionFile file(File(), {.bytes = size_t{1} << 20, .days = 2});
  file.Prune(kNow);
  file.Append(std::vector{Row("new", kNow)});
  EXPECT_EQ(Rows(), (std::vector<std::string>{"unknown old [blue] beef", "unknown new [blue|whale] beef"}));
  for (int day = 1; day <= 3; ++day) file.Prune(kNow + day * kDay);
  EXPECT_TRUE(Rows().empty());
}

TEST_F(QuestionLogTest, BoundsTheSizeByOrderWhateverTheTimes) {
  QuestionFile file(File(), {.bytes = size_t{256} * 1024, .days = 10});
  std::vector<QuestionRow> rows;
  for (int i = 0; i < 1000; ++i) rows.push_back(Row(std::to_string(i) + std::string(1000, 'x'), kNow - i));
  file.Append(rows);
  file.Prune(kNow - 1000);
  const std::vector<QuestionRow> left = ReadQuestionLog(File());
  ASSERT_FALSE(left.empty());
  EXPECT_LT(left.size(), 300U);
  EXPECT_TRUE(left.back().question.starts_with("999x")) << "the last to come stay";
}

TEST(QuestionFile, ForgetsTheOldestOfTooMuch) {
  const fs::path folder = fs::temp_directory_path() / ("docent-file-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  const fs::path path = folder / "questions.db";
  {
    QuestionFile file(path, {.bytes = size_t{256} * 1024, .days = 10});
    std::vector<QuestionRow> rows;
    for (int i = 0; i < 1000; ++i)
      rows.push_back({"unknown", std::to_string(i) + std::string(1000, 'x'), "en", {}, "b", kNow});
    file.Append(rows);
    file.Prune(kNow);
    const std::vector<QuestionRow> left = ReadQuestionLog(path);
    EXPECT_GT(left.size(), 50u);
    EXPECT_LT(left.size(), 300u);
    EXPECT_TRUE(left.back().question.starts_with("999x")) << "the newest stay";
  }
  EXPECT_LT(fs::file_size(path), 400u * 1024);
  fs::remove_all(folder);
}

}  // namespace
}  // namespace docent
