// Claims that hold a date, a measure or a count against a bound, and what stands in other units than the fact.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: g
title: G

type: person
kind: person

type: bank
kind: body

type: bridge

attribute: director
kind: person

attribute: height
kind: number
also: tall, high

attribute: length
kind: number
of: bridge
high: longest
low: shortest
also: long

attribute: employees
kind: count

attribute: ticket
kind: money
also: cost

attribute: opening hour
also: open, opens

attribute: founded
kind: date
also: founded

entity: Harbour Trust
type: bank

entity: Ada Finch
type: person

entity: Ida Brun
type: person

entity: Per Dahl
type: person

entity: North Tower

entity: Old Bridge
type: bridge

entity: New Bridge
type: bridge

entity: First Bank
type: bank

fact: director
of: Harbour Trust
value: Ada Finch
when: since 2010
says: Ada Finch has been the director of the Harbour Trust since 2010.

fact: height
of: North Tower
value: 72 metres
says: The North Tower is 72 metres high.

fact: length
of: Old Bridge
value: 400 metres
says: The Old Bridge is 400 metres long.

fact: length
of: New Bridge
value: 2 km
says: The New Bridge is 2 km long.

fact: employees
of: First Bank
value: 30
when: 2015
says: In 2015 First Bank had 30 employees.

fact: ticket
of: North Tower
value: 12 crowns
says: A ticket for the North Tower costs 12 crowns.

fact: opening hour
of: First Bank
value: 9 am
says: First Bank opens at 9 am.

fact: founded
of: First Bank
value: 1901
says: First Bank was founded in 1901.

fact: plan
of: Old Bridge
value: closure
when: by 2030
status: planned
also: close
says: The Old Bridge is to close by 2030.

attribute: more than planned
kind: money

attribute: price
kind: money
also: cost

fact: more than planned
of: New Bridge
value: 6 million euros
says: The New Bridge cost 6 million euros more than planned.

fact: price
of: New Bridge
value: 84 million euros
says: The New Bridge cost 84 million euros.

fact: former director
of: Harbour Trust
value: Per Dahl
when: until March 2010
says: Per Dahl was the director of the Harbour Trust before Ada Finch, until March 2010.

fact: visitors from abroad
of: North Tower
value: 1,300
from: 1,000
when: 2015
says: In 2015 the North Tower had 1,300 visitors from abroad, up from 1,000.

entity: Toll House

fact: opening
of: Toll House
value: 2031
status: planned
also: open, finished
says: The Toll House is to open in 2031.

entity: Mill Club
type: bank

entity: Lower Mill

entity: Long Mill

attribute: signing
kind: date

fact: signing
of: Long Mill
value: 2018
also: complete
says: The contract for the Long Mill was signed in 2018.

fact: visitors
of: Lower Mill
value: 500
from: 14
also: visitor
says: The Lower Mill grew from 14 to 500 visitors a year.

fact: target
of: Mill Club
value: 10 billion euros
also: billion, 100 towns
says: The target of the Mill Club is to raise 10 billion euros.
)";

std::string Said(const std::string& question) {
  static const std::shared_ptr<const Brain> brain = BrainOf(kFacts);
  return SaidTo(brain, question);
}

TEST(ClaimedBounds, WhatIsSoSinceATimeIsSoAfterIt) {
  EXPECT_EQ(Said("Was Ada Finch director after 2012?"), "");
  EXPECT_EQ(Said("Was Ada Finch director before 2012?"),
            "Yes. Ada Finch has been the director of the Harbour Trust since 2010. (G)");
}

TEST(ClaimedBounds, WhatIsDueByATimeMayComeBefore) {
  EXPECT_EQ(Said("Is the Old Bridge to close before 2035?"), "Yes. The Old Bridge is to close by 2030. (G)");
  EXPECT_EQ(Said("Is the Old Bridge to close before 2029?"), "");
}

TEST(ClaimedBounds, TwoBoundsHoldBoth) {
  EXPECT_EQ(Said("Was First Bank founded after 1900 and before 1910?"), "Yes. First Bank was founded in 1901. (G)");
  EXPECT_EQ(Said("Was First Bank founded after 1901 and before 1910?"), "No. First Bank was founded in 1901. (G)");
  EXPECT_EQ(Said("Was First Bank founded prior to 1905?"), "Yes. First Bank was founded in 1901. (G)");
}

TEST(ClaimedBounds, ADateOfAnotherDeedSaysNothing) { EXPECT_EQ(Said("Was the Long Mill finished before 2021?"), ""); }

TEST(ClaimedBounds, EverIsAskedOfWhatItWasBefore) {
  EXPECT_EQ(Said("Did the Lower Mill ever have fewer than 20 visitors?"),
            "Yes. The Lower Mill grew from 14 to 500 visitors a year. (G)");
}

TEST(ClaimedBounds, ALargeBareFigureIsNoCountBesideASum) {
  EXPECT_EQ(Said("Is the target of the Mill Club to raise 100 billion?"),
            "No. The target of the Mill Club is to raise 10 billion euros. (G)");
}

TEST(ClaimedBounds, TimesOfTheDayAreNotReckonedWith) {
  EXPECT_EQ(Said("Does First Bank open before 10 am?"), "");
  EXPECT_EQ(Said("Does First Bank open at 9 am?"), "Yes. First Bank opens at 9 am. (G)");
}

TEST(ClaimedBounds, UnitsThatGoIntoEachOtherAreCompared) {
  EXPECT_EQ(Said("Is the North Tower taller than 200 feet?"), "Yes. The North Tower is 72 metres high. (G)");
  EXPECT_EQ(Said("Is the North Tower taller than 300 feet?"), "No. The North Tower is 72 metres high. (G)");
  EXPECT_EQ(Said("Is the Old Bridge longer than 1 km?"), "No. The Old Bridge is 400 metres long. (G)");
  EXPECT_EQ(Said("Is the New Bridge longer than the Old Bridge?"),
            "Yes. The New Bridge is 2 km long. The Old Bridge is 400 metres long. (G)");
  EXPECT_EQ(Said("Which bridge is the longest?"), "New Bridge. The New Bridge is 2 km long. (G)");
}

TEST(ClaimedBounds, AUnitIsAskedForInAnySpelling) {
  EXPECT_EQ(Said("How tall is the North Tower in meters?"), "The North Tower is 72 metres high. (G)");
  EXPECT_EQ(Said("How tall is the North Tower in feet?"), "");
}

TEST(ClaimedBounds, WhichOfTwoIsNoYesAndNoNo) {
  EXPECT_EQ(Said("Did First Bank have 30 or 40 employees in 2015?"), "In 2015 First Bank had 30 employees. (G)");
  EXPECT_EQ(Said("Is the director of the Harbour Trust Ida Brun or Ada Finch?"),
            "Ada Finch has been the director of the Harbour Trust since 2010. (G)");
}

TEST(ClaimedBounds, WhoStatesAFigureWithoutAVerbAndAsksWantsItChecked) {
  EXPECT_EQ(Said("First Bank 40 employees in 2015?"), "No. In 2015 First Bank had 30 employees. (G)");
  EXPECT_EQ(Said("more than 20 employees at First Bank in 2015?"), "Yes. In 2015 First Bank had 30 employees. (G)");
  EXPECT_EQ(Said("North Tower over 80 metres?"), "No. The North Tower is 72 metres high. (G)");
  EXPECT_EQ(Said("bridges over 300 metres?").find("Yes"), std::string::npos);
}

TEST(ClaimedBounds, HeWhoWasItBeforeIsNotContradictedByWhoIsItNow) {
  EXPECT_TRUE(Said("Was Per Dahl director of the Harbour Trust until 2010?").starts_with("Yes. Per Dahl"));
  EXPECT_FALSE(Said("Has Per Dahl been director of the Harbour Trust since 2010?").starts_with("Yes"));
  EXPECT_TRUE(Said("Was Per Dahl once director of the Harbour Trust?").starts_with("Yes. Per Dahl"));
}

TEST(ClaimedBounds, ADifferenceIsOfTheThingThatIsNamed) {
  EXPECT_EQ(Said("How much higher is the ticket of the North Tower than in 2015?").find("300"), std::string::npos);
  EXPECT_TRUE(Said("How many more visitors from abroad had the North Tower in 2015?").find("300") != std::string::npos);
}

TEST(ClaimedBounds, WhatAnAuthorCallsADifferenceIsNotWorkedOut) {
  EXPECT_EQ(Said("How much more than planned did the New Bridge cost?"),
            "The New Bridge cost 6 million euros more than planned. (G)");
}

TEST(ClaimedBounds, OneIsANumberOfWhatStandsBehindIt) {
  EXPECT_EQ(Said("Did First Bank have just one employee in 2015?"), "No. In 2015 First Bank had 30 employees. (G)");
  EXPECT_EQ(Said("Did First Bank have only one employee in 2015?"), "No. In 2015 First Bank had 30 employees. (G)");
}

TEST(ClaimedBounds, WhatIsToComeIsNotDone) {
  EXPECT_EQ(Said("Is the Old Bridge closed?"), "No. The Old Bridge is to close by 2030. (G)");
  EXPECT_EQ(Said("Is the Toll House open?"), "No. The Toll House is to open in 2031. (G)");
  EXPECT_EQ(Said("Is the Toll House open now?"), "No. The Toll House is to open in 2031. (G)");
  EXPECT_EQ(Said("Is the Toll House to be opened?"), "Yes. The Toll House is to open in 2031. (G)");
}

TEST(ClaimedBounds, CrownsAreCountedWhereTheyAreAskedFor) {
  EXPECT_EQ(Said("How many crowns does a ticket for the North Tower cost?"),
            "A ticket for the North Tower costs 12 crowns. (G)");
}

}  // namespace
}  // namespace docent
