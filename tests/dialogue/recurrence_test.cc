// How often something happens, which is neither how long it takes nor told by where it does; and who did something,
// which is not told by when it was done.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: g
title: G

type: ferry

type: town
kind: place

type: yard
kind: body

attribute: interval
kind: span
also: departures

attribute: crossing
kind: span
also: crossing time

attribute: route
to: town

attribute: building
kind: date
also: built

attribute: builder
kind: body
also: built by, built

entity: Stell
type: town

entity: Norrby
type: town

entity: Dahl Yard
type: yard

entity: Selma
type: ferry
also: the ferry

fact: interval
value: 40 minutes
says: The Selma leaves every 40 minutes.

fact: crossing
value: 25 minutes
says: The crossing on the Selma takes 25 minutes.

fact: route
value: Stell; Norrby
says: The Selma links Stell and Norrby.

fact: building
value: 1998
says: The Selma was built in 1998.

fact: builder
value: Dahl Yard
says: The Selma was built by the Dahl Yard.
)";

class RecurrenceTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { brain_ = BrainOf(kFacts); }
  static void TearDownTestSuite() { brain_.reset(); }

  static std::string Said(const std::string& question) { return SaidTo(brain_, question); }

  static std::shared_ptr<const Brain> brain_;
};

std::shared_ptr<const Brain> RecurrenceTest::brain_;

TEST_F(RecurrenceTest, WhatIsEverySoManyMinutesTakesNotSoMany) {
  EXPECT_FALSE(Said("The ferry takes 40 minutes, doesn't it?").starts_with("Yes"));
  EXPECT_TRUE(Said("Does the ferry leave every 40 minutes?").starts_with("Yes"));
  EXPECT_TRUE(Said("The crossing takes 25 minutes, doesn't it?").starts_with("Yes"));
}

TEST_F(RecurrenceTest, HowOftenIsToldByNoRoute) {
  EXPECT_EQ(Said("How often does the ferry link Stell and Norrby?").find("links"), std::string::npos);
  EXPECT_NE(Said("How often does the ferry leave?").find("every 40 minutes"), std::string::npos);
}

TEST_F(RecurrenceTest, ByWhomIsNotToldByWhen) {
  EXPECT_NE(Said("By whom was the Selma built?").find("Dahl Yard"), std::string::npos);
  const std::string both = Said("When was the Selma built, and by whom?");
  EXPECT_NE(both.find("1998"), std::string::npos);
  EXPECT_NE(both.find("Dahl Yard"), std::string::npos) << both;
}

}  // namespace
}  // namespace docent
