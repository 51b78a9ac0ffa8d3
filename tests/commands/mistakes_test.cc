// The files in mistakes/ hold one mistake each. A file begins with what `docent check` must say of it, letter by
// letter, in comments that start with "#|".

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "bot/commands/checked_files.h"

namespace docent {
namespace {

namespace fs = std::filesystem;

const fs::path kMistakes = DOCENT_MISTAKES;

std::vector<fs::path> Mistakes() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(kMistakes)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  return files;
}

std::string Expected(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string expected;
  for (std::string line; std::getline(in, line) && line.starts_with("#|");)
    expected += line.substr(std::min<size_t>(3, line.size())) + "\n";
  return expected;
}

// A folder of its own for each file, with what it needs beside it; the files are named as seen from there.
class Mistake : public testing::TestWithParam<fs::path> {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) / ("docent-" + GetParam().filename().string());
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "knowledge");
    fs::create_directories(folder_ / "rules");
    fs::current_path(folder_);
    const bool is_rules = GetParam().extension() == ".rules";
    fs::copy(GetParam(), folder_ / (is_rules ? "rules" : "knowledge"));
    if (is_rules) {
      fs::copy(kMistakes / "fixtures" / "harbour.facts", folder_ / "knowledge");
      return;
    }
    fs::copy(kMistakes / "fixtures" / "words.rules", folder_ / "rules");
    const fs::path forms = fs::path(GetParam().filename()).replace_extension(".forms");
    if (fs::exists(kMistakes / "fixtures" / forms)) fs::copy(kMistakes / "fixtures" / forms, folder_ / "rules");
    fs::create_directories(folder_ / "knowledge" / "fixtures");
    for (const char* name : {"gaps.csv", "guide.txt", "ships.csv", "torn.csv"})
      fs::copy(kMistakes / "fixtures" / name, folder_ / "knowledge" / "fixtures");
  }
  void TearDown() override {
    fs::current_path(fs::path(testing::TempDir()));
    fs::remove_all(folder_);
  }

  fs::path folder_;
};

TEST_P(Mistake, IsToldWithPlaceAndRemedy) {
  Diagnostics diagnostics;
  LoadChecked({{"knowledge"}, {"rules"}}, diagnostics);
  EXPECT_EQ(diagnostics.Render(), Expected(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Files, Mistake, testing::ValuesIn(Mistakes()), [](const auto& info) {
  std::string name = info.param.filename().string();
  for (char& c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  }
  return name;
});

}  // namespace
}  // namespace docent
