#include "bot/rules/alternatives.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace docent {
namespace {

using ::testing::ElementsAre;

TEST(ListedPhrases, TakesEveryChoiceOfEveryBracket) {
  EXPECT_THAT(ListedPhrases("(in|from) (the|this) report, here"),
              ElementsAre("in the report", "in this report", "from the report", "from this report", "here"));
}

TEST(ListedPhrases, TakesWhatStandsInSquareBracketsOrNot) {
  EXPECT_THAT(ListedPhrases("[that|which] (is|was) named [here]"),
              ElementsAre("that is named here", "that is named", "that was named here", "that was named",
                          "which is named here", "which is named", "which was named here", "which was named",
                          "is named here", "is named", "was named here", "was named"));
}

TEST(ListedPhrases, LeavesABracketThatIsNotClosed) {
  EXPECT_THAT(ListedPhrases("a (b|c; d"), ElementsAre("a (b|c", "d"));
}

}  // namespace
}  // namespace docent
