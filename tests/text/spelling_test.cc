#include "bot/text/spelling.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace docent {
namespace {

// The whole table, with nothing left out: what EditDistance must agree with.
size_t PlainDistance(const std::string& a, const std::string& b) {
  std::vector<std::vector<size_t>> cost(a.size() + 1, std::vector<size_t>(b.size() + 1));
  for (size_t i = 0; i <= a.size(); ++i) {
    for (size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = i + j;
        continue;
      }
      const size_t change = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

TEST(EditDistance, IsNothingForTheSameWord) { EXPECT_EQ(EditDistance("shanghai", "shanghai", 2), 0); }

TEST(EditDistance, CountsAMissingLetter) { EXPECT_EQ(EditDistance("shanghi", "shanghai", 2), 1); }

TEST(EditDistance, CountsAnExtraLetter) { EXPECT_EQ(EditDistance("shanghaii", "shanghai", 2), 1); }

TEST(EditDistance, CountsAWrongLetter) { EXPECT_EQ(EditDistance("shenghai", "shanghai", 2), 1); }

TEST(EditDistance, CountsTwoSwappedLettersOnce) { EXPECT_EQ(EditDistance("shangahi", "shanghai", 2), 1); }

TEST(EditDistance, CountsCodePointsNotBytes) { EXPECT_EQ(EditDistance("上海", "上诲", 1), 1); }

TEST(EditDistance, SaysOneMoreThanTheLimitForWhatIsFurther) {
  EXPECT_EQ(EditDistance("tencent", "huawei", 2), 3);
  EXPECT_EQ(EditDistance("a", "abcdefgh", 3), 4);
  EXPECT_EQ(EditDistance("a", "b", 0), 1);
}

TEST(EditDistance, TakesEmptyWords) {
  EXPECT_EQ(EditDistance("", "", 2), 0);
  EXPECT_EQ(EditDistance("", "ab", 2), 2);
  EXPECT_EQ(EditDistance("ab", "", 1), 2);
}

TEST(EditDistance, AgreesWithTheWholeTable) {
  std::mt19937 random(1);
  const auto word = [&] {
    std::string letters(random() % 9, 'a');
    for (char& c : letters) c = static_cast<char>('a' + random() % 3);
    return letters;
  };
  for (int i = 0; i < 20000; ++i) {
    const std::string a = word();
    const std::string b = word();
    const size_t limit = random() % 5;
    ASSERT_EQ(EditDistance(a, b, limit), std::min(PlainDistance(a, b), limit + 1)) << a << " " << b << " " << limit;
  }
}

TEST(MendableEdits, AreNoneBelowFiveLetters) { EXPECT_EQ(MendableEdits("fund"), 0); }

TEST(MendableEdits, AreOneFromFiveLetters) {
  EXPECT_EQ(MendableEdits("funds"), 1);
  EXPECT_EQ(MendableEdits("shanghai"), 1);
}

TEST(MendableEdits, AreTwoFromNineLetters) { EXPECT_EQ(MendableEdits("songjiang"), 2); }

TEST(MendableEdits, AreNoneInAWordWithADigit) { EXPECT_EQ(MendableEdits("waic2018conference"), 0); }

TEST(MendableEdits, CountCodePointsNotBytes) { EXPECT_EQ(MendableEdits("上海"), 0); }

}  // namespace
}  // namespace docent
