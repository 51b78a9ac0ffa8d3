#include <gtest/gtest.h>

#include "tests/text/lines.h"

namespace docent {
namespace {

TEST(Bounds, SayMoreThan) {
  for (const char* text : {"more than 500", "over 500", "above 500", "exceeding 500", "in excess of 500",
                           "upwards of 500", "north of 500", "well over 500", "a bit over 500", "way over 500", "500+",
                           "500-plus", "> 500", "超过500", "逾500", "500多", "五百多", "500余", "不止500"}) {
    EXPECT_EQ(Parsed(text), "number >500") << text;
  }
}

TEST(Bounds, SayAtLeast) {
  for (const char* text :
       {"at least 500", "no less than 500", "no fewer than 500", "not less than 500", "a minimum of 500", "500 or more",
        "500 at least", "500 and above", ">= 500", "≥500", "至少500", "不少于500", "不低于500", "500以上"}) {
    EXPECT_EQ(Parsed(text), "number >=500") << text;
  }
}

TEST(Bounds, SayNearly) {
  for (const char* text : {"nearly 500", "almost 500", "close to 500", "just under 500", "a tad under 500", "近500",
                           "将近500", "接近500"}) {
    EXPECT_EQ(Parsed(text), "number <~500") << text;
  }
}

TEST(Bounds, SayAbout) {
  for (const char* text : {"about 500", "around 500", "roughly 500", "approximately 500", "approx. 500", "some 500",
                           "~500", "≈ 500", "500 or so", "500ish", "约500", "大约500", "500左右", "500上下"}) {
    EXPECT_EQ(Parsed(text), "number ~500") << text;
  }
}

TEST(Bounds, SayAtMost) {
  for (const char* text : {"at most 500", "up to 500", "no more than 500", "not more than 500", "a maximum of 500",
                           "500 or less", "500 max", "<= 500", "≤500", "至多500", "最多500", "不超过500", "500以内"}) {
    EXPECT_EQ(Parsed(text), "number <=500") << text;
  }
}

TEST(Bounds, SayLessThan) {
  for (const char* text : {"less than 500", "fewer than 500", "under 500", "below 500", "way under 500", "south of 500",
                           "<500", "不到500", "不足500", "低于500", "500以下"}) {
    EXPECT_EQ(Parsed(text), "number <500") << text;
  }
}

TEST(Bounds, BelongToTheNumberBehindThem) {
  EXPECT_EQ(Quantities("from 14 to over 500"), "number 14 [14]; number >500 [over 500]");
}

TEST(Bounds, AreNoBoundsAcrossPunctuation) { EXPECT_EQ(Quantities("it is over, 500 left"), "number 500 [500]"); }

TEST(Bounds, AreNoSumsOfTwoNumbers) {
  EXPECT_EQ(Quantities("5 + 3"), "number 5 [5]; number 3 [3]");
  EXPECT_EQ(Quantities("500 plus 300"), "number 500 [500]; number 300 [300]");
}

TEST(Bounds, AreNoArrows) { EXPECT_EQ(Quantities("question => 60"), "number 60 [60]"); }

TEST(Bounds, OfAYearArePrepositions) {
  EXPECT_EQ(Quantities("over 2018"), "date 2018 [2018]");
  EXPECT_EQ(Quantities("tell me about 2018"), "date 2018 [2018]");
  EXPECT_EQ(Quantities("around 2018"), "date ~2018 [around 2018]");
}

TEST(Bounds, MakeANumberOfWhatCouldBeAYear) {
  EXPECT_EQ(Quantities("more than 2018"), "number >2018 [more than 2018]");
}

TEST(Bounds, AreNotTheTopicOfAQuestion) { EXPECT_EQ(Quantities("what about 8 platforms"), "number 8 [8]"); }

}  // namespace
}  // namespace docent
