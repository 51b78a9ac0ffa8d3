#include "bot/commands/file_options.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "bot/commands/command.h"

namespace docent {
namespace {

namespace fs = std::filesystem;

class FileOptionsTest : public testing::Test {
 protected:
  FileOptionsTest() : root_(fs::temp_directory_path() / ("docent-home-" + std::to_string(getpid()))) {
    fs::create_directories(root_ / "home" / "knowledge");
    fs::create_directories(root_ / "home" / "rules");
    fs::create_directories(root_ / "home" / "deep" / "inside");
    fs::create_directories(root_ / "half" / "knowledge");
  }
  ~FileOptionsTest() override { fs::remove_all(root_); }

  const fs::path root_;
};

TEST_F(FileOptionsTest, FindsTheHomeAboveTheFirstStartThatHasOne) {
  EXPECT_EQ(FindHome({root_ / "half", root_ / "home" / "deep" / "inside"}), root_ / "home");
}

TEST_F(FileOptionsTest, FindsNoHomeWhereOneOfTheFoldersIsMissing) {
  EXPECT_EQ(FindHome({root_ / "half"}), std::nullopt);
}

TEST_F(FileOptionsTest, TakesNamedFoldersAsTheyAre) {
  const FileOptions files{{root_ / "half" / "knowledge"}, {root_ / "home" / "rules"}};
  const BrainPaths paths = ResolvePaths(files);
  EXPECT_EQ(paths.knowledge, files.knowledge);
  EXPECT_EQ(paths.rules, files.rules);
}

TEST_F(FileOptionsTest, SaysWhichFolderIsNotThere) {
  try {
    ResolvePaths({{root_ / "none"}, {root_ / "home" / "rules"}});
    FAIL() << "it took a folder that is not there";
  } catch (const BadFiles& error) {
    EXPECT_EQ(error.what(), "docent: there is no folder " + (root_ / "none").string() + "\n");
  }
}

}  // namespace
}  // namespace docent
