// What askers say of themselves is no part of the question.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: ferry-leaflet
title: Leaflet of the ferry

type: person
kind: person

type: company
kind: body
also: firm

type: ship
also: vessel

attribute: fare
kind: money
also: cost, price

attribute: captain
kind: person

attribute: owner
kind: body
also: own, belong to

attribute: crew
kind: count
also: sailors

entity: Grey Heron
type: ship
also: the ferry

entity: Anna Lind
type: person

entity: Nord Line
type: company

fact: fare
of: Grey Heron
value: 12 euros
says: The fare on the Grey Heron is 12 euros.

fact: captain
of: Grey Heron
value: Anna Lind
says: Anna Lind is the captain of the Grey Heron.

fact: owner
of: Grey Heron
value: Nord Line
says: The Grey Heron belongs to the Nord Line.

fact: crew
of: Grey Heron
value: 9
says: The Grey Heron has a crew of 9.

entity: bicycle
type: ship

fact: fare
of: bicycle
value: 3 euros
says: A bicycle on the Grey Heron costs 3 euros.
)";

Answer Asked(const std::string& question) {
  static const std::shared_ptr<const Brain> brain = BrainOf(kFacts);
  return docent::Asked(brain, question);
}

TEST(Speaker, IsSetAside) {
  EXPECT_TRUE(Asked("I'm planning a weekend with my grandmother: who is the captain of the Grey Heron?")
                  .text.find("Anna Lind is the captain") != std::string::npos);
  EXPECT_TRUE(Asked("For my thesis, how big is the crew of the Grey Heron?").text.starts_with("The Grey Heron has"));
}

TEST(Speaker, TellsATimeOfHisOwnInAHeading) {
  EXPECT_TRUE(Asked("I'm on air in ten minutes: how big is the crew of the Grey Heron?")
                  .text.starts_with("The Grey Heron has a crew of 9."));
}

TEST(Speaker, AsksNothingInAHeading) {
  EXPECT_TRUE(Asked("I tell it to those who ask on my tour: how big is the crew of the Grey Heron?")
                  .text.starts_with("The Grey Heron has a crew of 9."));
}

TEST(Heading, MayCountWhatIsToBeTold) {
  EXPECT_TRUE(Asked("Two numbers for the table: how big is the crew of the Grey Heron?")
                  .text.starts_with("The Grey Heron has a crew of 9."));
}

TEST(Heading, MayStandBeforeAClaim) {
  EXPECT_TRUE(Asked("For my fact box: is Anna Lind really the captain of the Grey Heron?").text.starts_with("Yes."));
  EXPECT_TRUE(Asked("I doubt it, but is Anna Lind the captain of the Grey Heron?").text.starts_with("Yes."));
}

TEST(Heading, MaySayWhomTheQuestionIsAbout) {
  EXPECT_TRUE(Asked("The ship that belongs to the Nord Line: how big is its crew?")
                  .text.starts_with("The Grey Heron has a crew of 9."));
  EXPECT_TRUE(Asked("One ship belongs to the Nord Line. How big is its crew?")
                  .text.starts_with("The Grey Heron has a crew of 9."));
}

TEST(Claims, MayBeFromOnesOwnNotes) {
  EXPECT_TRUE(
      Asked("In my notes I have that the fare on the Grey Heron is 15 euros. Is that right?").text.starts_with("No."));
}

TEST(Fillers, MayBeWrittenAsAlternatives) {
  for (const std::string source : {"In this write-up", "Per the news item", "According to your story"}) {
    EXPECT_TRUE(Asked(source + ", who is the captain of the Grey Heron?").text.find("Anna Lind is the captain") !=
                std::string::npos);
  }
}

TEST(Speaker, IsHeardWhereFactsHoldTheWord) {
  const Answer answer = Asked("I'd like to bring my bicycle, what is the fare?");
  EXPECT_TRUE(answer.text.find("3 euros") != std::string::npos || answer.status != Status::kAnswered) << answer.text;
}

TEST(Nested, TakesWhatSomethingBelongsToForADescription) {
  const Answer answer = Asked("Who owns Anna Lind's vessel?");
  EXPECT_EQ(answer.status, Status::kAnswered);
  EXPECT_NE(answer.text.find("belongs to the Nord Line"), std::string::npos) << answer.text;
}

}  // namespace
}  // namespace docent
