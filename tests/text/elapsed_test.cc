#include "bot/text/elapsed.h"

#include <gtest/gtest.h>

namespace docent {
namespace {

Date On(int year, int month = 0, int day = 0) {
  Date date;
  date.year = year;
  date.month = month;
  date.day = day;
  return date;
}

void ExpectIs(const std::optional<Elapsed>& elapsed, int years, int months, int days, bool exact) {
  ASSERT_TRUE(elapsed);
  EXPECT_EQ(elapsed->years, years);
  EXPECT_EQ(elapsed->months, months);
  EXPECT_EQ(elapsed->days, days);
  EXPECT_EQ(elapsed->exact, exact);
}

TEST(Elapsed, OfYearsIsInYears) {
  ExpectIs(TimeBetween(On(1968), On(1991)), 23, 0, 0, true);
  ExpectIs(TimeBetween(On(1991), On(1968)), 23, 0, 0, true);
  ExpectIs(TimeBetween(On(2013), On(2015, 3, 1)), 2, 0, 0, false);
}

TEST(Elapsed, OfMonthsIsInYearsAndMonths) {
  ExpectIs(TimeBetween(On(2021, 8), On(2023, 1)), 1, 5, 0, true);
  ExpectIs(TimeBetween(On(2009, 5, 22), On(2015, 3, 1)), 5, 9, 0, false);
  ExpectIs(TimeBetween(On(2009, 5, 22), On(2015, 5, 22)), 6, 0, 0, true);
}

TEST(Elapsed, OfDaysNearEachOtherIsInDays) {
  ExpectIs(TimeBetween(On(2024, 2, 28), On(2024, 3, 1)), 0, 0, 2, true);
  ExpectIs(TimeBetween(On(2023, 12, 31), On(2024, 1, 1)), 0, 0, 1, true);
}

TEST(Elapsed, IsKnownInDaysWhereBothDaysAre) {
  EXPECT_EQ(TimeBetween(On(2024, 3, 14), On(2024, 6, 21))->in_days, 99);
  EXPECT_EQ(TimeBetween(On(2024, 3), On(2024, 6, 21))->in_days, std::nullopt);
}

TEST(Elapsed, IsOpenWhereTheDatesMayBeTheSame) {
  EXPECT_FALSE(TimeBetween(On(2020), On(2020, 5)));
  EXPECT_FALSE(TimeBetween(On(2020, 5), On(2020, 5, 3)));
  EXPECT_FALSE(TimeBetween(On(2020, 5, 3), On(2020, 5, 3)));
  EXPECT_FALSE(TimeBetween(On(0, 5, 3), On(2020, 5, 3)));
}

}  // namespace
}  // namespace docent
