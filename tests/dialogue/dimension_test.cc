// By what two things are held against each other: of which is longer the numbers of their lamps tell nothing.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: g
title: G

type: ship

attribute: lamps
kind: count

attribute: length
kind: number

attribute: age
kind: span

attribute: weight
kind: number

attribute: price
kind: money

attribute: refit
kind: span

entity: Aurora
type: ship

entity: Bella
type: ship

fact: lamps
of: Aurora
value: 5
says: The Aurora has 5 lamps.

fact: lamps
of: Bella
value: 9
says: The Bella has 9 lamps.

fact: length
of: Aurora
value: 90 metres
says: The length of the Aurora is 90 metres.

fact: length
of: Bella
value: 60 metres
says: The length of the Bella is 60 metres.

fact: age
of: Aurora
value: 40 years
says: The age of the Aurora is 40 years.

fact: age
of: Bella
value: 30 years
says: The age of the Bella is 30 years.

fact: price
of: Aurora
value: 900 euros
says: The price of the Aurora is 900 euros.

fact: price
of: Bella
value: 700 euros
says: The price of the Bella is 700 euros.

fact: refit
of: Aurora
value: 3 weeks
says: The refit of the Aurora took 3 weeks.

fact: refit
of: Bella
value: 5 weeks
says: The refit of the Bella took 5 weeks.
)";

class Dimension : public testing::Test {
 protected:
  static void SetUpTestSuite() { brain_ = BrainOf(kFacts); }
  static void TearDownTestSuite() { brain_.reset(); }
  static void ExpectTells(const std::string& question, const std::string& begin, const std::string& fact) {
    const std::string said = SaidTo(brain_, question);
    EXPECT_TRUE(said.starts_with(begin)) << question << " => " << said;
    EXPECT_NE(said.find(fact), std::string::npos) << question << " => " << said;
  }
  static std::shared_ptr<const Brain> brain_;
};
std::shared_ptr<const Brain> Dimension::brain_;

TEST_F(Dimension, IsSaidByAnAdjective) {
  ExpectTells("Is the Aurora longer than the Bella?", "Yes.", "length");
  ExpectTells("Is the Aurora shorter than the Bella?", "No.", "length");
  ExpectTells("Which is shorter, the Aurora or the Bella?", "the Bella:", "length");
  ExpectTells("Is the Aurora cheaper than the Bella?", "No.", "price");
  ExpectTells("Which is more expensive, the Aurora or the Bella?", "the Aurora:", "price");
  ExpectTells("How much longer is the Aurora than the Bella?", "The difference is 30", "length");
}

TEST_F(Dimension, OfAgeIsTheOtherWayRoundThanOfADate) {
  ExpectTells("Is the Aurora older than the Bella?", "Yes.", "age");
  ExpectTells("Which is younger, the Aurora or the Bella?", "the Bella:", "age");
  ExpectTells("How much older is the Aurora than the Bella?", "The difference is 10 years", "age");
}

TEST_F(Dimension, IsAlsoThatOfAsLongAs) {
  ExpectTells("Is the Bella as long as the Aurora?", "No.", "length");
  ExpectTells("Is the Aurora as long as the Bella?", "Yes.", "length");
  ExpectTells("Is the Aurora twice as expensive as the Bella?", "No.", "price");
}

TEST_F(Dimension, NeedsNoWordWhereTheFiguresAreOfIt) {
  ExpectTells("Which took longer, the refit of the Aurora or the refit of the Bella?",
              "the refit of the Bella:", "5 weeks");
}

TEST_F(Dimension, IsToldByNoOtherFigures) {
  EXPECT_EQ(SaidTo(brain_, "Is the Aurora heavier than the Bella?"), "");
  EXPECT_EQ(SaidTo(brain_, "Which is faster, the Aurora or the Bella?"), "");
  EXPECT_EQ(SaidTo(brain_, "How much deeper is the Bella than the Aurora?"), "");
}

}  // namespace
}  // namespace docent
