#include "bot/answering/interval.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace docent {
namespace {

std::string Judged(std::string_view claimed, std::string_view stated) {
  switch (Decide(*ParseQuantity(claimed), *ParseQuantity(stated))) {
    case Verdict::kTrue:
      return "true";
    case Verdict::kFalse:
      return "false";
    case Verdict::kOpen:
      return "open";
  }
  return "";
}

TEST(Decide, AClaimBelowAStatedMinimumHolds) { EXPECT_EQ(Judged("more than 400", "more than 500"), "true"); }
TEST(Decide, AClaimAboveAStatedMinimumStaysOpen) { EXPECT_EQ(Judged("more than 600", "more than 500"), "open"); }
TEST(Decide, AnotherMinimumIsFalse) {
  EXPECT_EQ(Judged("at least 8 billion yuan", "at least 6 billion yuan"), "false");
  EXPECT_EQ(Judged("800", "more than 500"), "false");
  EXPECT_EQ(Judged("650", "more than 500"), "false");
  EXPECT_EQ(Judged("620", "more than 500"), "open");
  EXPECT_EQ(Judged("2", "more than 1"), "open");
  EXPECT_EQ(Judged("at least 4", "more than 3"), "open");
}
TEST(Decide, AClaimFarAboveAStatedMinimumIsFalse) {
  EXPECT_EQ(Judged("more than 1,500", "more than 500"), "false");
  EXPECT_EQ(Judged("5,000", "at least 500"), "false");
}
TEST(Decide, NearlyIsNotMore) { EXPECT_EQ(Judged("more than 400", "nearly 350"), "false"); }
TEST(Decide, NearlyMayOrMayNotReachWhatLiesJustBelow) { EXPECT_EQ(Judged("more than 340", "nearly 350"), "open"); }
TEST(Decide, LessThanContradictsAMinimum) {
  EXPECT_EQ(Judged("less than 5 billion yuan", "at least 6 billion yuan"), "false");
}
TEST(Decide, AtMostContradictsAMinimumOfTheSameFigure) {
  EXPECT_EQ(Judged("at most 6 billion yuan", "at least 6 billion yuan"), "false");
  EXPECT_EQ(Judged("at most 6 billion yuan", "6 billion yuan"), "true");
}
TEST(Decide, TheStatedFigureItselfHoldsWhateverItsBound) { EXPECT_EQ(Judged("500", "more than 500"), "true"); }
TEST(Decide, AnotherMonthIsFalse) { EXPECT_EQ(Judged("June 2018", "May 2018"), "false"); }
TEST(Decide, AYearThatIsNotStatedStaysOpen) { EXPECT_EQ(Judged("24 May 2018", "24 May"), "open"); }
TEST(Decide, SpansOfTimeNeedNotBeInOneUnit) {
  EXPECT_EQ(Judged("2 years", "14 months"), "false");
  EXPECT_EQ(Judged("more than a year", "14 months"), "true");
  EXPECT_EQ(Judged("2 weeks", "14 days"), "true");
}
TEST(Decide, MonthsAreNoNumberOfDays) {
  EXPECT_FALSE(AreComparable(*ParseQuantity("60 days"), *ParseQuantity("2 months")));
}
TEST(Decide, AnotherSeasonIsFalse) {
  EXPECT_EQ(Judged("spring 2026", "summer 2026"), "false");
  EXPECT_EQ(Judged("2026", "summer 2026"), "true");
  EXPECT_EQ(Judged("summer 2026", "2026"), "open");
}

}  // namespace
}  // namespace docent
