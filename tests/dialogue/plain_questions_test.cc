// Plain, short questions, by which topics that nobody had seen were answered wrongly.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: mill-guide
title: Guide to the mills of Corrin

type: person
kind: person

type: mill

type: guild
kind: body

type: town
kind: place

type: language

type: region
kind: place

attribute: founding
kind: date
also: founded, set up, start

attribute: founder
kind: person
also: founded by, founded

attribute: place
kind: place
also: located, lie

attribute: opening
kind: date
also: opened, open

attribute: length of the tour
kind: span
of: mill
high: longest
low: shortest
also: how long, last

attribute: height
kind: number
unit: metres
also: tall, high, how tall

attribute: frequency
kind: number
unit: MHz

attribute: guide of the mill
kind: person
also: guide, guides

attribute: opening hour
also: open at, opens at

attribute: employees
kind: count
also: staff, workers

attribute: new jobs
kind: count
also: jobs

attribute: town's share
kind: share

attribute: wage
kind: money
also: pay, hourly pay

attribute: investment
kind: money
also: spend, pay

attribute: head of the mill school
kind: person
also: head, heads

entity: Corrin
type: town

entity: Dorn
type: town

entity: Guild of Millers
type: guild
also: the guild

entity: Corrin Mill Trust
type: guild
also: the trust

entity: Mill School
type: guild

entity: Upper Mill
type: mill

entity: Lower Mill
type: mill

entity: Long Mill
type: mill

entity: Ada Finch
type: person

entity: Bram Sorley
type: person

entity: Danish
type: language

entity: Frisian
type: language

attribute: rooms
kind: count

attribute: wings
kind: count
also: sails, turn

fact: rooms
of: Long Mill
value: 9
says: The Long Mill has 9 rooms.

fact: rooms
of: Upper Mill
value: 4
says: The Upper Mill has 4 rooms.

fact: wings
of: Long Mill
value: 6
says: The Long Mill turns 6 sails.

fact: place
of: Guild of Millers
value: Corrin
says: The Guild of Millers has its seat in Corrin.

fact: place
of: Dorn
value: the plain
says: Dorn lies in the plain.

fact: shed
of: Long Mill
value: long shed
where: Upper Mill
says: The long shed of the Long Mill stands beside the Upper Mill.

fact: founding
of: Guild of Millers
value: 14 March 1998
says: The Guild of Millers was founded on 14 March 1998.

fact: founder
of: Guild of Millers
value: Ada Finch
says: Ada Finch founded the Guild of Millers.

fact: opening
of: Lower Mill
value: 1890
says: The Lower Mill opened in 1890.

fact: place
of: Upper Mill
value: Corrin
says: The Upper Mill lies in Corrin.

fact: length of the tour
of: Upper Mill
value: 180 minutes
says: The tour of the Upper Mill takes 180 minutes.

fact: length of the tour
of: Lower Mill
value: 45 minutes
says: The tour of the Lower Mill takes 45 minutes.

fact: height
of: Upper Mill
value: 72 metres
says: The Upper Mill is 72 metres high.

fact: frequency
of: Guild of Millers
value: 98.4 MHz
says: The Guild of Millers sends on 98.4 MHz.

fact: guide of the mill
of: Upper Mill
value: Bram Sorley
only: yes
says: Bram Sorley guides visitors through the Upper Mill.

fact: opening hour
of: Upper Mill
value: 7 am
says: The Upper Mill opens at 7 am.

fact: opening hour
of: Lower Mill
value: 7 pm
says: The Lower Mill opens at 7 pm.

fact: mills
of: Corrin
value: Upper Mill; Lower Mill; Long Mill
amount: 3
says: Three mills stand in Corrin: the Upper Mill, the Lower Mill and the Long Mill.

fact: town's share
of: Corrin Mill Trust
value: 40 percent
who: Corrin
says: The town of Corrin provides 40 percent of the Corrin Mill Trust.

fact: money
of: Corrin
value: Corrin Mill Trust; Guild of Millers; Mill School
amount: 3
also: provide
says: Three bodies provide money in Corrin: the Corrin Mill Trust, the Guild of Millers and the Mill School.

fact: teaching
of: Corrin
value: Mill School; Guild of Millers
amount: 2
also: provide
says: Two bodies provide lessons in Corrin: the Mill School and the Guild of Millers.

fact: wage
of: Guild of Millers
value: 19 crowns
says: The Guild of Millers asks for a wage of 19 crowns an hour.

fact: investment
of: Corrin
value: 640 million crowns
says: Corrin puts 640 million crowns into its mills.

fact: new jobs
of: Long Mill
value: 220
says: The Long Mill will create 220 jobs.

fact: grinding
of: Long Mill
value: quarry
what: old stones
says: The Long Mill grinds with old stones from a quarry.

fact: half rent
of: Long Mill
value: half
within: its initial three years
says: The Long Mill pays half the rent in its initial three years.

fact: growth of sales
of: Guild of Millers
value: 15 percent
when: 2023
also: rise, rose
says: In 2023 the sales of the Guild of Millers rose by 15 percent.

fact: partners
of: Long Mill
value: Guild of Millers; Corrin Mill Trust
says: The Long Mill has two partners, the Guild of Millers and the Corrin Mill Trust.

fact: manager
of: Corrin Mill Trust
value: Bram Sorley
says: Bram Sorley manages the Corrin Mill Trust.

fact: head of the mill school
of: Mill School
value: Ada Finch
says: Ada Finch heads the Mill School.

fact: hope for the wind
of: Ada Finch
value: more wind
when: 2035
says: Ada Finch hopes for more wind by 2035.

fact: languages of the guides
of: Guild of Millers
value: Frisian
says: The guides of the Guild of Millers speak Frisian.

fact: sails
of: Upper Mill
value: giant umbrella
by: Bram Sorley
also: call
says: Bram Sorley calls the Upper Mill a giant umbrella.

fact: boards
of: Upper Mill
value: proud
by: Ada Finch
also: call
says: Ada Finch calls the boards of the Upper Mill proud.
)";

std::string Said(const std::string& question) {
  static const std::shared_ptr<const Brain> brain = BrainOf(kFacts);
  return SaidTo(brain, question);
}

TEST(PlainQuestions, AClaimSaysOnWhichSideOfADate) {
  for (const char* question :
       {"Was the guild founded before 2000?", "Was the guild founded after 1990?", "Was the guild founded by 2000?",
        "Was the guild founded before May 1998?", "Was the guild founded in 1998?"})
    EXPECT_TRUE(Said(question).starts_with("Yes.")) << question;
  for (const char* question : {"Was the guild founded before 1998?", "Was the guild founded after 2000?",
                               "Was the guild founded by 1997?", "Was the guild founded after May 1998?"})
    EXPECT_TRUE(Said(question).starts_with("No.")) << question;
}

TEST(PlainQuestions, SpansAreComparedInOneUnit) {
  EXPECT_TRUE(Said("Is the Upper Mill longer than 4 hours?").starts_with("No."));
  EXPECT_TRUE(Said("Is the Lower Mill longer than one hour?").starts_with("No."));
  EXPECT_TRUE(Said("Is the Upper Mill shorter than 4 hours?").starts_with("Yes."));
}

TEST(PlainQuestions, ANoNamesTheFactThatItStandsOn) {
  EXPECT_EQ(Said("Does Ada Finch guide the Upper Mill?"),
            "No. Bram Sorley guides visitors through the Upper Mill. (Guide to the mills of Corrin)");
}

TEST(PlainQuestions, AListOfThingsStandsOnFacts) {
  EXPECT_TRUE(Said("Name the languages.").find("speak Frisian") != std::string::npos);
}

TEST(PlainQuestions, WhoFoundedItIsNotWhereItIsLocated) { EXPECT_EQ(Said("Who founded the Upper Mill?"), ""); }

TEST(PlainQuestions, AVerbDescribesNobody) { EXPECT_EQ(Said("When was the Mill School founded?"), ""); }

TEST(PlainQuestions, TheOlderOneIsNotWhatHasOldThings) {
  EXPECT_EQ(Said("Which mill is older?"), "");
  EXPECT_EQ(Said("Which mill is the oldest?"), "");
}

TEST(PlainQuestions, TheUnitIsAskedForToo) {
  EXPECT_EQ(Said("How tall is the Upper Mill in feet?"), "");
  EXPECT_TRUE(Said("How tall is the Upper Mill in metres?").find("72 metres") != std::string::npos);
}

TEST(PlainQuestions, TallerIsMoreMetres) {
  EXPECT_TRUE(Said("Is the Upper Mill taller than 60 metres?").starts_with("Yes."));
  EXPECT_TRUE(Said("Is the Upper Mill taller than 80 metres?").starts_with("No."));
}

TEST(PlainQuestions, AnAuthorSaysOfWhatKindAFrequencyIs) {
  EXPECT_TRUE(Said("Which frequency is the guild on?").find("98.4 MHz") != std::string::npos);
}

TEST(PlainQuestions, SevenInTheMorningIsNotSevenInTheEvening) {
  EXPECT_EQ(Said("Which mill opens at 7 am?"), "The Upper Mill opens at 7 am. (Guide to the mills of Corrin)");
}

TEST(PlainQuestions, AStatedShareGoesBeforeOneWorkedOut) {
  EXPECT_TRUE(Said("What share of the trust does the town provide?").find("40 percent") != std::string::npos);
}

TEST(PlainQuestions, ATimeOfDayIsNoSize) { EXPECT_EQ(Said("How big is the Lower Mill?"), ""); }

TEST(PlainQuestions, TwoAttributesWithAWordInCommonAreTwo) {
  EXPECT_EQ(Said("What hourly pay does Corrin give?").find("640"), std::string::npos);
}

TEST(PlainQuestions, WhenItOpenedIsNoSpanFromTheBeginning) { EXPECT_EQ(Said("When was the Long Mill opened?"), ""); }

TEST(PlainQuestions, NeitherYesNorNoSaysWhichOfTwo) {
  EXPECT_TRUE(Said("Did the sales of the guild fall or rise in 2023?").starts_with("In 2023"));
}

TEST(PlainQuestions, WhichIsNotTheOneAsksForTheOther) {
  EXPECT_TRUE(Said("Which of the Long Mill's two partners is not the trust?").starts_with("Guild of Millers."));
}

TEST(PlainQuestions, HowTallAsksForAFigure) {
  EXPECT_EQ(Said("How heavy are the old stones of the Long Mill?"), "");
  EXPECT_EQ(Said("How deep is the quarry of the Long Mill?"), "");
}

TEST(PlainQuestions, WhoNamesAThingAndWhatItIsWantsItChecked) {
  EXPECT_TRUE(Said("The Upper Mill a giant umbrella?").starts_with("Yes."));
}

TEST(PlainQuestions, APlaceOfAnotherTypeIsNotWhereItIs) {
  EXPECT_EQ(Said("In which region is the Long Mill?"), "");
  EXPECT_EQ(Said("In which town do the Upper Mill and the Long Mill stand?").find("Three mills") == 0, true);
}

TEST(PlainQuestions, HowManyMoreCountsOneThingOnBothSides) {
  EXPECT_EQ(Said("How many more rooms does the Long Mill have than the sails it turns?"), "");
  EXPECT_TRUE(Said("How many more rooms does the Long Mill have than the Upper Mill?").starts_with("5."));
}

TEST(PlainQuestions, AnotherPlaceIsNotDenied) { EXPECT_EQ(Said("Is the Upper Mill in Dorn?"), ""); }

TEST(PlainQuestions, ANameWithinANameTiesNothing) { EXPECT_EQ(Said("Is Bram Sorley in Corrin?"), ""); }

TEST(PlainQuestions, WhatOneCallsAThingDescribesItNot) {
  EXPECT_FALSE(Said("Did Ada Finch call the mill a giant umbrella?").starts_with("Yes"));
}

}  // namespace
}  // namespace docent
