// Ways of asking that had been read as something else: a request as a claim, a contrast as a negation.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: mill-leaflet
title: Leaflet of the mill

type: person
kind: person

type: firm
kind: body

type: bell

entity: Harrow Mill
type: firm

entity: Lund Works
type: firm

entity: Ida Falk
type: person

entity: Great Tom
type: bell

attribute: owner
kind: person

attribute: workers
kind: count
also: staff, employees

attribute: spindles
kind: count

fact: owner
of: Harrow Mill
value: Ida Falk
says: Ida Falk owns Harrow Mill.

fact: workers
of: Harrow Mill
value: more than 500
from: 14
says: Harrow Mill grew from 14 to more than 500 workers.

fact: workers
of: Lund Works
value: 60
says: Lund Works has 60 workers.

fact: spindles
of: Harrow Mill
value: 4,000
says: Harrow Mill has 4,000 spindles.

fact: rented halls
of: Harrow Mill
value: the salt hall; the wool hall; the timber hall
also: rent, renting
says: The three halls that Harrow Mill rents are the salt hall, the wool hall and the timber hall.

fact: lowered prices
of: Harrow Mill
value: cheaper cloth
why: to win buyers abroad
also: lower, lowered
says: Harrow Mill lowered its prices so as to win buyers abroad.

fact: record
of: Lund Works
value: Great Tom
also: bell, cast, made
says: Great Tom is the heaviest bell in the history of Lund Works.

fact: opinion
of: Ida Falk
value: "A town without a mill is a clock without hands."
by: Ida Falk
also: town without a mill, said
says: "A town without a mill is a clock without hands," said Ida Falk.
)";

class AskedForms : public testing::Test {
 protected:
  static std::string TextOf(const std::string& question) {
    static const std::shared_ptr<const Brain> brain = BrainOf(kFacts);
    const Answer answer = Asked(brain, question);
    return answer.status == Status::kAnswered ? answer.text : "unknown";
  }
};

TEST_F(AskedForms, ARequestForNamesIsNoClaim) {
  EXPECT_TRUE(TextOf("Could you name the three halls Harrow Mill is renting?").starts_with("The three halls"));
}

TEST_F(AskedForms, AContrastNegatesNothing) {
  EXPECT_TRUE(TextOf("How many workers has Harrow Mill, not spindles?").starts_with("Harrow Mill grew"));
  EXPECT_TRUE(
      TextOf("Why did Harrow Mill lower its prices rather than raise them?").starts_with("Harrow Mill lowered"));
  EXPECT_TRUE(TextOf("Who owns Harrow Mill, not Lund Works?").starts_with("Ida Falk"));
  EXPECT_EQ(TextOf("Who owns Harrow Mill, which is not open?"), "unknown");
}

TEST_F(AskedForms, WhatSomebodySpokeOfMayBeNegative) {
  EXPECT_TRUE(TextOf("What did Ida Falk say about a town without a mill?").starts_with("\"A town"));
}

TEST_F(AskedForms, EverBehindASuperlativeAsksOfNoOtherTime) {
  EXPECT_TRUE(TextOf("Which is the heaviest bell that Lund Works has ever made?").starts_with("Great Tom"));
}

TEST_F(AskedForms, AVerbThatTellsOfThePastEndsTheNoun) {
  EXPECT_TRUE(TextOf("Which firm used to have 14 workers and now has over 500?").starts_with("Harrow Mill"));
}

TEST_F(AskedForms, FormalRequests) {
  EXPECT_TRUE(TextOf("To what end did Harrow Mill lower its prices?").starts_with("Harrow Mill lowered"));
  EXPECT_TRUE(TextOf("Quantify the workers of Lund Works.").starts_with("Lund Works has 60"));
  EXPECT_TRUE(TextOf("Compute the total of the workers of Lund Works and the spindles of Harrow Mill.")
                  .starts_with("In all 4060."));
}

TEST_F(AskedForms, AMinimumIsNearToWhatIsClaimed) {
  EXPECT_TRUE(TextOf("Does Harrow Mill have 750 workers?").starts_with("No."));
  EXPECT_EQ(TextOf("Does Harrow Mill have 600 workers?"), "unknown");
}

}  // namespace
}  // namespace docent
