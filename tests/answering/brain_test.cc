#include "bot/answering/brain.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "bot/knowledge/knowledge_image.h"
#include "bot/knowledge/packing.h"

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

  // All that is kept of it.
  static std::string AllOf(const Brain& brain) {
    std::vector<Packer> packed = PackKnowledge(brain.knowledge());
    brain.vocabulary().Pack(packed.emplace_back());
    brain.rows().Pack(packed.emplace_back());
    brain.names().Pack(packed.emplace_back());
    brain.frames().Pack(packed.emplace_back());
    std::string all;
    for (const Packer& part : packed) all.append(part.bytes().begin(), part.bytes().end());
    for (const Bytes part : brain.frames().table().Parts()) all.append(part.begin(), part.end());
    return all;
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
  const auto kept = Load({.cache = folder_ / "cache"});
  const auto taken = Load({.cache = folder_ / "cache"});
  for (const auto& brain : {kept, taken}) {
    EXPECT_EQ(AllOf(*brain), AllOf(*built));
    EXPECT_EQ(brain->hash(), built->hash());
    EXPECT_EQ(brain->rule_count(), built->rule_count());
  }
}

TEST_F(BrainTest, TakesFromACacheWhatItKeptThere) {
  Load({.cache = folder_ / "cache"});
  bool has_read = false;
  Load({.cache = folder_ / "cache", .progress = [&](std::string_view, size_t, size_t) { has_read = true; }});
  EXPECT_FALSE(has_read);
}

TEST_F(BrainTest, TellsThePlacesOfFilesThatMoved) {
  Load({.cache = folder_ / "cache"});
  fs::create_directories(folder_ / "elsewhere");
  fs::rename(folder_ / "knowledge", folder_ / "elsewhere/knowledge");
  Diagnostics diagnostics;
  const auto moved =
      Brain::Load({{folder_ / "elsewhere/knowledge"}, {folder_ / "rules"}}, diagnostics, {.cache = folder_ / "cache"});
  EXPECT_EQ(fs::path(moved->knowledge().facts[0].place.file.str()).parent_path().parent_path().filename(), "elsewhere");
}

TEST_F(BrainTest, ReportsTheSameErrorWithAndWithoutACache) {
  Write("rules/none.rules", "rule: broken\nwhat: is this\n");
  const auto errors = [&](const BuildOptions& options) {
    Diagnostics diagnostics;
    EXPECT_EQ(Brain::Load({{folder_ / "knowledge"}, {folder_ / "rules"}}, diagnostics, options), nullptr);
    return diagnostics.Render();
  };
  const std::string without = errors({});
  EXPECT_NE(without, "");
  EXPECT_EQ(errors({.cache = folder_ / "cache"}), without);
  EXPECT_EQ(errors({.cache = folder_ / "cache"}), without);
}

TEST_F(BrainTest, DoesNotTakeTheIndexOfOtherFiles) {
  Load({.cache = folder_ / "cache"});
  Write("knowledge/ships.csv", "name,port\nAurora,Lund\n");
  EXPECT_EQ(AllOf(*Load({.cache = folder_ / "cache"})), AllOf(*Load()));
}

TEST_F(BrainTest, DoesNotTakeWhatWasKeptOfOtherTexts) {
  Load({.cache = folder_ / "cache"});
  Write("knowledge/log.txt", "Sixty sailed. None returned.");
  EXPECT_EQ(Load({.cache = folder_ / "cache"})->knowledge().sources[0].text, "Sixty sailed. None returned.");
}

TEST_F(BrainTest, BuildsADamagedIndexAnew) {
  Load({.cache = folder_ / "cache"});
  for (const fs::directory_entry& entry : fs::directory_iterator(folder_ / "cache"))
    fs::resize_file(entry.path(), fs::file_size(entry.path()) / 2);
  EXPECT_EQ(AllOf(*Load({.cache = folder_ / "cache"})), AllOf(*Load()));
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
