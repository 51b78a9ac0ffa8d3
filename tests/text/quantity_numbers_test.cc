// Numbers without money or time, and ranks.

#include <gtest/gtest.h>

#include "tests/text/lines.h"

namespace docent {
namespace {

TEST(Numbers, AreFoundInDigits) {
  EXPECT_EQ(Quantities("8 centers and 1,000 firms"), "number 8 [8]; number 1000 [1,000]");
}

TEST(Numbers, AreFoundInWords) {
  EXPECT_EQ(Quantities("eight centers, sixty-five firms"), "number 8 [eight]; number 65 [sixty-five]");
  EXPECT_EQ(Quantities("one hundred and twenty"), "number 120 [one hundred and twenty]");
  EXPECT_EQ(Quantities("three thousand five hundred people"), "number 3500 [three thousand five hundred]");
  EXPECT_EQ(Quantities("two million three hundred thousand and five"),
            "number 2300005 [two million three hundred thousand and five]");
}

TEST(Numbers, TakeTheirScales) {
  EXPECT_EQ(Quantities("1.2 million"), "number 1200000 [1.2 million]");
  EXPECT_EQ(Quantities("60bn"), "number 60000000000 [60bn]");
  EXPECT_EQ(Quantities("3.5k"), "number 3500 [3.5k]");
  EXPECT_EQ(Quantities("60,000 million"), "number 60000000000 [60,000 million]");
  EXPECT_EQ(Quantities("five hundred thousand"), "number 500000 [five hundred thousand]");
}

TEST(Numbers, TakeTheTimeThatTheyAreFor) {
  EXPECT_EQ(Parsed("287 kilometres an hour"), "number 287 kilometres an hour");
  EXPECT_EQ(Quantities("8,500 tonnes a year"), "number 8500 tonnes a year [8,500 tonnes a year]");
  EXPECT_EQ(Quantities("12 km a detour"), "number 12 km [12 km]");
}

TEST(Numbers, TakeHalves) {
  EXPECT_EQ(Quantities("half a million"), "number 500000 [half a million]");
  EXPECT_EQ(Quantities("one and a half million"), "number 1500000 [one and a half million]");
  EXPECT_EQ(Quantities("3½ million"), "number 3500000 [3½ million]");
}

TEST(Numbers, TakeSpokenDecimals) {
  EXPECT_EQ(Quantities("three point five billion"), "number 3500000000 [three point five billion]");
}

TEST(Numbers, MayBeAnArticleAndAScale) {
  EXPECT_EQ(Quantities("a dozen, a thousand, thousand"),
            "number 12 [a dozen]; number 1000 [a thousand]; number 1000 [thousand]");
}

TEST(Numbers, AreNoScalesThatAreAskedFor) {
  EXPECT_EQ(Quantities("how many billion yuan"), "");
  EXPECT_EQ(Quantities("several hundred, dozens, millions"), "");
}

TEST(Numbers, TakeSpacesForSeparatorsWhereTheyMustBe) {
  EXPECT_EQ(Quantities("60 000 people"), "number 60000 [60 000]");
  EXPECT_EQ(Quantities("14\u00A0500 people"), "number 14500 [14\u00A0500]");
  EXPECT_EQ(Quantities("14 500"), "number 14 [14]; number 500 [500]");
}

TEST(Numbers, MayBeNegative) {
  EXPECT_EQ(Quantities("-5 or minus 3 or 负2"), "number -5 [-5]; number -3 [minus 3]; number -2 [负2]");
}

TEST(Numbers, AreNotEveryOne) {
  EXPECT_EQ(Quantities("which one is one of them"), "");
  EXPECT_EQ(Quantities("only one company"), "number 1 [one]");
  EXPECT_EQ(Quantities("at least one other"), "number >=1 [at least one]");
}

TEST(Numbers, AreNoPartsOfCodes) { EXPECT_EQ(Quantities("the G60 corridor, 5G, 3D, Q7"), ""); }

TEST(Numbers, KeepTheirMeasure) {
  EXPECT_EQ(Quantities("5 km of road"), "number 5 km [5 km]");
  EXPECT_EQ(Quantities("20 square kilometres"), "number 20 square kilometres [20 square kilometres]");
  EXPECT_EQ(Quantities("3 percentage points"), "number 3 percentage points [3 percentage points]");
  EXPECT_EQ(Quantities("120平方公里"), "number 120 平方公里 [120平方公里]");
}

TEST(Numbers, TakeAnAttachedMForMillionAndALooseOneForMetres) {
  EXPECT_EQ(Quantities("5m users and 5 m of rope"), "number 5000000 [5m]; number 5 m [5 m]");
}

TEST(Numbers, AreFoundInChinese) {
  EXPECT_EQ(Quantities("六百亿"), "number 60000000000 [六百亿]");
  EXPECT_EQ(Quantities("一千零五十"), "number 1050 [一千零五十]");
  EXPECT_EQ(Quantities("三万五"), "number 35000 [三万五]");
  EXPECT_EQ(Quantities("十五"), "number 15 [十五]");
  EXPECT_EQ(Quantities("两千三百四十五万"), "number 23450000 [两千三百四十五万]");
  EXPECT_EQ(Quantities("三点五亿"), "number 350000000 [三点五亿]");
}

TEST(Numbers, MixDigitsAndChineseScales) {
  EXPECT_EQ(Quantities("60亿"), "number 6000000000 [60亿]");
  EXPECT_EQ(Quantities("1.5万亿"), "number 1500000000000 [1.5万亿]");
  EXPECT_EQ(Quantities("5千万"), "number 50000000 [5千万]");
}

TEST(Numbers, ReadTraditionalChinese) { EXPECT_EQ(Quantities("六百億"), "number 60000000000 [六百億]"); }

TEST(Numbers, KeepTheSurplusOfChineseNumbers) {
  EXPECT_EQ(Quantities("六百多亿"), "number >60000000000 [六百多亿]");
  EXPECT_EQ(Quantities("1000余家企业"), "number >1000 [1000余]");
  EXPECT_EQ(Quantities("十几个"), "number >10 [十几]");
}

TEST(Numbers, GoOnBehindALargeScale) {
  EXPECT_EQ(Quantities("1亿5000万人"), "number 150000000 [1亿5000万]");
  EXPECT_EQ(Quantities("一亿五千万"), "number 150000000 [一亿五千万]");
}

TEST(Numbers, EndAtASpaceBetweenChineseCharacters) {
  EXPECT_EQ(Quantities("六千万 六千五百万"), "number 60000000 [六千万]; number 65000000 [六千五百万]");
  EXPECT_EQ(Quantities("60 亿"), "number 6000000000 [60 亿]");
}

TEST(Numbers, NeedAMeasureWordForOneChineseNumeral) {
  EXPECT_EQ(Quantities("三个中心，两家"), "number 3 [三]; number 2 [两]");
  EXPECT_EQ(Quantities("长三角、四川、百度、十分、万一、一些"), "");
}

TEST(Numbers, AreNothingWhereChineseIsVague) { EXPECT_EQ(Quantities("几十亿、数百家、四五个、多少亿元"), ""); }

TEST(Numbers, IncludeTheMeasureWordThatABoundFollows) {
  EXPECT_EQ(Quantities("500人左右"), "number ~500 人 [500人左右]");
}

TEST(Ordinals, AreFoundInWordsAndDigits) {
  EXPECT_EQ(Quantities("first, 2nd, the third one, twenty-first"),
            "ordinal 1 [first]; ordinal 2 [2nd]; ordinal 3 [third]; ordinal 21 [twenty-first]");
}

TEST(Ordinals, AreFoundInChinese) {
  EXPECT_EQ(Quantities("第一、第3、第十二"), "ordinal 1 [第一]; ordinal 3 [第3]; ordinal 12 [第十二]");
}

TEST(Ordinals, AreFoundBehindNo) { EXPECT_EQ(Quantities("line No. 5, no 5"), "ordinal 5 [No. 5]; number 5 [5]"); }

TEST(Ordinals, AreNotTimesOrIdioms) { EXPECT_EQ(Quantities("per second, at first, third-party data"), ""); }

}  // namespace
}  // namespace docent
