// "The three mills", where there are three.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: g
title: G

type: mill

attribute: rent
kind: money
of: mill
high: most expensive
low: cheapest

attribute: weavers
kind: count
of: mill

entity: North Mill
type: mill

entity: South Mill
type: mill

entity: West Mill
type: mill

fact: rent
of: North Mill
value: 400 pounds
says: The rent of the North Mill is 400 pounds.

fact: rent
of: South Mill
value: 500 pounds
says: The rent of the South Mill is 500 pounds.

fact: rent
of: West Mill
value: 600 pounds
says: The rent of the West Mill is 600 pounds.

fact: weavers
of: North Mill
value: 40
says: The North Mill has 40 weavers.

fact: weavers
of: South Mill
value: 50
says: The South Mill has 50 weavers.

fact: weavers
of: West Mill
value: 30
says: The West Mill has 30 weavers.
)";

TEST(CountedWholeTest, TheNumberOfAllSaysNoMore) {
  const auto brain = BrainOf(kFacts);
  EXPECT_TRUE(SaidTo(brain, "How many of the three mills have a rent of more than 450 pounds?").starts_with("2."));
  EXPECT_TRUE(SaidTo(brain, "Which of the three mills has the most weavers?").starts_with("South Mill."));
  EXPECT_TRUE(SaidTo(brain, "Of the three mills, which is the cheapest?").starts_with("North Mill."));
}

TEST(CountedWholeTest, AnotherNumberIsOfOthers) {
  const auto brain = BrainOf(kFacts);
  EXPECT_EQ(SaidTo(brain, "How many of the seven mills have a rent of more than 450 pounds?"), "");
}

TEST(CountedWholeTest, WhatIsRankedByItsPriceIsForSomebody) {
  const auto brain = BrainOf(kFacts);
  EXPECT_TRUE(SaidTo(brain, "Which mill is the most expensive for weavers?").starts_with("West Mill."));
}

}  // namespace
}  // namespace docent
