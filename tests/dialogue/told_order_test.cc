// Which of two things came first, where no dates tell it but a fact does.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: g
title: G

type: mill

type: shop

attribute: founding
also: founded, was founded

attribute: shop history
also: opened, was opened

entity: North Mill
type: mill

entity: South Mill
type: mill

entity: West Mill
type: mill

entity: Mill Shop
type: shop

fact: founding
of: North Mill
value: before the South Mill
says: The North Mill was founded before the South Mill.

fact: founding
of: West Mill
value: after the South Mill
says: After the South Mill, the West Mill was founded by two brothers.

entity: East Mill
type: mill

fact: founding
of: East Mill
value: not before the West Mill
says: The East Mill was not founded before the West Mill.

fact: shop history
of: Mill Shop
value: the first shop in the valley
says: The Mill Shop was opened in the valley.
)";

class ToldOrderTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { brain_ = BrainOf(kFacts); }
  static void TearDownTestSuite() { brain_.reset(); }

  static std::string Said(const std::string& question) { return SaidTo(brain_, question); }

  static std::shared_ptr<const Brain> brain_;
};

std::shared_ptr<const Brain> ToldOrderTest::brain_;

TEST_F(ToldOrderTest, AClaimIsHeldAgainstTheOrderThatIsTold) {
  EXPECT_TRUE(Said("Was the North Mill founded before the South Mill?").starts_with("Yes."));
  EXPECT_TRUE(Said("Was the South Mill founded before the North Mill?").starts_with("No."));
  EXPECT_TRUE(Said("Was the South Mill founded after the North Mill?").starts_with("Yes."));
  EXPECT_TRUE(Said("Was the North Mill founded later than the South Mill?").starts_with("No."));
  EXPECT_TRUE(Said("Was the West Mill founded earlier than the South Mill?").starts_with("No."));
}

TEST_F(ToldOrderTest, WhichOfTwoCameFirst) {
  EXPECT_TRUE(Said("Which was founded first, the South Mill or the North Mill?").starts_with("North Mill:"));
  EXPECT_TRUE(Said("Which was founded later, the South Mill or the West Mill?").starts_with("West Mill:"));
}

TEST_F(ToldOrderTest, OfTwoThatNoFactHoldsTogetherNothingIsSaid) {
  EXPECT_EQ(Said("Was the North Mill founded before the Mill Shop?"), "");
  EXPECT_FALSE(Said("Was the East Mill founded before the West Mill?").starts_with("Yes."));
  EXPECT_EQ(Said("Was the North Mill sold before the South Mill?"), "");
}

}  // namespace
}  // namespace docent
