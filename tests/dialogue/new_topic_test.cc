// What topics showed that nobody had seen before: a harbour authority's news, a festival's guide, a ship's portrait.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: harbour-news
title: News of the harbour

type: person
kind: person

type: authority
kind: body

type: lighthouse
also: light

type: fair

attribute: lighthouses
kind: count
of: authority

attribute: employees
kind: count

attribute: women among the employees
kind: share
also: women

attribute: day
kind: date

attribute: return of the merger
kind: date
also: come back

entity: Harbour Authority
type: authority
also: the authority, the Lights

fact: lighthouses
value: 14
says: The Harbour Authority looks after 14 lighthouses.

fact: employees
value: 300
says: The Harbour Authority employs 300 people.

fact: women among the employees
value: 31 %
says: 31 per cent of the employees of the Harbour Authority are women.

fact: nickname
value: the Lights
says: People call the Harbour Authority the Lights.

fact: target size
value: 80 million pounds
status: planned
denies: already raised; collected
also: raise, collect, target, hope
says: The Harbour Authority plans to raise 80 million pounds.

fact: storms
value: 2
within: two years
says: In two years the Harbour Authority had two storms.

fact: shore
value: 390 kilometres
also: buoys
says: The Harbour Authority looks after 390 kilometres of shore.

fact: return of the merger
value: not before 2030
by: Ida Falk
also: come back, expect, merger
says: Ida Falk does not expect the merger to come back before 2030.

entity: Ida Falk
type: person

fact: chair
of: Harbour Authority
value: Ida Falk
also: chairman, chairwoman, chairs
says: Ida Falk chairs the Harbour Authority.

fact: position on the merger
of: Harbour Authority
value: against
who: Ida Falk
also: merger, vote, voted against
says: Ida Falk voted against the merger of the Harbour Authority.

entity: Gannet Rock
type: lighthouse

fact: closure in winter
value: yes
also: closed, shut, December, January
denies: open January
says: Gannet Rock is closed in winter.

fact: first lamp
value: Argand lamp
when: 1789
says: Gannet Rock has had an Argand lamp since 1789.

entity: Sallow Head
type: lighthouse

fact: height
value: 47 metres
says: Sallow Head is 47 metres high.

entity: Plum Fair
type: fair
also: the fair

fact: day
value: first weekend of September
says: The Plum Fair is held on the first weekend of September.

fact: profit
value: 41,000 pounds
when: 2024
says: In 2024 the Plum Fair made a profit of 41,000 pounds.

fact: visitors
value: 9,000
when: 2023
says: In 2023 9,000 people came to the Plum Fair.
)";

class NewTopic : public testing::Test {
 protected:
  static std::string Said(const std::string& question) {
    static const std::shared_ptr<const Brain> brain = BrainOf(kFacts);
    Responder responder(brain);
    Conversation conversation;
    const Answer answer = responder.Respond({question, {}, false}, conversation);
    return answer.status == Status::kAnswered ? answer.text : "";
  }
};

TEST_F(NewTopic, HowManyThereAreIsStatedBeforeItIsCounted) {
  EXPECT_TRUE(Said("How many lighthouses are there?").find("14") != std::string::npos);
}

TEST_F(NewTopic, WhatTheTextTalksAboutIsAllThereIs) {
  EXPECT_TRUE(Said("Name the lighthouses that the text talks about.").starts_with("Gannet Rock, Sallow Head."));
  EXPECT_TRUE(Said("Which of the lighthouses are mentioned by name?").starts_with("Gannet Rock, Sallow Head."));
}

TEST_F(NewTopic, KilometresAreNoNumberOfThings) {
  EXPECT_EQ(Said("How many buoys does the Harbour Authority have?"), "");
  EXPECT_TRUE(Said("How many kilometres of shore does the authority look after?").find("390") != std::string::npos);
}

TEST_F(NewTopic, AShareTellsHowManyOfThem) {
  EXPECT_TRUE(Said("How many of the employees are women?").find("31 per cent") != std::string::npos);
}

TEST_F(NewTopic, TheSpanInTheQuestionIsNoNumberThatItGives) {
  EXPECT_TRUE(Said("How many storms were there in two years?").find("two storms") != std::string::npos);
}

TEST_F(NewTopic, AShortNameIsAWord) {
  EXPECT_TRUE(Said("What is the nickname of the Harbour Authority?").starts_with("the Lights."));
}

TEST_F(NewTopic, WhoVotesAgainstDoesNotVoteFor) {
  EXPECT_TRUE(Said("Did Ida Falk vote for the merger?").starts_with("No."));
  EXPECT_FALSE(Said("Did the chairwoman back the merger?").starts_with("Yes"));
}

TEST_F(NewTopic, WhoSaysItIsNoAside) {
  EXPECT_TRUE(Said("When does Ida Falk expect the merger to come back?").find("2030") != std::string::npos);
}

TEST_F(NewTopic, WhoHopesToCollectHasNotCollected) {
  EXPECT_TRUE(Said("Does the authority hope to collect 80 million pounds?").starts_with("Yes."));
  EXPECT_TRUE(Said("Has the authority collected 80 million pounds?").starts_with("No"));
}

TEST_F(NewTopic, AMonthThatItsAuthorAddsIsSaid) {
  EXPECT_TRUE(Said("Is Gannet Rock closed in December?").starts_with("Yes."));
  EXPECT_TRUE(Said("Is Gannet Rock open in January?").starts_with("No."));
}

TEST_F(NewTopic, WhenItIsIsTheDateThatItHas) {
  EXPECT_TRUE(Said("When is the Plum Fair?").starts_with("The Plum Fair is held on the first weekend"));
}

TEST_F(NewTopic, WhenItHappenedIsToldOfThatDeed) { EXPECT_EQ(Said("In which year was Gannet Rock completed?"), ""); }

TEST_F(NewTopic, ThreeLettersAreASlipOfALongerWordAtMost) {
  EXPECT_TRUE(Said("is gannet rok closed in december").starts_with("Yes."));
}

TEST_F(NewTopic, SwappedLettersAreMended) {
  EXPECT_TRUE(Said("What is the hieght of Sallow Head?").find("47 metres") != std::string::npos);
}

TEST_F(NewTopic, AnApostropheMayBeLeftOutOfAName) {
  EXPECT_TRUE(Said("what is sallow heads height").find("47 metres") != std::string::npos);
  EXPECT_TRUE(Said("how many are the harbour authoritys employees").find("300") != std::string::npos);
}

}  // namespace
}  // namespace docent
