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

}  // namespace
}  // namespace docent
