// What something or somebody is called is told by a name alone.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: g
title: G

type: bus

attribute: injury
also: hurt, was hurt

attribute: nickname
also: name, called

attribute: schools served
also: serves schools, schools

entity: night bus
type: bus

fact: injury
value: a bruised knee
also: mechanic, the mechanic
says: The mechanic of the night bus was hurt: he bruised his knee.

fact: nickname
value: Old Faithful
says: The nickname of the night bus is Old Faithful.

fact: schools served
value: three schools on the coast road
says: The night bus serves three schools on the coast road.
)";

class NameTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { brain_ = BrainOf(kFacts); }
  static void TearDownTestSuite() { brain_.reset(); }

  static std::string Said(const std::string& question) { return SaidTo(brain_, question); }

  static std::shared_ptr<const Brain> brain_;
};

std::shared_ptr<const Brain> NameTest::brain_;

TEST_F(NameTest, ADescriptionIsNoName) {
  EXPECT_EQ(Said("What is the name of the mechanic who was hurt?"), "");
  EXPECT_EQ(Said("List by name the schools that the night bus serves."), "");
}

TEST_F(NameTest, WhatIsWrittenAsOneIs) {
  EXPECT_NE(Said("What is the name of the night bus?").find("Old Faithful"), std::string::npos);
}

}  // namespace
}  // namespace docent
