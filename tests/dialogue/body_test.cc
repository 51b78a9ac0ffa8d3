// Firms and schools: who of two of them is meant, and who is at which.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: wind-leaflet
title: Leaflet of the wind farm

type: firm
kind: body

type: person
kind: person

attribute: supplier
kind: body
also: supplies

attribute: customer
kind: body

attribute: maintenance firm
kind: body
also: maintains, looks after

attribute: employer
also: works, work

attribute: building cost
kind: money

type: phase

entity: Ridge Cooperative
type: firm
also: the cooperative

entity: Aerolund Works
type: firm

entity: Kessel Brothers
type: firm

entity: Ada Renn
type: person

entity: first phase
type: phase

entity: second phase
type: phase

fact: supplier
of: Ridge Cooperative
value: Aerolund Works
says: Aerolund Works supplies the turbines of the Ridge Cooperative.

fact: customer
of: Kessel Brothers
value: Ridge Cooperative
says: Kessel Brothers delivered 40 carts to the Ridge Cooperative.

fact: maintenance firm
of: Ridge Cooperative
value: Kessel Brothers
says: Kessel Brothers looks after the turbines of the Ridge Cooperative.

fact: employer
of: Ada Renn
value: Kessel Brothers
says: Ada Renn works for Kessel Brothers.

fact: building cost
of: first phase
value: 18.6 million pounds
says: The first phase cost 18.6 million pounds.

fact: building cost
of: second phase
value: 15.9 million pounds
says: The second phase cost 15.9 million pounds.
)";

Answer Told(const std::string& question) {
  static const std::shared_ptr<const Brain> brain = BrainOf(kFacts);
  return Asked(brain, question);
}

std::string ValueOf(const std::string& question) {
  const Answer answer = Told(question);
  return answer.status != Status::kAnswered || answer.values.size() != 1 ? "" : answer.values.front().text;
}

TEST(Body, ThatIsTheValueIsWhoDoesIt) {
  EXPECT_EQ(ValueOf("Who supplies the turbines?"), "Aerolund Works");
  EXPECT_EQ(ValueOf("Who looks after the turbines?"), "Kessel Brothers");
}

TEST(Body, ThatHasItIsMeantWhereTheValueIsNamed) {
  EXPECT_EQ(ValueOf("Whom does Aerolund Works supply?"), "Ridge Cooperative");
}

// Of a customer the question must speak to mean it.
TEST(Body, ThatIsTheValueIsMeantByItsAttributeOnly) {
  EXPECT_NE(ValueOf("Who delivered the carts?"), "Ridge Cooperative");
  EXPECT_EQ(ValueOf("Who is the customer of Kessel Brothers?"), "Ridge Cooperative");
}

// "Who maintains that ..." asks who says so; who maintains a machine says nothing.
TEST(Body, MaintainsWhatIsNoSaying) { EXPECT_EQ(ValueOf("Who maintains the turbines?"), "Kessel Brothers"); }

TEST(Body, IsWhereSomebodyWorks) { EXPECT_EQ(ValueOf("Where does Ada Renn work?"), "Kessel Brothers"); }

TEST(WorkedOut, IsSaidInItsUnit) {
  const std::string text = Told("What is the sum of the building cost of every phase?").text;
  EXPECT_TRUE(text.starts_with("34.5 million pounds.")) << text;
}

}  // namespace
}  // namespace docent
