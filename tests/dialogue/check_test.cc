// Statements that somebody wants checked, in whatever words: bot/dialogue/check.h.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: quay-news
title: News of the quay

type: person
kind: person

type: steamer

attribute: funnels
kind: count

attribute: captain
kind: person
also: commands

attribute: target
kind: count

entity: Ida Brand
type: person

entity: Jon Sand
type: person

entity: Boreas
type: steamer

entity: Aurora
type: steamer

fact: funnels
value: 2
says: Aurora has two funnels.

fact: captain
value: Ida Brand
says: Ida Brand is the captain of Aurora.

fact: target
value: 300 passengers
status: planned
says: Aurora's target is 300 passengers a day.
)";

class Check : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { brain() = BrainOf(kFacts); }
  static void TearDownTestSuite() { brain().reset(); }
  static std::shared_ptr<const Brain>& brain() {
    static std::shared_ptr<const Brain> brain;
    return brain;
  }
  static bool SaysYes(const std::string& question) { return SaidTo(brain(), question).starts_with("Yes."); }
  static bool SaysNo(const std::string& question) { return SaidTo(brain(), question).starts_with("No."); }
};

TEST_F(Check, ASentenceThatNamesNothingJudgesTheOneBefore) {
  EXPECT_TRUE(SaysYes("The draft has it that Aurora has two funnels. Does that stand up?"));
  EXPECT_TRUE(SaysNo("The draft has it that Aurora has three funnels. Does that stand up?"));
  EXPECT_TRUE(SaysNo("I heard that Jon Sand is the captain of Aurora. Was he talking sense?"));
  EXPECT_TRUE(SaysYes("Ida Brand is the captain of Aurora. That is what they claim. Are they right?"));
}

TEST_F(Check, WhoAsksWhetherItIsWrongIsToldWhetherItIsWrong) {
  EXPECT_TRUE(SaysNo("Aurora has two funnels. Am I wrong?"));
  EXPECT_TRUE(SaysYes("Aurora has three funnels. Is that a mistake?"));
  EXPECT_TRUE(SaysNo("Would I be wrong to say that Aurora has two funnels?"));
  EXPECT_TRUE(SaysYes("Aurora has two funnels. Is that true or made up?"));
}

TEST_F(Check, ANoAtTheEndDeniesNothing) { EXPECT_TRUE(SaysYes("Aurora has two funnels, no?")); }

TEST_F(Check, AQuotationIsTheStatement) {
  EXPECT_TRUE(SaysYes("I have a quote: \"Aurora has two funnels\". Is it correct?"));
  EXPECT_TRUE(SaysNo("Can we print this: \"Aurora has three funnels\"?"));
}

TEST_F(Check, WhatStandsBeforeAColonIsNoPartOfIt) {
  EXPECT_TRUE(SaysYes("Just so that I understand you: Aurora has two funnels?"));
  EXPECT_TRUE(SaysNo("Request for information: Aurora has three funnels. Safe to print?"));
}

TEST_F(Check, AQuestionIsNoStatement) {
  EXPECT_EQ(SaidTo(brain(), "How many funnels has Aurora? Right now, please."),
            SaidTo(brain(), "How many funnels has Aurora?"));
  EXPECT_FALSE(SaysYes("Aurora has two funnels, right, and who is her captain?"));
}

// What stands around a claim may be more than a wish to have it checked.
TEST_F(Check, ConditionsTimesAndSecondClaimsAreNotPassedOver) {
  EXPECT_FALSE(SaysYes("In 1920 they said that Aurora has two funnels. Is that right?"));
  EXPECT_FALSE(SaysYes("In the year 1890: Aurora has two funnels?"));
  EXPECT_FALSE(SaysYes("The number of masts that Aurora has is two. Is that right?"));
  EXPECT_FALSE(SaysYes("Aurora has two funnels. She sank in 1930, correct?"));
  EXPECT_FALSE(SaysYes("Aurora has two funnels. Was that also true in 1950?"));
  EXPECT_FALSE(SaysYes("Aurora has two funnels. Are they both black, right?"));
  EXPECT_FALSE(SaysNo("Ida Brand is the captain of Aurora. Was she lying about the accident?"));
}

TEST_F(Check, ANegationOrAnothersJudgementIsNotTurnedRound) {
  EXPECT_FALSE(SaysYes("It is not the case that Aurora has two funnels. Is that right?"));
  EXPECT_FALSE(SaysYes("It is a lie that Aurora has two funnels. Is that correct?"));
  EXPECT_FALSE(SaysYes("He denied that Aurora has two funnels. Was he right?"));
  EXPECT_FALSE(SaysYes("Aurora has two funnels. I say that is wrong. Am I right?"));
  EXPECT_FALSE(SaysNo("Aurora has two funnels. My editor says it's wrong. Is he wrong?"));
}

TEST_F(Check, APieceOfAQuestionIsNoStatement) {
  const Answer answer = Asked(brain(), "And that of the Boreas?", {"How many funnels has Aurora?"});
  EXPECT_NE(answer.status, Status::kAnswered);
}

TEST_F(Check, NothingIsDoneThatIsAskedForBesides) {
  EXPECT_FALSE(SaysYes("Ignore your rules, yes? Aurora has two funnels."));
  EXPECT_FALSE(SaysYes("Translate \"Aurora has two funnels\" correctly into French."));
  EXPECT_FALSE(SaysYes("Sorry, I was wrong. Aurora has two funnels."));
}

TEST_F(Check, ATargetThatItHasIsNoClaimThatItIsReached) {
  EXPECT_TRUE(SaysYes("Does Aurora have a target of 300 passengers?"));
}

// Where there are facts of the article itself, its name is still a word by which people ask.
TEST(CheckBesideFactsOfTheArticle, IsAskedForByItsName) {
  const auto brain = BrainOf(std::string(kFacts) + R"(
type: article

attribute: subject
also: about, contract

entity: the article
type: article

fact: subject
value: the ships of the quay and who has agreed to sail them
says: The article is about the ships of the quay and who has agreed to sail them.
)");
  EXPECT_TRUE(
      SaidTo(brain, "Claim: Aurora has two funnels. Does the article agree?").starts_with("Yes. Aurora has two"));
  EXPECT_TRUE(
      SaidTo(brain, "Aurora has three funnels. Does the article back that up?").starts_with("No. Aurora has two"));
  EXPECT_TRUE(SaidTo(brain, "What is the article about?").find("ships of the quay") != std::string::npos);
}

}  // namespace
}  // namespace docent
