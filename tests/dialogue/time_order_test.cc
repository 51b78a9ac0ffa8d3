// The first and the last of a type, asked for themselves or within a question about them.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: g
title: G

type: ship

attribute: launch
kind: date
of: ship
also: launched, was launched

attribute: wreck
kind: date
of: ship
also: sank, was wrecked

attribute: captain
kind: person
of: ship

attribute: price
kind: money
of: ship
also: cost, costs

attribute: cabins
kind: count
of: ship

attribute: spare mast
of: ship

entity: Aurora
type: ship

entity: Borealis
type: ship

entity: Corona
type: ship

entity: Dione
type: ship

fact: launch
of: Aurora
value: 1912
says: The Aurora was launched in 1912.

fact: launch
of: Borealis
value: 3 May 1904
says: The Borealis was launched on 3 May 1904.

fact: launch
of: Corona
value: 1921
says: The Corona was launched in 1921.

fact: launch
of: Dione
value: 2031
status: planned
says: The Dione is to be launched in 2031.

fact: wreck
of: Aurora
value: 1915
says: The Aurora sank in 1915.

fact: wreck
of: Borealis
value: 1940
says: The Borealis sank in 1940.

fact: captain
of: Aurora
value: Ada Brook
says: The captain of the Aurora was Ada Brook.

fact: captain
of: Borealis
value: Ben Hale
says: The captain of the Borealis was Ben Hale.

fact: captain
of: Corona
value: Cleo Dunn
says: The captain of the Corona was Cleo Dunn.

fact: price
of: Corona
value: 90,000 pounds
says: The Corona cost 90,000 pounds.

fact: price
of: Aurora
value: 70,000 pounds
says: The Aurora cost 70,000 pounds.

fact: cabins
of: Aurora
value: 30
says: The Aurora has 30 cabins.

fact: cabins
of: Borealis
value: 20
says: The Borealis has 20 cabins.

fact: spare mast
of: Corona
value: the first mast of the yard's own wood
says: The Corona carried the first mast of the yard's own wood as a spare mast.

type: person
kind: person

entity: Ada Brook
type: person

entity: Ben Hale
type: person

entity: Cleo Dunn
type: person
)";

class TimeOrderTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { brain_ = BrainOf(kFacts); }
  static void TearDownTestSuite() { brain_.reset(); }

  static std::string Said(const std::string& question) { return SaidTo(brain_, question); }

  static std::shared_ptr<const Brain> brain_;
};

std::shared_ptr<const Brain> TimeOrderTest::brain_;

TEST_F(TimeOrderTest, TheFirstIsByTheDateThatIsNamed) {
  EXPECT_TRUE(Said("Which ship was launched first?").starts_with("Borealis."));
  EXPECT_TRUE(Said("Which ship sank first?").starts_with("Aurora."));
  EXPECT_TRUE(Said("Which ship was the last to sink?").starts_with("Borealis."));
}

TEST_F(TimeOrderTest, WhatIsPlannedIsNotTheLast) {
  EXPECT_TRUE(Said("Which ship was launched last?").starts_with("Corona."));
  EXPECT_TRUE(Said("Which ship was launched most recently?").starts_with("Corona."));
}

TEST_F(TimeOrderTest, AThingIsAsOldAsItsBeginning) {
  EXPECT_TRUE(Said("What was the first ship?").starts_with("Borealis."));
  EXPECT_TRUE(Said("Which is the newest ship?").starts_with("Corona."));
  EXPECT_TRUE(Said("Of all the ships, which is the oldest?").starts_with("Borealis."));
}

TEST_F(TimeOrderTest, AFirstOfSomethingElseIsNone) {
  EXPECT_EQ(Said("Which ship was the first to reach the pole?"), "");
  EXPECT_EQ(Said("What was the first lighthouse?"), "");
}

TEST_F(TimeOrderTest, SomethingIsAskedOfTheFirst) {
  EXPECT_NE(Said("Who was the captain of the first ship?").find("Ben Hale"), std::string::npos);
  EXPECT_NE(Said("Who was the captain of the ship that sank first?").find("Ada Brook"), std::string::npos);
  EXPECT_NE(Said("How many cabins does the oldest ship have?").find("20"), std::string::npos);
  EXPECT_NE(Said("What did the newest ship cost?").find("90,000"), std::string::npos);
  EXPECT_EQ(Said("Who was the captain of the first ship to reach the pole?"), "");
}

}  // namespace
}  // namespace docent
