#include "bot/answering/brain.h"

#include <gtest/gtest.h>

#include <fstream>

namespace docent {
namespace {

namespace fs = std::filesystem;

class BrainTest : public testing::Test {
 protected:
  BrainTest()
      : folder_(fs::temp_directory_path() /
                ("docent_brain_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()))) {
    fs::remove_all(folder_);
    Write("knowledge/ships.facts",
          "source: log\ntext: log.txt\n\nentity: Aurora\n\nfact: crew\nvalue: 60\nsays: Sixty sailed.\n\n"
          "table: ships.csv\nentity: name\ncolumn: port => port\n");
    Write("knowledge/log.txt", "Sixty sailed.");
    Write("knowledge/ships.csv", "name,port\nAurora,Kiel\n");
    Write("rules/none.rules", "");
  }
  ~BrainTest() override { fs::remove_all(folder_); }

  void Write(const fs::path& name, const std::string& content) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << content;
  }

  std::shared_ptr<const Brain> Load(const BuildOptions& options = {}) const {
    Diagnostics diagnostics;
    std::shared_ptr<const Brain> brain =
        Brain::Load({{folder_ / "knowledge"}, {folder_ / "rules"}}, diagnostics, options);
    EXPECT_EQ(diagnostics.Render(), "");
    return brain;
  }

  // What the full-text index holds.
  static std::vector<unsigned char> IndexOf(const Brain& brain) {
    return {brain.image()->bytes().begin(), brain.image()->bytes().end()};
  }

  const fs::path folder_;
};

TEST_F(BrainTest, HasTheSameHashForTheSameFiles) { EXPECT_EQ(Load()->hash(), Load()->hash()); }

TEST_F(BrainTest, HasAnotherHashWhenATableChanges) {
  const std::string before = Load()->hash();
  Write("knowledge/ships.csv", "name,port\nAurora,Lund\n");
  EXPECT_NE(Load()->hash(), before);
}

TEST_F(BrainTest, HasAnotherHashWhenTheTextOfASourceChanges) {
  const std::string before = Load()->hash();
  Write("knowledge/log.txt", "Sixty sailed. None returned.");
  EXPECT_NE(Load()->hash(), before);
}

TEST_F(BrainTest, IsTheSameFromACacheAsBuilt) {
  const auto built = Load();
  EXPECT_EQ(IndexOf(*Load({.cache = folder_ / "cache"})), IndexOf(*built));  // keeps it
  EXPECT_EQ(IndexOf(*Load({.cache = folder_ / "cache"})), IndexOf(*built));  // takes it
}

TEST_F(BrainTest, DoesNotTakeTheIndexOfOtherFiles) {
  Load({.cache = folder_ / "cache"});
  Write("knowledge/ships.csv", "name,port\nAurora,Lund\n");
  EXPECT_EQ(IndexOf(*Load({.cache = folder_ / "cache"})), IndexOf(*Load()));
}

TEST_F(BrainTest, BuildsADamagedIndexAnew) {
  Load({.cache = folder_ / "cache"});
  for (const fs::directory_entry& entry : fs::directory_iterator(folder_ / "cache"))
    fs::resize_file(entry.path(), fs::file_size(entry.path()) / 2);
  EXPECT_EQ(IndexOf(*Load({.cache = folder_ / "cache"})), IndexOf(*Load()));
}

TEST_F(BrainTest, IsLoadedThoughItsIndexCannotBeKept) {
  std::string complaint;
  const auto complain = [&](const std::string& text) { complaint = text; };
  Write("cache", "a file where the folder should be");
  EXPECT_NE(Load({.cache = folder_ / "cache", .complain = complain}), nullptr);
  EXPECT_EQ(complaint, "cannot keep the index in " + (folder_ / "cache").string() + ": Not a directory");
}

TEST_F(BrainTest, TellsHowFarItIs) {
  std::string told;
  Load({.progress = [&](std::string_view what, size_t done, size_t all) {
    told += std::string(what) + " " + std::to_string(done) + "/" + std::to_string(all) + "\n";
  }});
  EXPECT_EQ(told, "reading tables 1/1\nreading facts 1/1\nlearning names 0/1\nindexing the facts 2/2\n");
}

}  // namespace
}  // namespace docent
