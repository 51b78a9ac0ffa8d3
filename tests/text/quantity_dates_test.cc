#include <gtest/gtest.h>

#include "tests/text/lines.h"

namespace docent {
namespace {

TEST(Dates, AreTheSameHoweverADayIsWritten) {
  for (const char* text :
       {"24 May 2018", "24th May 2018", "the 24th of May, 2018", "May 24 2018", "May 24, 2018", "May 24th, 2018",
        "May the 24th 2018", "2018-05-24", "2018/5/24", "24.5.2018", "24/5/2018", "5/24/2018", "2018 May 24",
        "twenty-fourth of May 2018", "2018年5月24日", "2018年5月24号", "二〇一八年五月二十四日"}) {
    EXPECT_EQ(Parsed(text), "date 2018-05-24") << text;
  }
}

TEST(Dates, MayLackTheYear) {
  for (const char* text : {"May 24", "may 24th", "24 May", "24th of May", "5月24日", "五月二十四日"}) {
    EXPECT_EQ(Parsed(text), "date --05-24") << text;
  }
}

TEST(Dates, MayBeAMonth) {
  for (const char* text : {"January 2018", "Jan 2018", "Jan. 2018", "January of 2018", "January, 2018", "2018-01",
                           "2018年1月", "二零一八年一月"}) {
    EXPECT_EQ(Parsed(text), "date 2018-01") << text;
  }
}

TEST(Dates, TakeAMonthAlone) { EXPECT_EQ(Quantities("in January this year"), "date --01 [January]"); }

TEST(Dates, TakeMayAndMarchForMonthsOnlyInCompany) {
  EXPECT_EQ(Quantities("may I march on"), "");
  EXPECT_EQ(Quantities("in May"), "date --05 [May]");
  EXPECT_EQ(Quantities("last march"), "date --03 [march]");
  EXPECT_EQ(Quantities("march 2018"), "date 2018-03 [march 2018]");
}

TEST(Dates, MayBeABareYear) { EXPECT_EQ(Quantities("the 2018 conference"), "date 2018 [2018]"); }

TEST(Dates, AreNoYearsWithSeparatorsOrUnits) {
  EXPECT_EQ(Quantities("2,018 firms, 2018 km, 3018"),
            "number 2018 [2,018]; number 2018 km [2018 km]; number 3018 [3018]");
}

TEST(Dates, MayBeSpokenYears) {
  EXPECT_EQ(Quantities("in twenty eighteen"), "date 2018 [twenty eighteen]");
  EXPECT_EQ(Quantities("in two thousand and eighteen"), "date 2018 [two thousand and eighteen]");
}

TEST(Dates, TakeARangeOfYearsForTwo) {
  EXPECT_EQ(Quantities("1990-1995"), "date 1990 [1990]; date 1995 [1995]");
  EXPECT_EQ(Quantities("2018-19"), "date 2018 [2018]; date 2019 [19]");
  EXPECT_EQ(Quantities("2018–19"), "date 2018 [2018]; date 2019 [19]");
}

TEST(Dates, MayBeASeasonOrAStageOfAYear) {
  EXPECT_EQ(Quantities("it runs again in summer 2026"), "date 2026-summer [summer 2026]");
  EXPECT_EQ(Quantities("by the end of 2025"), "date 2025-late [the end of 2025]");
  EXPECT_EQ(Parsed("autumn of 2024"), "date 2024-autumn");
  EXPECT_EQ(Parsed("early 2024"), "date 2024-early");
  EXPECT_EQ(Quantities("open in summer"), "");
  EXPECT_EQ(Quantities("the end of the line"), "");
}

TEST(Dates, MayBeAHalfOfAYear) {
  EXPECT_EQ(Quantities("first half of 2018"), "date 2018-H1 [first half of 2018]");
  EXPECT_EQ(Quantities("the second half of the year"), "date H2 [the second half of the year]");
  EXPECT_EQ(Quantities("the year's first half"), "date H1 [the year's first half]");
  EXPECT_EQ(Quantities("今年上半年"), "date H1 [上半年]");
  EXPECT_EQ(Quantities("2018年下半年"), "date 2018-H2 [2018年下半年]");
}

TEST(Dates, MayBeAHalfOfAYearThatTheSourceMeans) {
  EXPECT_EQ(Parsed("first half of the article's year"), "date H1");
  EXPECT_EQ(Parsed("the first half of this year"), "date H1");
}

TEST(Dates, LeaveAnotherYearToTheReader) { EXPECT_EQ(Quantities("first half of last year"), "date H1 [first half]"); }

TEST(Dates, AreNoHalvesOfOtherThings) { EXPECT_EQ(Quantities("the first half of the match"), "ordinal 1 [first]"); }

TEST(Dates, MayBeAQuarter) {
  for (const char* text :
       {"Q1 2018", "2018 Q1", "2018Q1", "Q1 of 2018", "the first quarter of 2018", "2018年第一季度", "2018年一季度"}) {
    EXPECT_EQ(Parsed(text), "date 2018-Q1") << text;
  }
}

TEST(Dates, AreOnlyAsExactAsTheyAreSure) { EXPECT_EQ(Parsed("5/6/2018"), "date 2018"); }

TEST(Dates, AreNoDatesThatCannotBe) {
  EXPECT_EQ(Quantities("2018-13-45"), "");
  EXPECT_EQ(Quantities("13月"), "number 13 [13]");
}

TEST(Dates, MayBeADayAlone) { EXPECT_EQ(Quantities("24日"), "date ---24 [24日]"); }

}  // namespace
}  // namespace docent
