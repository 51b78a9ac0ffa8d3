#include "bot/knowledge/attached_files.h"

#include <gtest/gtest.h>

#include <fstream>

namespace docent {
namespace {

namespace fs = std::filesystem;

class AttachedFilesTest : public testing::Test {
 protected:
  AttachedFilesTest() {
    for (const char* name : {"ships", "ports"}) Write(name, name);
  }
  ~AttachedFilesTest() override { fs::remove_all(folder_); }

  void Write(const std::string& name, const std::string& content) const {
    fs::create_directories(folder_);
    std::ofstream(folder_ / name) << content;
  }
  AttachedFiles Both() const {
    AttachedFiles attached;
    attached.Add(folder_ / "ships", "ships");
    attached.Add(folder_ / "ports", "ports");
    return attached;
  }

  const fs::path folder_ =
      fs::temp_directory_path() /
      ("docent_attached_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
};

TEST_F(AttachedFilesTest, AreUnchangedWhileTheyHoldTheSame) { EXPECT_TRUE(Both().AreUnchanged()); }

TEST_F(AttachedFilesTest, AreChangedIfOneHoldsSomethingElse) {
  Write("ports", "Ports");
  EXPECT_FALSE(Both().AreUnchanged());
}

TEST_F(AttachedFilesTest, AreChangedIfOneIsGone) {
  fs::remove(folder_ / "ships");
  EXPECT_FALSE(Both().AreUnchanged());
}

TEST_F(AttachedFilesTest, TellTwoFilesFromOneThatHoldsBoth) {
  AttachedFiles one;
  one.Add("ships", "shipsports");
  EXPECT_NE(one.hash, Both().hash);
}

}  // namespace
}  // namespace docent
