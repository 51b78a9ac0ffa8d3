// Figures that a question adds up, or divides.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: fair-leaflet
title: Leaflet of the fair

type: fair

type: school

attribute: stages
kind: count

attribute: tents
kind: count

attribute: food stands
kind: count
also: stalls

attribute: partner
kind: body

entity: Autumn Fair
type: fair
also: the fair

entity: Spring Fair
type: fair

entity: Brass School
type: school

entity: String School
type: school

fact: stages
of: Autumn Fair
value: 3
says: The Autumn Fair has 3 stages.

fact: tents
of: Autumn Fair
value: 12
says: The Autumn Fair has 12 tents.

fact: food stands
of: Autumn Fair
value: 7
says: The Autumn Fair has 7 food stands.

fact: places
of: Autumn Fair
value: 90
says: The Autumn Fair has 90 places.

fact: toilets
of: Autumn Fair
value: clean
says: The toilets of the Autumn Fair are clean.

fact: stages
of: Spring Fair
value: 40
says: The Spring Fair has 40 stages.

fact: partner
of: Brass School
value: String School
says: The Brass School gives its concerts with the String School.

fact: new hall
of: Brass School
value: 60,000 euros
within: three years
says: The Brass School will build a hall for 60,000 euros over three years.

fact: prize
of: Brass School
value: 900 euros
says: A prize of 900 euros of the Brass School was shared evenly by three flautists.
)";

Answer Asked(const std::string& question) {
  static const std::shared_ptr<const Brain> brain = BrainOf(kFacts);
  return docent::Asked(brain, question);
}

TEST(Sum, AddsUpAnEnumeration) {
  EXPECT_TRUE(
      Asked("How many stages, tents and food stands does the Autumn Fair have?").text.starts_with("In all 22."));
  EXPECT_TRUE(Asked("Stages + tents of the Autumn Fair, what's the sum?").text.starts_with("In all 15."));
}

TEST(Sum, TakesTheFiguresOfWhatMostPartsAreAbout) {
  EXPECT_TRUE(Asked("Stages, tents and food stands of the Autumn Fair: how many?").text.starts_with("In all 22."));
}

TEST(Sum, IsNotMeantByTogetherAlone) {
  const Answer answer = Asked("Do the Brass School and the String School give concerts together?");
  EXPECT_TRUE(answer.text.starts_with("Yes.")) << answer.text;
}

TEST(Sum, NeedsAFigureOfEachPart) {
  EXPECT_NE(Asked("Add up the stages, the tents and the toilets of the Autumn Fair.").status, Status::kAnswered);
  EXPECT_NE(Asked("Add up the stages, the toilets and the food stands of the Autumn Fair.").status, Status::kAnswered);
}

TEST(Sum, TakesALightWordBehindAndForAPart) {
  EXPECT_TRUE(
      Asked("For the Autumn Fair, add up the tents, the stages and the places.").text.starts_with("In all 105."));
}

TEST(Sum, TakesThePartsOfEachSideThatTheFormNames) {
  EXPECT_TRUE(Asked("Stages, tents and food stands of the Autumn Fair combined?").text.starts_with("In all 22."));
}

TEST(Each, DividesWhatIsGivenHoweverItIsSpread) {
  EXPECT_TRUE(
      Asked("Say the Brass School's 60,000 euros are stretched evenly across three years: how much is that a year?")
          .text.starts_with("About 20,000 euros a year."));
}

}  // namespace
}  // namespace docent
