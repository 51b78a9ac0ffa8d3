// Questions that facts about a club could not answer, or answered with a figure, a fact or a party of something else.

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: club-notes
title: Notes on the club

type: person
kind: person

type: club
kind: body

type: architect firm
kind: body

type: hall
kind: place

type: town
kind: place

type: stand

type: bridge

type: vote

type: record

attribute: physiotherapist
kind: person
also: physio

attribute: head of the works
kind: person

attribute: hope
also: hope for, hopes

attribute: age
kind: number
also: how old

attribute: attendance
kind: count
also: spectators

attribute: wins
kind: count
also: win, won

attribute: capacity
kind: count
also: hold, holds
unit: seats

attribute: former club
kind: body
also: come from, came from

attribute: designed by
kind: body

attribute: venue
kind: place
also: shown in, played in

attribute: debts
kind: money

attribute: rent rise
kind: share
also: rents, rose, went up by

attribute: employees
kind: count
also: staff, workers

attribute: market day
kind: date

attribute: size
kind: money

attribute: opened
kind: date

attribute: leads
kind: person
to: person
also: led by



entity: Rovers
type: club

entity: City
type: club

entity: Alba
type: club

entity: Ada Moe
type: person

entity: Ben Roe
type: person

entity: Cay Lund
type: person

entity: Firm One
type: architect firm

entity: Firm Two
type: architect firm

entity: Main Hall
type: hall

entity: Side Room
type: hall

entity: Northam
type: town

entity: Southam
type: town

entity: West Stand
type: stand

entity: Long Bridge
type: bridge

entity: research station
also: the station

entity: first fund

entity: second fund

entity: Fox Play

fact: physiotherapist
of: Rovers
value: Ada Moe
says: Ada Moe is the physiotherapist of Rovers.

fact: hope
of: Ada Moe
value: fewer injuries
by: Ada Moe
says: Ada Moe hopes for fewer injuries.

fact: age
of: Ada Moe
value: 41
says: Ada Moe is 41 years old.

fact: age
of: Ben Roe
value: 33
says: Ben Roe is 33 years old.

fact: training
of: Rovers
value: three evenings a week
says: Rovers train on three evenings a week in the league.

event: sale of Ben Roe
verb: sell
who: Rovers
what: Ben Roe
whom: City
when: 8 August 2023
says: On 8 August 2023 Rovers sold Ben Roe to City.

event: cup game
verb: play
who: Rovers
with: Alba
when: 7 October 2023
says: On 7 October 2023 Rovers played the cup game against Alba.

fact: attendance
of: Rovers
value: 1120
says: On average 1,120 spectators watched Rovers.

fact: wins
of: Rovers
value: 21
among: 38 league matches
says: Rovers won 21 of their 38 league matches.

fact: capacity
of: West Stand
value: 850
says: The West Stand has 850 seats.

fact: former club
of: Ben Roe
value: Alba
says: Ben Roe joined Rovers from Alba.

fact: designed by
of: West Stand
value: Firm One
says: Firm One designed the West Stand.

fact: venue
of: Fox Play
value: Side Room
says: The Fox Play is shown in the Side Room.

event: Long Bridge plan
verb: build
who: Northam
what: Long Bridge
when: 2029
status: planned
says: Northam plans to build the Long Bridge by 2029.

event: first twin calves
verb: bred
who: research station
what: twin calves
when: 2021
says: For the first time in the world the research station bred twin calves in 2021.

fact: debts
of: Rovers
value: 390,000 pounds
when: 2019
says: In 2019 the debts of Rovers were 390,000 pounds.

fact: rent rise
of: Northam
value: 22 per cent
says: In Northam the rents went up by 22 per cent.

fact: employees
of: Firm One
value: more than 500
also: started with ten, origin, starting point
when: 2020
says: In 2020 Firm One had more than 500 employees.

event: move of Firm Two
verb: move
who: Firm Two
what: drawing office
to: a new building in Northam
where: Northam
status: ongoing
says: Firm Two is moving its drawing office to a new building in Northam.

fact: market day
of: Northam
value: every Saturday
says: The market of Northam is held every Saturday.

fact: size
of: first fund
value: 10 million pounds
says: The size of the first fund is 10 million pounds.

fact: size
of: second fund
value: 10 million pounds
says: The size of the second fund is 10 million pounds.

fact: leads
of: research station
value: Cay Lund
says: Cay Lund leads the research station.

fact: opened
of: research station
value: 1991
says: The research station opened in 1991.

event: invitation
verb: invite
who: City
what: foreign swimmers
why: to learn from them
says: City invites foreign swimmers, to learn from them.

fact: newcomers
of: City
value: gifted young swimmers
says: City keeps bringing in gifted young swimmers.
)";

class AskingLaws : public testing::Test {
 protected:
  static std::string TextOf(const std::string& question, const std::vector<std::string>& before = {}) {
    static const std::shared_ptr<const Brain> brain = BrainOf(kFacts);
    const Answer answer = Asked(brain, question, before);
    return answer.status == Status::kAnswered ? answer.text : "unknown";
  }
};

TEST_F(AskingLaws, APostSaysWhoIsMeantWhereOneHasIt) {
  EXPECT_TRUE(TextOf("what does the physio hope for?").starts_with("Ada Moe hopes for fewer injuries."));
  EXPECT_EQ(TextOf("what does the assistant physio hope for?"), "unknown");
}

TEST_F(AskingLaws, WhoSoldSomebodyAndToWhomMayBeAClub) {
  EXPECT_TRUE(TextOf("who sold Ben Roe?").starts_with("On 8 August 2023"));
  EXPECT_TRUE(TextOf("to whom was Ben Roe sold?").starts_with("On 8 August 2023"));
  EXPECT_EQ(TextOf("who sold Ben Roe on behalf of Rovers?"), "unknown");
}

TEST_F(AskingLaws, ARankIsNoNumber) { EXPECT_EQ(TextOf("who came third in the league?"), "unknown"); }

TEST_F(AskingLaws, TheAttendanceAtAGameIsNotTheGame) {
  EXPECT_EQ(TextOf("what was the attendance at the cup game against Alba?"), "unknown");
}

TEST_F(AskingLaws, WhatIsSaidOfANameTellsWhichIsMeant) {
  EXPECT_TRUE(TextOf("when was the station that Cay Lund leads opened?").starts_with("The research station opened"));
}

TEST_F(AskingLaws, WhatMovesToOnePlaceIsInNoOther) {
  EXPECT_TRUE(TextOf("is the new building of Firm Two in Southam?").starts_with("No."));
}

TEST_F(AskingLaws, WhatIsToComeIsNotFinished) {
  EXPECT_TRUE(TextOf("is the Long Bridge finished yet?").starts_with("No."));
  EXPECT_FALSE(TextOf("is the Long Bridge to be finished in 2029?").starts_with("No."));
}

TEST_F(AskingLaws, WhatOthersDidBeforeIsToldByAFirstOnly) {
  EXPECT_TRUE(TextOf("had anyone else bred twin calves before?").starts_with("No."));
  EXPECT_EQ(TextOf("had any other firm designed the West Stand before?"), "unknown");
}

TEST_F(AskingLaws, WhenItWasDoneIsNotToldByANearWord) { EXPECT_EQ(TextOf("when was Firm One founded?"), "unknown"); }

TEST_F(AskingLaws, EachPartOfAMessageIsAskedForItself) {
  const std::string text = TextOf("who designed the West Stand, and how big is it");
  EXPECT_NE(text.find("Firm One designed"), std::string::npos) << text;
  EXPECT_NE(text.find("850 seats"), std::string::npos) << text;
}

TEST_F(AskingLaws, AMinimumIsNear) {
  EXPECT_TRUE(TextOf("did Firm One have more than 700 employees?").starts_with("No."));
  EXPECT_TRUE(TextOf("are there 1,000 employees at Firm One?").starts_with("No."));
  EXPECT_EQ(TextOf("are there 600 employees at Firm One?"), "unknown");
  EXPECT_FALSE(TextOf("do the Rovers train on at least two evenings a week?").starts_with("No."));
}

TEST_F(AskingLaws, SeatsHoldPeople) {
  EXPECT_TRUE(TextOf("how many people does the West Stand hold?").starts_with("The West Stand has 850 seats."));
  EXPECT_EQ(TextOf("how many dogs does the West Stand hold?"), "unknown");
}

TEST_F(AskingLaws, AFormerClubIsWhereOneCameFrom) {
  EXPECT_TRUE(TextOf("where did Ben Roe come from?").starts_with("Ben Roe joined Rovers from Alba."));
}

TEST_F(AskingLaws, HowMuchItHasFallenIsNotWhatItWas) {
  EXPECT_EQ(TextOf("how much have the debts of Rovers gone down since 2019?"), "unknown");
}

TEST_F(AskingLaws, SumsAreTheSameOrDiffer) {
  EXPECT_TRUE(TextOf("are the first fund and the second fund the same size?").starts_with("Yes."));
  EXPECT_TRUE(TextOf("does the first fund differ in size from the second fund?").starts_with("No."));
  EXPECT_TRUE(TextOf("are the first fund and the second fund not the same size?").starts_with("No."));
}

TEST_F(AskingLaws, AStatedFigureWithAQuestionMarkIsAClaim) {
  EXPECT_TRUE(TextOf("so the rents of Northam went up by 8 per cent?").starts_with("No."));
  EXPECT_TRUE(TextOf("so the rents of Northam went up by 22 per cent?").starts_with("Yes."));
}

TEST_F(AskingLaws, TwoThingsAreAskedAboutAtOnce) {
  const std::string text = TextOf("how old are Ada Moe and Ben Roe?");
  EXPECT_NE(text.find("Ada Moe is 41"), std::string::npos) << text;
  EXPECT_NE(text.find("Ben Roe is 33"), std::string::npos) << text;
  EXPECT_EQ(TextOf("what is the average age of Ada Moe and Ben Roe?"), "unknown");
}

TEST_F(AskingLaws, EverySaturdaySaysTheDay) {
  EXPECT_TRUE(TextOf("on which day is the market day of Northam?").starts_with("The market of Northam"));
}

TEST_F(AskingLaws, ACorrectionIsNotAnsweredByWhatWasTold) {
  const std::vector<std::string> before = {"what was the attendance of Rovers?"};
  EXPECT_TRUE(TextOf("sorry, I meant the debts", before).starts_with("In 2019 the debts of Rovers"));
}

TEST_F(AskingLaws, AVerbAndItsParticleAreOneWord) {
  EXPECT_TRUE(TextOf("why does City invite the foreign swimmers?").find("to learn from them") != std::string::npos);
  EXPECT_EQ(TextOf("why does City turn the foreign swimmers away?"), "unknown");
}

TEST_F(AskingLaws, WhoWonLeagueMatchesWonMatches) {
  EXPECT_TRUE(TextOf("how many matches did Rovers win?").starts_with("Rovers won 21"));
}

}  // namespace
}  // namespace docent
