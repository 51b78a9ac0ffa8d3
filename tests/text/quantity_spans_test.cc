#include <gtest/gtest.h>

#include "tests/text/lines.h"

namespace docent {
namespace {

TEST(Spans, AreFoundInAllUnits) {
  EXPECT_EQ(Quantities("two years, 18 months, 3 weeks, 5 days"),
            "span 2 year [two years]; span 18 month [18 months]; span 3 week [3 weeks]; span 5 day [5 days]");
  EXPECT_EQ(Quantities("24 hours, 24h, 90 minutes, 5 secs"),
            "span 24 hour [24 hours]; span 24 hour [24h]; span 90 minute [90 minutes]; span 5 second [5 secs]");
  EXPECT_EQ(Quantities("two decades, a fortnight ago"), "span 20 year [two decades]; span 2 week [a fortnight]");
}

TEST(Spans, AreFoundInChinese) {
  EXPECT_EQ(
      Quantities("五年，3个月，两周，24小时，10分钟"),
      "span 5 year [五年]; span 3 month [3个月]; span 2 week [两周]; span 24 hour [24小时]; span 10 minute [10分钟]");
}

TEST(Spans, TakeHalves) {
  EXPECT_EQ(Quantities("half a year"), "span 0.5 year [half a year]");
  EXPECT_EQ(Quantities("two and a half years"), "span 2.5 year [two and a half years]");
  EXPECT_EQ(Quantities("a year and a half"), "span 1.5 year [a year and a half]");
  EXPECT_EQ(Quantities("半年，两年半，半个月"),
            "span 0.5 year [半年]; span 2.5 year [两年半]; span 0.5 month [半个月]");
  EXPECT_EQ(Quantities("一个半小时，两个半月"), "span 1.5 hour [一个半小时]; span 2.5 month [两个半月]");
}

TEST(Spans, AreAtMostWhatTheyAreWithin) {
  EXPECT_EQ(Quantities("within five years"), "span <=5 year [within five years]");
  EXPECT_EQ(Quantities("within the next five years"), "span <=5 year [within the next five years]");
  EXPECT_EQ(Quantities("it invests over five years"), "span 5 year [over five years]");
  EXPECT_EQ(Quantities("it took over five years"), "span >5 year [over five years]");
  EXPECT_EQ(Quantities("five more years"), "span 5 year [five more years]");
  EXPECT_EQ(Quantities("in 3 full days"), "span 3 day [3 full days]");
  EXPECT_EQ(Quantities("five more people"), "number 5 [five]");
  EXPECT_EQ(Quantities("within a year"), "span <=1 year [within a year]");
  EXPECT_EQ(Quantities("五年内"), "span <=5 year [五年内]");
  EXPECT_EQ(Quantities("一年之内"), "span <=1 year [一年之内]");
}

TEST(Spans, MayBeCompounds) {
  EXPECT_EQ(Quantities("a 20-year plan, 5-year-old"), "span 20 year [20-year]; span 5 year [5-year-old]");
}

TEST(Spans, AreNotEveryYear) {
  EXPECT_EQ(Quantities("a year, per year, this year, which year, 哪一年, 一年有多少"), "");
  EXPECT_EQ(Quantities("the 2018 year plan"), "date 2018 [2018]");
}

TEST(Spans, AreNotOneDayInAnIdiom) {
  EXPECT_EQ(Quantities("I would like to visit one day"), "");
  EXPECT_EQ(Quantities("in one day"), "span 1 day [one day]");
}

TEST(Spans, AreNotSchoolYearsOrDecadesOrCenturies) {
  EXPECT_EQ(Quantities("五年级，九十年代，二十世纪"), "number 90 [九十]; number 20 [二十]");
}

TEST(Spans, MayBeACouple) { EXPECT_EQ(Quantities("in a couple of years"), "span ~2 year [a couple of years]"); }

}  // namespace
}  // namespace docent
