// Whole values, and quantities as lines.

#include <gtest/gtest.h>

#include "tests/text/lines.h"

namespace docent {
namespace {

TEST(ParseQuantity, ReadsValuesAsAuthorsWriteThem) {
  EXPECT_EQ(Parsed("more than 60 billion yuan"), "money >60000000000 CNY");
  EXPECT_EQ(Parsed("nearly 350"), "number <~350");
  EXPECT_EQ(Parsed("about one third"), "share ~0.333");
  EXPECT_EQ(Parsed("2018-05-24"), "date 2018-05-24");
  EXPECT_EQ(Parsed("within five years"), "span <=5 year");
  EXPECT_EQ(Parsed("8"), "number 8");
  EXPECT_EQ(Parsed("only 19,500"), "number 19500");
  EXPECT_EQ(Parsed("2199"), "date 2199");
  EXPECT_EQ(Parsed("2300"), "number 2300");
}

TEST(ParseQuantity, ReadsWhatInASentenceWouldBeNone) {
  EXPECT_EQ(Parsed("one"), "number 1");
  EXPECT_EQ(Parsed("八"), "number 8");
  EXPECT_EQ(Parsed("a year"), "span 1 year");
  EXPECT_EQ(Parsed("half"), "share 0.5");
  EXPECT_EQ(Parsed("May"), "date --05");
  EXPECT_EQ(Parsed("8家"), "number 8 家");
}

TEST(ParseQuantity, ReadsNothingIfTheTextHoldsMore) {
  EXPECT_EQ(Parsed("350 people"), "nothing");
  EXPECT_EQ(Parsed("in January"), "nothing");
  EXPECT_EQ(Parsed("5 and 6"), "nothing");
  EXPECT_EQ(Parsed("Shanghai"), "nothing");
  EXPECT_EQ(Parsed(""), "nothing");
}

TEST(FindQuantities, KeepsWhatWasWritten) {
  const std::string text = "Over ￥６０ billion, “May 24th”.";
  EXPECT_EQ(Quantities(text), "money >60000000000 CNY [Over ￥６０ billion]; date --05-24 [May 24th]");
}

TEST(FindQuantities, TellsWhichWordsEachCovers) {
  const std::string text = "it grew from 14 to over 500 in 2018";
  std::string spans;
  for (const Quantity& quantity : FindQuantities(text, SplitWords(text))) {
    spans += std::to_string(quantity.span.begin) + "-" + std::to_string(quantity.span.end) + " ";
  }
  EXPECT_EQ(spans, "3-4 5-7 8-9 ");
}

TEST(ToString, WritesLargeAndSmallNumbersPlainly) {
  EXPECT_EQ(Parsed("1.5万亿元"), "money 1500000000000 CNY");
  EXPECT_EQ(Parsed("0.25"), "number 0.25");
  EXPECT_EQ(Parsed("-3.5"), "number -3.5");
}

TEST(BoundWords, SayTheBoundInBothLanguages) {
  std::string words;
  for (const Bound bound : {Bound::kExactly, Bound::kMoreThan, Bound::kAtLeast, Bound::kNearly, Bound::kAbout,
                            Bound::kAtMost, Bound::kLessThan}) {
    words.append(BoundWords(bound)).append("/").append(BoundWordsChinese(bound)).append(" ");
  }
  EXPECT_EQ(words, "/ more than/超过 at least/至少 nearly/近 about/约 at most/至多 less than/不到 ");
}

TEST(BoundWords, AreReadAsTheBoundTheySay) {
  for (const Bound bound :
       {Bound::kMoreThan, Bound::kAtLeast, Bound::kNearly, Bound::kAbout, Bound::kAtMost, Bound::kLessThan}) {
    EXPECT_EQ(ParseQuantity(std::string(BoundWords(bound)) + " 60")->bound, bound);
    EXPECT_EQ(ParseQuantity(std::string(BoundWordsChinese(bound)) + "60")->bound, bound);
  }
}

}  // namespace
}  // namespace docent
