#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "bot/text/words.h"

namespace docent {
namespace {

TEST(Stem, IsTheSameForAllFormsOfAWord) {
  EXPECT_EQ(Stem("company"), "compani");
  EXPECT_EQ(Stem("companies"), "compani");
  EXPECT_EQ(Stem("investing"), Stem("invested"));
  EXPECT_EQ(Stem("goes"), Stem("go"));
  EXPECT_EQ(Stem("undergoes"), Stem("undergo"));
}

TEST(Stem, TellsWhoDoesItFromWhatIsDone) {
  EXPECT_NE(Stem("researchers"), Stem("research"));
  EXPECT_EQ(Stem("researchers"), Stem("researcher"));
  EXPECT_NE(Stem("inventor"), Stem("invent"));
}

TEST(Stem, LeavesCodesAndInitialsAlone) {
  for (const std::string word : {"g60s", "r&d", "'s", "us", "2018", "", "o'brien's"}) EXPECT_EQ(Stem(word), word);
}

TEST(Stem, LeavesWhatIsLongerThanAnyWordAlone) {
  const std::string letters(10000, 's');
  EXPECT_EQ(Stem(letters), letters);
}

TEST(Stem, LeavesChineseAlone) { EXPECT_EQ(Stem("上海"), "上海"); }

TEST(Stem, WorksInManyThreadsAtOnce) {
  std::vector<std::thread> threads;
  std::vector<int> wrong(4);
  for (int& count : wrong) {
    threads.emplace_back([&count] {
      for (int i = 0; i < 1000; ++i) count += Stem("institutes") == "institut" && Stem("funding") == "fund" ? 0 : 1;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, std::vector<int>(4));
}

TEST(JoinStems, PutsStemsForWordsAndKeepsTheRest) {
  EXPECT_EQ(JoinStems(SplitWords("2 companies' G60 funds 上海")), "2 compani g60 fund 上 海");
}

TEST(Stem, IsTheSameInBritishAndAmericanSpelling) {
  EXPECT_EQ(Stem("centres"), Stem("center"));
  EXPECT_EQ(Stem("labour"), Stem("labor"));
  EXPECT_EQ(Stem("organisation"), Stem("organization"));
  EXPECT_EQ(Stem("organised"), Stem("organize"));
  EXPECT_EQ(Stem("analysing"), Stem("analyze"));
  EXPECT_EQ(Stem("programmes"), Stem("program"));
  EXPECT_EQ(Stem("catalogue"), Stem("catalogs"));
  EXPECT_EQ(Stem("defence"), Stem("defense"));
}

TEST(Stem, OfAVerbWhoseEndingIsNoneOfItsOwnStaysOne) {
  EXPECT_EQ(Stem("devise"), Stem("devising"));
  EXPECT_EQ(Stem("advertise"), Stem("advertised"));
  EXPECT_EQ(Stem("promise"), Stem("promised"));
}

TEST(Stem, OfAShortVerbLosesNoMoreThanItsEnding) {
  EXPECT_EQ(Stem("sued"), Stem("sue"));
  EXPECT_EQ(Stem("suing"), Stem("sues"));
  EXPECT_EQ(Stem("added"), Stem("add"));
  EXPECT_EQ(Stem("freed"), Stem("free"));
}

}  // namespace
}  // namespace docent
