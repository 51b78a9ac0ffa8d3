// Relations between things of one type that have words for both ways: what lies above what.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: g
title: G

type: floor

attribute: lies above
of: floor
to: floor
also: above, right above
reverse: below, beneath

entity: cellar
type: floor

entity: hall
type: floor

entity: loft
type: floor

fact: lies above
of: hall
value: cellar
says: The hall lies above the cellar.

fact: lies above
of: loft
value: hall
says: The loft lies above the hall.
)";

class DirectionTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { brain_ = BrainOf(kFacts); }
  static void TearDownTestSuite() { brain_.reset(); }

  static std::string Said(const std::string& question) { return SaidTo(brain_, question); }

  static std::shared_ptr<const Brain> brain_;
};

std::shared_ptr<const Brain> DirectionTest::brain_;

TEST_F(DirectionTest, WhatIsAboveIsWhatIsSaidToLieAbove) {
  EXPECT_TRUE(Said("What is above the hall?").starts_with("loft."));
  EXPECT_TRUE(Said("Which floor is above the cellar?").starts_with("hall."));
}

TEST_F(DirectionTest, WhatIsBelowIsAskedTheOtherWayRound) {
  EXPECT_TRUE(Said("What is below the hall?").starts_with("cellar."));
  EXPECT_TRUE(Said("Which floor is below the loft?").starts_with("hall."));
}

TEST_F(DirectionTest, NothingIsAboveTheTopOrBelowTheBottom) {
  EXPECT_EQ(Said("Which floor is above the loft?"), "");
  EXPECT_EQ(Said("What is above the loft?"), "");
  EXPECT_EQ(Said("Which floor is below the cellar?"), "");
}

}  // namespace
}  // namespace docent
