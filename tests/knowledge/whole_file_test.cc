#include "bot/knowledge/whole_file.h"

#include <gtest/gtest.h>

#include <fstream>

namespace docent {
namespace {

namespace fs = std::filesystem;

class WholeFile : public testing::Test {
 protected:
  ~WholeFile() override { fs::remove(path_); }
  void Write(const std::string& content) const { std::ofstream(path_, std::ios::binary) << content; }

  const fs::path path_ = fs::temp_directory_path() / "docent_whole_file";
};

TEST_F(WholeFile, IsReadToItsLastByte) {
  const std::string content("Aurora\r\n\0Kiel", 13);
  Write(content);
  EXPECT_EQ(ReadWhole(path_), content);
}

TEST_F(WholeFile, MayBeEmpty) {
  Write("");
  EXPECT_EQ(ReadWhole(path_), "");
}

TEST_F(WholeFile, MayHaveNoLengthOfItsOwn) { EXPECT_NE(ReadWhole("/proc/self/status").value_or(""), ""); }

TEST_F(WholeFile, IsNothingWhereThereIsNone) { EXPECT_EQ(ReadWhole(path_), std::nullopt); }

TEST_F(WholeFile, IsNothingWhereAFolderStands) { EXPECT_EQ(ReadWhole(fs::temp_directory_path()), std::nullopt); }

}  // namespace
}  // namespace docent
