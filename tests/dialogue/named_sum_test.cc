// Sums of a thing that is only named, and names whose words have opposites.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: g
title: G

type: cellar

attribute: cost
kind: money

attribute: grant
kind: money

attribute: saving
kind: money

attribute: site
also: dug into

entity: Red Cellar
type: cellar
also: the new cellar

entity: Blue Cellar
type: cellar

fact: grant
of: Red Cellar
value: 2 million euros
says: The government gave a grant of 2 million euros for the Red Cellar.

fact: cost
of: Red Cellar
value: 7 million euros
says: The Red Cellar cost 7 million euros.

fact: saving
of: Red Cellar
value: 80,000 euros
says: The Red Cellar saves 80,000 euros a year.

fact: site
of: Red Cellar
value: an abandoned mine
says: The Red Cellar was dug into an abandoned mine.

fact: grant
of: Blue Cellar
value: 1 million euros
says: The government gave a grant of 1 million euros for the Blue Cellar.

fact: saving
of: Blue Cellar
value: 20,000 euros
says: The Blue Cellar saves 20,000 euros a year.
)";

class NamedSumTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { brain_ = BrainOf(kFacts); }
  static void TearDownTestSuite() { brain_.reset(); }

  static std::string Said(const std::string& question) { return SaidTo(brain_, question); }

  static std::shared_ptr<const Brain> brain_;
};

std::shared_ptr<const Brain> NamedSumTest::brain_;

TEST_F(NamedSumTest, WhatItCostIsTheSumThatIsCalledSo) {
  const std::string said = Said("What did the Red Cellar cost?");
  EXPECT_NE(said.find("7 million"), std::string::npos) << said;
  EXPECT_EQ(said.find("grant"), std::string::npos) << said;
}

TEST_F(NamedSumTest, AnyOfSeveralOtherSumsIsNone) { EXPECT_EQ(Said("What did the Blue Cellar cost?"), ""); }

TEST_F(NamedSumTest, AWordOfTheNameDeniesNothing) {
  EXPECT_FALSE(Said("The new cellar was dug into an old mine, wasn't it?").starts_with("No."));
}

}  // namespace
}  // namespace docent
