#include "bot/text/scales.h"

#include <gtest/gtest.h>

namespace docent {
namespace {

Quantity Of(double number, const char* unit) {
  Quantity quantity;
  quantity.number = number;
  quantity.unit = unit;
  return quantity;
}

TEST(Scales, KnowUnitsInTheirSpellings) {
  for (const char* unit : {"m", "metre", "metres", "meters"}) {
    ASSERT_TRUE(ScaleOf(unit)) << unit;
    EXPECT_EQ(ScaleOf(unit)->base, "metre");
    EXPECT_EQ(ScaleOf(unit)->factor, 1);
  }
  EXPECT_FALSE(ScaleOf("boats"));
  EXPECT_FALSE(ScaleOf(""));
}

TEST(Scales, BringNumbersToOneBase) {
  EXPECT_DOUBLE_EQ(InBase(Of(2, "km")), 2000);
  EXPECT_DOUBLE_EQ(InBase(Of(3, "hour")), 10800);
  EXPECT_DOUBLE_EQ(InBase(Of(3, "boats")), 3);
}

TEST(Scales, KnowWhatThereIsInATime) {
  EXPECT_NEAR(InBase(Of(36, "km h")), 10, 1e-9);
  EXPECT_NEAR(InBase(Of(36, "kilometres an hour")), 10, 1e-9);
  EXPECT_NEAR(InBase(Of(10, "metres per second")), 10, 1e-9);
  EXPECT_TRUE(AreOfOneScale(Of(1, "mph"), Of(1, "kilometres per hour")));
  EXPECT_TRUE(AreOfOneScale(Of(1, "tonnes a year"), Of(1, "kg per day")));
  EXPECT_EQ(FactorBetween("litres a minute", "litres per minute"), 1);
  EXPECT_EQ(FactorBetween("litres a minute", "litres per hour"), 60);
  EXPECT_EQ(FactorBetween("tonnes", "kg a year"), 1000);  // of which time, the sentence may say
  EXPECT_FALSE(FactorBetween("tonnes a year", "litres a year"));
}

TEST(Scales, TellWhatCanBeHeldAgainstEachOther) {
  EXPECT_TRUE(AreOfOneScale(Of(1, "feet"), Of(1, "km")));
  EXPECT_TRUE(AreOfOneScale(Of(1, "boat"), Of(1, "boats")));
  EXPECT_TRUE(AreOfOneScale(Of(1, ""), Of(1, "km")));
  EXPECT_FALSE(AreOfOneScale(Of(60, "metres"), Of(60, "minute")));
  EXPECT_FALSE(AreOfOneScale(Of(1, "square metre"), Of(1, "metre")));
}

}  // namespace
}  // namespace docent
