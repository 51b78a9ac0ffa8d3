#include "bot/knowledge/diagnostic.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace docent {
namespace {

namespace fs = std::filesystem;

class DiagnosticTest : public testing::Test {
 protected:
  ~DiagnosticTest() override { fs::remove(path_); }
  std::string Warning(const Place& place) const {
    Diagnostics diagnostics;
    diagnostics.Warn(place, "code", "message");
    return diagnostics.Render();
  }

  const fs::path path_ = fs::temp_directory_path() /
                         ("docent_lines_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
  const std::string file_ = path_.string();
};

TEST_F(DiagnosticTest, ShowsTheLineThatItWasGiven) {
  std::ofstream(path_) << "another line\n";
  EXPECT_EQ(Warning({file_, 1, 3, 2, "the line"}), file_ +
                                                       ":1:3: warning[code]: message\n"
                                                       "   1 | the line\n"
                                                       "     |   ^^\n");
}

TEST_F(DiagnosticTest, ReadsTheLineOfAPlaceThatWasKept) {
  std::ofstream(path_) << "\xEF\xBB\xBF"
                       << "first\r\nsecond\n";
  EXPECT_EQ(Warning(KeptPlace(Place{file_, 1, 1, 5, "first"})), file_ +
                                                                    ":1:1: warning[code]: message\n"
                                                                    "   1 | first\n"
                                                                    "     | ^^^^^\n");
  EXPECT_EQ(Warning(KeptPlace(Place{file_, 2, 1, 6, "second"})), file_ +
                                                                     ":2:1: warning[code]: message\n"
                                                                     "   2 | second\n"
                                                                     "     | ^^^^^^\n");
}

TEST_F(DiagnosticTest, ShowsNoLineOfAFileThatIsGone) {
  EXPECT_EQ(Warning(KeptPlace(Place{file_, 7, 1, 1, "line"})), file_ +
                                                                   ":7:1: warning[code]: message\n"
                                                                   "   7 | \n"
                                                                   "     | ^\n");
}

}  // namespace
}  // namespace docent
