// Follow-ups that put one thing in the place of another, and sets of named things.

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: race-leaflet
title: Leaflet of the race

type: person
kind: person

type: team
kind: body

attribute: rider
kind: person

attribute: sponsor
kind: body

attribute: members
kind: count
also: size, headcount

attribute: trophies
kind: count

entity: Red Foxes
type: team

entity: Blue Herons
type: team

entity: Ida Falk
type: person

entity: Olaf Berg
type: person

entity: Berg Brewery

fact: rider
of: Red Foxes
value: Ida Falk
says: Ida Falk rides for the Red Foxes.

fact: rider
of: Blue Herons
value: Olaf Berg
says: Olaf Berg rides for the Blue Herons.

fact: members
of: Red Foxes
value: 30
says: The Red Foxes have 30 members.

fact: members
of: Blue Herons
value: 45
says: The Blue Herons have 45 members.

fact: sponsor
of: Blue Herons
value: Berg Brewery
says: The Blue Herons and the Red Foxes share a house that the Berg Brewery pays for.
)";

std::string Said(const std::vector<std::string>& turns) {
  static const std::shared_ptr<const Brain> brain = BrainOf(kFacts);
  Responder responder(brain);
  Conversation conversation;
  Answer answer;
  for (const std::string& turn : turns) answer = responder.Respond({turn, {}, false}, conversation);
  return answer.status == Status::kAnswered ? answer.text : "";
}

TEST(Contrast, PutsANameInThePlaceOfAnother) {
  EXPECT_TRUE(Said({"Who rides for the Red Foxes?", "And for the Blue Herons?"}).starts_with("Olaf Berg rides"));
}

TEST(Contrast, AsksOfTheOtherWhatWasAskedOfTheOne) {
  EXPECT_TRUE(Said({"How many members do the Red Foxes have?", "And the Blue Herons?"}).find("45") !=
              std::string::npos);
  EXPECT_EQ(Said({"Who sponsors the Blue Herons?", "And Olaf Berg?"}), "");
}

TEST(Contrast, IsNoneWhereSomethingElseIsAsked) {
  EXPECT_TRUE(Said({"Who rides for the Red Foxes?", "And how many members do they have?"}).find("30") !=
              std::string::npos);
}

TEST(Named, ThingsAreCountedWithTheirNames) {
  EXPECT_TRUE(Said({"How many teams are there?"}).starts_with("2 that my facts name: Red Foxes, Blue Herons."));
  EXPECT_TRUE(Said({"Which teams are there?"}).starts_with("Red Foxes, Blue Herons."));
}

TEST(Named, PossessedNounsTellTheKind) {
  EXPECT_TRUE(Said({"What's the Red Foxes's headcount?"}).starts_with("30."));
  EXPECT_EQ(Said({"What's Ida Falk's headcount?"}), "");
}

}  // namespace
}  // namespace docent
