#include <gtest/gtest.h>

#include "tests/text/lines.h"

namespace docent {
namespace {

TEST(Shares, AreTheSameHoweverAThirdIsWritten) {
  for (const char* text :
       {"a third", "one third", "one-third", "1/3", "1 / 3", "one in three", "1 in 3", "⅓", "三分之一", "3分之1"}) {
    EXPECT_EQ(Parsed(text), "share 0.333") << text;
  }
}

TEST(Shares, AreFoundInPercent) {
  for (const char* text : {"33%", "33 %", "33 percent", "33 per cent", "thirty-three percent", "33 pct", "百分之三十三",
                           "百分之33", "三成三", "３３％"}) {
    EXPECT_EQ(Parsed(text), "share 0.33") << text;
  }
}

TEST(Shares, AreFoundInParts) {
  EXPECT_EQ(Quantities("two thirds of it, three-quarters, nine tenths"),
            "share 0.667 [two thirds]; share 0.75 [three-quarters]; share 0.9 [nine tenths]");
  EXPECT_EQ(Quantities("three out of ten firms"), "share 0.3 [three out of ten]");
}

TEST(Shares, AreFoundInTenthsOfChinese) {
  EXPECT_EQ(Quantities("七成的企业"), "share 0.7 [七成]");
  EXPECT_EQ(Quantities("两成多"), "share >0.2 [两成多]");
  EXPECT_EQ(Quantities("三成半"), "share 0.35 [三成半]");
}

TEST(Shares, MayBeAWhole) { EXPECT_EQ(Quantities("百分之百，100%"), "share 1 [百分之百]; share 1 [100%]"); }

TEST(Shares, AreNotEveryChineseWordWithCheng) {
  EXPECT_EQ(Quantities("2018成立，三成员，8成为"), "date 2018 [2018]; number 8 [8]");
}

TEST(Shares, CountHalvesOfSomething) {
  EXPECT_EQ(Quantities("half of the talents"), "share 0.5 [half]");
  EXPECT_EQ(Quantities("more than half"), "share >0.5 [more than half]");
  EXPECT_EQ(Quantities("全国一半的人才，过半"), "share 0.5 [一半]; share >0.5 [过半]");
}

TEST(Shares, DoNotCountHalvesOfAMatch) { EXPECT_EQ(Quantities("the half-way house, half past"), ""); }

TEST(Shares, KeepTheirBound) { EXPECT_EQ(Quantities("about one-third"), "share ~0.333 [about one-third]"); }

TEST(Shares, AreNotOneMoreOfAKind) { EXPECT_EQ(Quantities("a fourth institute"), "ordinal 4 [fourth]"); }

TEST(Shares, AreNotEverySlash) { EXPECT_EQ(Quantities("24/7 and 9/11 and 5/24"), ""); }

TEST(Shares, AreNotOneInAYear) { EXPECT_EQ(Quantities("signed one in 2018"), "date 2018 [2018]"); }

}  // namespace
}  // namespace docent
