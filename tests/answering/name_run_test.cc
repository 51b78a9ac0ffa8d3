#include "bot/answering/name_run.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/inquiry.h"

namespace docent {
namespace {

// Many stadiums whose names begin alike and each have a word that no other has: "Harbour Yararow Stadium", "Western
// Yarbrow Stadium".
std::string Stadiums() {
  const std::vector<std::string> firsts = {"Harbour", "Western", "Northern", "Royal"};
  const std::string letters = "abcdefghiklmnopqrstu";
  std::string text = "type: stadium\n\nattribute: seating\nkind: number\nunit: seats\n\n";
  for (size_t i = 0; i < 2 * letters.size(); ++i) {
    const std::string second =
        (i < letters.size() ? "Yar" : "Pol") + std::string(1, letters[i % letters.size()]) + "row";
    text += "entity: " + firsts[i % firsts.size()] + " " + second +
            " Stadium\ntype: stadium\n\nfact: seating\nvalue: " + std::to_string(2007 + 7 * i) + "\n\n";
  }
  return text;
}

class NameRun : public testing::Test {
 protected:
  NameRun() {
    const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "docent-name-run";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "stadiums.facts") << Stadiums();
    Diagnostics diagnostics;
    brain_ = Brain::Load({{folder}, {std::filesystem::path(DOCENT_SOURCE_DIR) / "rules"}}, diagnostics);
    EXPECT_EQ(diagnostics.Render(), "");
    std::filesystem::remove_all(folder);
  }

  bool IsAnswered(const std::string& question) const {
    StoreConnection store(brain_->image());
    return Resolve(*brain_, store, Inquire(*brain_, question), nullptr).status == Status::kAnswered;
  }

  std::shared_ptr<const Brain> brain_;
};

TEST_F(NameRun, LeavesWordsOfTheNamesOfSeveralThingsUnanswered) {
  EXPECT_FALSE(IsAnswered("what is the seating of the Western Yararow Stadium"));
  EXPECT_FALSE(IsAnswered("what is the seating of the Harbour Polbrow Stadium"));
}

TEST_F(NameRun, LetsANameBeSaidWholeOrInPart) {
  EXPECT_TRUE(IsAnswered("what is the seating of the Harbour Yararow Stadium"));
  EXPECT_TRUE(IsAnswered("what is the seating of the Yararow Stadium"));
  EXPECT_TRUE(IsAnswered("what is the seating of Harbour Yararow"));
}

TEST_F(NameRun, IsOfCapitalisedWordsThatStandSideBySide) {
  const auto run_of = [&](const std::string& question) {
    for (const Unit& unit : Inquire(*brain_, question).units) {
      if (unit.text == "yararow") return unit.name_run;
    }
    return uint32_t{99};
  };
  EXPECT_EQ(run_of("what is the seating of the Western Yararow Stadium"), 1U);
  EXPECT_EQ(run_of("what is the seating of the western yararow stadium"), 0U);
  EXPECT_EQ(run_of("what is the seating of Yararow"), 0U);
}

}  // namespace
}  // namespace docent
