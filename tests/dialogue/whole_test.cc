// Parts of a thing, by their type or by their name.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: mill-leaflet
title: Leaflet of the mill

type: mill

type: floor
kind: place

type: club
kind: body

type: company
kind: body

type: town
kind: place

entity: Reed Mill
type: mill
also: the mill

entity: Tall Mill
type: mill

entity: attic
type: floor

entity: cellar
type: floor

entity: loft
type: floor

entity: Oat Club
type: club

entity: Aurora
type: company

entity: Arden
type: town

attribute: windows
kind: count

fact: windows
of: attic
value: 4
says: The attic has 4 windows.

fact: windows
of: Reed Mill
value: 12
says: The Reed Mill has 12 windows.

fact: windows
of: loft
value: 8
says: The loft has 8 windows.

attribute: doors
kind: count

fact: doors
of: attic
value: 1
says: The attic has one door.

fact: doors
of: cellar
value: 2
says: The cellar has two doors.

fact: doors
of: loft
value: 3
says: The loft has three doors.

fact: position
of: attic
where: Reed Mill
value: at the top
says: The attic is at the top of the Reed Mill.

fact: position
of: cellar
where: Reed Mill
value: at the bottom
says: The cellar is at the bottom of the Reed Mill.

fact: position
of: loft
where: Tall Mill
value: at the top
says: The loft is at the top of the Tall Mill.

fact: flour
where: attic
value: stored
also: store
says: Flour is stored in the attic.

fact: meeting
of: Oat Club
where: cellar
value: on Mondays
also: meets
says: The Oat Club meets in the cellar on Mondays.

fact: meeting of cooks
of: Oat Club
where: loft
value: at Easter
says: At Easter the cooks of the Oat Club meet in the loft.

fact: age
of: Reed Mill
value: 200 years
says: The Reed Mill is 200 years old.

fact: sails
of: Tall Mill
value: 4
says: The Tall Mill has 4 sails.

fact: owner
of: Tall Mill
value: Oat Club
says: The Tall Mill belongs to the Oat Club.

fact: depot
of: Aurora
value: Arden
says: Aurora has its depot in Arden.

fact: lorries
of: Arden
value: 9
says: There are 9 lorries at the Arden works.

fact: lorries
of: Aurora
value: 70
says: Aurora has 70 lorries.
)";

std::string Said(const std::string& question) {
  static const std::shared_ptr<const Brain> brain = BrainOf(kFacts);
  const std::string text = Asked(brain, question).text;
  return text.substr(0, text.find_first_of(".!"));
}

TEST(Whole, IsSpokenOfByAPartOfTheTypeThatIsAskedFor) {
  EXPECT_EQ(Said("Which floor of the mill stores flour?"), "Flour is stored in the attic");
}

TEST(Whole, OfATownIsNoFirm) {
  EXPECT_EQ(Said("How many lorries are there at Aurora's Arden works?"), "My facts do not say");
  EXPECT_EQ(Said("How many lorries does Aurora have?"), "70");
}

TEST(Whole, IsMeantOfWhatItsPartsAddUpTo) {
  EXPECT_EQ(SaidTo(BrainOf(kFacts), "How many windows are there?"),
            "The Reed Mill has 12 windows. (Leaflet of the mill)");
}

TEST(Whole, IsNoneOfThingsOfOneType) {
  EXPECT_NE(SaidTo(BrainOf(kFacts), "How many doors are there?"), "The loft has three doors. (Leaflet of the mill)");
}

}  // namespace
}  // namespace docent
