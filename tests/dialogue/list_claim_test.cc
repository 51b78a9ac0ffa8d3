// Claims about what belongs to what, held against facts that list it.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: mill-leaflet
title: Leaflet of the mill

type: floor

type: person

attribute: equipment
also: belongs to, part of, holds, stand on, stands on

attribute: workers
kind: count
also: staff, work at, employees

attribute: bakers among the workers
kind: count
also: bakers, bake, baking

entity: mill
also: the mill

entity: ground floor
type: floor

entity: stone floor
type: floor

fact: equipment
of: ground floor
value: scales; sack hoist; counter
says: On the ground floor stand the scales, the sack hoist and the counter.

fact: equipment
of: stone floor
value: millstones; hopper
says: On the stone floor stand the millstones and the hopper.

fact: make-up
of: mill
value: two storehouses; three workshops
also: consist, buildings
says: The mill has two storehouses, such as Anders's, and three workshops, such as Birte's.

fact: bakers among the workers
of: mill
value: 4
among: 9 workers
says: Four of the nine workers of the mill are bakers.
)";

Answer Asked(const std::string& question) {
  static const std::shared_ptr<const Brain> brain = BrainOf(kFacts);
  return docent::Asked(brain, question);
}

TEST(ListClaim, IsBorneOutByItsList) {
  EXPECT_TRUE(Asked("Is the hopper part of the stone floor?").text.starts_with("Yes."));
}

TEST(ListClaim, IsRefutedByTheListOfAnother) {
  const Answer answer = Asked("Is the hopper part of the ground floor?");
  EXPECT_TRUE(answer.text.starts_with("No.")) << answer.text;
  EXPECT_EQ(answer.facts.size(), 2U);  // where it stands, and where it does not
  EXPECT_TRUE(Asked("The hopper does not belong to the ground floor, right?").text.starts_with("Yes."));
}

TEST(ListClaim, OfWhatNoListHoldsIsOpen) {
  EXPECT_EQ(Asked("Is the boiler part of the ground floor?").status, Status::kUnknown);
}

TEST(ListClaim, OfAnotherRelationIsOpen) {
  EXPECT_EQ(Asked("Does the hopper depend on the ground floor?").status, Status::kUnknown);
}

TEST(ListClaim, TiesNothingOfOneValueToAnother) {
  EXPECT_FALSE(Asked("Is Birte's one of the storehouses of the mill?").text.starts_with("Yes."));
}

TEST(ListClaim, OfAllIsDeniedWhereSomeDo) {
  EXPECT_TRUE(Asked("Do all workers of the mill bake?").text.starts_with("No."));
  EXPECT_FALSE(Asked("Does the mill have nine bakers?").text.starts_with("Yes."));
  EXPECT_TRUE(Asked("Does the mill have four bakers?").text.starts_with("Yes."));
}

TEST(ListClaim, LeavesTheRestOfAPart) {
  EXPECT_TRUE(Asked("How many of the mill's workers are not bakers?").text.starts_with("That leaves 5"));
}

}  // namespace
}  // namespace docent
