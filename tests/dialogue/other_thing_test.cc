// Facts that share the words of a question and tell of something else: another month, another phase, who was it before,
// what is only mentioned, and which has the most.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* kFacts = R"(source: g
title: G

type: person
kind: person

type: operator
kind: body

type: boat

type: accident

attribute: passengers
kind: count

attribute: harbour master
kind: person

attribute: chair
kind: person

attribute: second place
kind: body

attribute: building cost
kind: money
also: cost to build, building

attribute: jetty cost
kind: money

attribute: winter berth
kind: number

attribute: range
also: reach, travel

attribute: withdrawn boats
kind: count

attribute: delivered boats
kind: count
also: deliver, delivered

attribute: ticket price
kind: money

attribute: opening
kind: date
also: open, opens, ready

attribute: builder
kind: body

attribute: injury
also: hurt

entity: Brenn Lines
type: operator

entity: Solla Ferries
type: operator

entity: Ada Kell
type: person

entity: Ole Brandt
type: person

entity: Blue Heron
type: boat
also: the yellow boat

entity: collision at the pier
type: accident

entity: north pier
type: pier

entity: south pier
type: pier

entity: west pier
type: pier

type: pier
kind: place

fact: passengers
of: Brenn Lines
value: 90,000
when: 2024
says: In 2024 Brenn Lines had 90,000 passengers.

fact: passengers
of: Brenn Lines
value: 7,000
when: May 2023
says: In May 2023 Brenn Lines had 7,000 passengers.

fact: harbour master
of: Brenn Lines
value: Ole Brandt
when: since 2022
from: Ada Kell
says: Ole Brandt has been the harbour master of Brenn Lines since 2022; before him it was Ada Kell.

fact: range
of: Blue Heron
value: 90 kilometres
phase: the first test
says: In the first test the Blue Heron reached 90 kilometres.

fact: range
of: Brenn Lines
value: 70 kilometres
phase: the repeated test
says: In the repeated test a boat of Brenn Lines reached 70 kilometres.

fact: withdrawn boats
of: Brenn Lines
value: 12
says: Brenn Lines makes room: it has withdrawn 12 boats, one of which went to the tram museum.

fact: delivered boats
of: Brenn Lines
value: 12
says: Brenn Lines makes its own boats, of which it delivered 12.

fact: delivered boats
of: Solla Ferries
value: 30
says: Solla Ferries makes boats too: it delivered 30 boats.

entity: day ticket
type: ticket

type: ticket

event: race of 2020
who: Brenn Lines
verb: won
what: race of 2020
second place: Solla Ferries
says: Brenn Lines won the race of 2020 before Solla Ferries.

fact: chair
of: Brenn Lines
value: Ada Kell
when: until 2021
says: Until 2021 Ada Kell was the chair of Brenn Lines.

fact: chair
of: Brenn Lines
value: Ole Brandt
when: since 2021
says: Ole Brandt has been the chair of Brenn Lines since 2021.

fact: building cost
of: south pier
value: 7 million euros
says: Building the south pier cost 7 million euros.

fact: jetty cost
of: north pier
value: 5 million euros
status: planned
says: A jetty for 5 million euros is planned at the north pier.

fact: winter berth
of: south pier
value: 40 metres
says: The winter berth of the south pier is 40 metres long.

fact: winter berth
of: north pier
value: 55 metres
says: The winter berth of the north pier is 55 metres long.

fact: winter berth
of: west pier
value: 25 metres
says: The winter berth of the west pier is 25 metres long.

fact: ticket price
of: day ticket
value: 4 euros
from: 3
says: A day ticket of Solla Ferries costs 4 euros, up from 3.

fact: opening
of: north pier
value: September 2031
status: planned
says: The north pier is to open in September 2031.

fact: opening
of: south pier
value: 2019
says: The south pier, which makes the bay calm, opened in 2019.

event: first trip
who: Ada Kell
verb: steered; sailed
what: Blue Heron
says: Ada Kell steered the Blue Heron on its first trip.

fact: injury
of: collision at the pier
value: a sailor
also: hurt
says: A sailor was hurt in the collision at the pier.
)";

class OtherThing : public testing::Test {
 protected:
  static void SetUpTestSuite() { brain_ = BrainOf(kFacts); }
  static void TearDownTestSuite() { brain_.reset(); }
  static std::string Said(const std::string& question) { return SaidTo(brain_, question); }
  static std::shared_ptr<const Brain> brain_;
};
std::shared_ptr<const Brain> OtherThing::brain_;

TEST_F(OtherThing, HappenedInAnotherMonthOfTheYear) {
  EXPECT_THAT(Said("How many passengers did Brenn Lines have in 2024?"), HasSubstr("90,000"));
  EXPECT_EQ(Said("How many passengers did Brenn Lines have in March 2024?"), "");
  EXPECT_THAT(Said("How many passengers did Brenn Lines have in May 2023?"), HasSubstr("7,000"));
  EXPECT_EQ(Said("How many passengers did Brenn Lines have in June 2023?"), "");
  EXPECT_THAT(Said("How many passengers did Brenn Lines have in the first half of 2023?"),
              testing::Not(HasSubstr("90,000")));
}

TEST_F(OtherThing, WasSoOfWhoHeldThePostBefore) {
  EXPECT_EQ(Said("Was Ada Kell the harbour master in 2018?"), "");
  EXPECT_THAT(Said("Who is the harbour master?"), HasSubstr("Ole Brandt"));
}

TEST_F(OtherThing, IsWhoHasItNow) {
  EXPECT_THAT(Said("Who is the chair of Brenn Lines?"), StartsWith("Ole Brandt"));
  EXPECT_THAT(Said("Who is the chair of Brenn Lines?"), testing::Not(HasSubstr("Until 2021")));
  EXPECT_THAT(Said("Who was the chair of Brenn Lines until 2021?"), HasSubstr("Ada Kell"));
}

TEST_F(OtherThing, IsDoneByAnother) {
  EXPECT_THAT(Said("Did Brenn Lines win the race?"), StartsWith("Yes"));
  EXPECT_THAT(Said("Did Solla Ferries win the race?"), testing::Not(StartsWith("Yes")));
  EXPECT_THAT(Said("Was Solla Ferries in second place in the race?"), StartsWith("Yes"));
}

TEST_F(OtherThing, WasNotPlannedForIt) {
  EXPECT_THAT(Said("How much more did the building of the south pier cost than planned?"),
              testing::Not(HasSubstr("difference")));
}

TEST_F(OtherThing, IsToldOfAllThatAreAlike) {
  const std::string said = Said("Name the piers and how long the winter berth of each is.");
  EXPECT_THAT(said, testing::AllOf(HasSubstr("40"), HasSubstr("55"), HasSubstr("25")));
}

TEST_F(OtherThing, WasSoInAnotherPhase) {
  EXPECT_THAT(Said("What range did the Blue Heron reach in the first test?"), HasSubstr("90"));
  EXPECT_EQ(Said("What range did the Blue Heron reach in the repeated test?"), "");
}

TEST_F(OtherThing, IsOnlyMentioned) {
  EXPECT_EQ(Said("How many trams does Brenn Lines have?"), "");
  EXPECT_THAT(Said("How many boats has Brenn Lines withdrawn?"), HasSubstr("12"));
}

TEST_F(OtherThing, IsAPriceAndNoNumber) { EXPECT_EQ(Said("How many day tickets were sold?"), ""); }

TEST_F(OtherThing, IsWhatSomebodyDidWithIt) {
  EXPECT_EQ(Said("Who makes the yellow boat?"), "");
  EXPECT_THAT(Said("Who steered the yellow boat?"), HasSubstr("Ada Kell"));
}

TEST_F(OtherThing, IsNoName) { EXPECT_EQ(Said("What is the name of the sailor who was hurt?"), ""); }

TEST_F(OtherThing, SaysNothingOfAnybodyElse) {
  EXPECT_EQ(Said("Was anybody else hurt in the collision?"), "");
  EXPECT_THAT(Said("Was anybody hurt in the collision?"), StartsWith("Yes"));
}

TEST_F(OtherThing, HasNotTheMost) {
  EXPECT_THAT(Said("Who delivered the most boats?"), StartsWith("Solla Ferries"));
  EXPECT_THAT(Said("Who delivered the fewest boats?"), StartsWith("Brenn Lines"));
}

TEST_F(OtherThing, IsReadyAlready) {
  EXPECT_THAT(Said("Which pier is not ready yet?"), HasSubstr("north pier"));
  EXPECT_THAT(Said("north pier opening date"), HasSubstr("September 2031"));
}

}  // namespace
}  // namespace docent
