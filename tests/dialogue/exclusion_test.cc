// What is set aside, and what only repeats the question.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: tower-leaflet
title: Leaflet of the tower

type: person

type: company
kind: body
also: firm

type: town
kind: place

attribute: builder
kind: body
also: build, built

attribute: place
kind: place
also: stand

entity: Kessel and Sons
type: company

entity: Arne Works
type: company

entity: Velm
type: town

entity: Iron Tower
also: the tower

fact: builder
value: Kessel and Sons; Arne Works
says: Kessel and Sons and the Arne Works built the Iron Tower.

attribute: owner
kind: body
also: own, belong

entity: Tower Trust
type: company

entity: Tower Railway
type: company

entity: Tower Inn
type: company

fact: owner
of: Tower Railway
value: Tower Trust; Kessel and Sons
says: The Tower Railway belongs to the Tower Trust and to Kessel and Sons.

fact: owner
of: Tower Inn
value: Tower Railway
says: The Tower Inn has belonged to the Tower Railway since 1950.

fact: visitors
of: Iron Tower
value: many well-known firms
says: Many well-known firms send their apprentices up the Iron Tower.

fact: place
of: Iron Tower
value: Velm
says: The Iron Tower stands in Velm.
)";

Answer Asked(const std::string& question) {
  static const std::shared_ptr<const Brain> brain = BrainOf(kFacts);
  return docent::Asked(brain, question);
}

TEST(Exclusion, LeavesTheOthers) {
  const Answer answer = Asked("Besides the Arne Works, which company built the tower?");
  EXPECT_EQ(answer.status, Status::kAnswered);
  ASSERT_EQ(answer.values.size(), 1U);
  EXPECT_EQ(answer.values.front().entity, "Kessel and Sons");
  EXPECT_TRUE(answer.text.starts_with("Kessel and Sons. ")) << answer.text;
}

TEST(Exclusion, MayStandBetweenItsWords) {
  EXPECT_TRUE(
      Asked("Leaving the Arne Works aside, which company built the tower?").text.starts_with("Kessel and Sons. "));
}

TEST(Exclusion, AsksOfTheListInWhichItStands) {
  EXPECT_TRUE(
      Asked("Apart from the Tower Trust, who else owns the Tower Railway?").text.starts_with("Kessel and Sons. "));
}

TEST(Exclusion, OfAllThereIsLeavesNoAnswer) {
  EXPECT_EQ(Asked("Other than Kessel and Sons and the Arne Works, which firms built the tower?").status,
            Status::kUnknown);
}

TEST(Echo, IsNoAnswerToWhich) {
  EXPECT_EQ(Asked("Which firms send apprentices up the tower?").status, Status::kUnknown);
  EXPECT_EQ(Asked("Which firms built the tower?").status, Status::kAnswered);
}

TEST(Echo, OfAnotherKindOfPlaceIsNone) {
  EXPECT_EQ(Asked("In which town does the tower stand?").status, Status::kAnswered);
  EXPECT_EQ(Asked("In which country does the tower stand?").status, Status::kUnknown);
}

}  // namespace
}  // namespace docent
