// Figures of several years: those of one year are ranked, bounded and held against each other by themselves, and
// without a year the latest are meant.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: g
title: G

type: school

type: town
kind: place

attribute: pupils
kind: count
of: school
high: most, largest
low: fewest, smallest

attribute: grant
kind: money
of: school

attribute: pupils aimed at
kind: count

entity: Elm School
type: school

entity: Birch School
type: school

entity: Oak School
type: school

fact: pupils
of: Elm School
value: 410
when: 2023
says: Elm School had 410 pupils in 2023.

fact: pupils
of: Elm School
value: 260
when: 2024
says: Elm School has 260 pupils in 2024.

fact: pupils
of: Birch School
value: 250
when: 2023
says: Birch School had 250 pupils in 2023.

fact: pupils
of: Birch School
value: 380
when: 2024
says: Birch School has 380 pupils in 2024.

fact: pupils
of: Oak School
value: 300
when: 2023
says: Oak School had 300 pupils in 2023.

fact: pupils
of: Oak School
value: 310
when: 2024
says: Oak School has 310 pupils in 2024.

fact: pupils aimed at
of: Oak School
value: 900
when: 2030
status: planned
also: pupils
says: Oak School is to have 900 pupils by 2030.
)";

class YearTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { brain_ = BrainOf(kFacts); }
  static void TearDownTestSuite() { brain_.reset(); }

  static std::string Said(const std::string& question) { return SaidTo(brain_, question); }

  static std::shared_ptr<const Brain> brain_;
};

std::shared_ptr<const Brain> YearTest::brain_;

TEST_F(YearTest, ASuperlativeOfAYearRanksByTheFiguresOfThatYear) {
  EXPECT_TRUE(Said("Which school had the most pupils in 2023?").starts_with("Elm School."));
  EXPECT_TRUE(Said("Which school had the most pupils in 2024?").starts_with("Birch School."));
  EXPECT_TRUE(Said("Which school had the fewest pupils in 2023?").starts_with("Birch School."));
  EXPECT_TRUE(Said("What is the smallest school by pupils in 2024?").starts_with("Elm School."));
  EXPECT_EQ(Said("Which school had the most pupils in 2019?"), "");
}

TEST_F(YearTest, WithoutAYearTheLatestFiguresAreMeant) {
  EXPECT_TRUE(Said("Which school has the most pupils?").starts_with("Birch School."));
  EXPECT_TRUE(Said("Which school has the fewest pupils?").starts_with("Elm School."));
}

TEST_F(YearTest, ABoundIsPassedInItsYear) {
  EXPECT_TRUE(Said("Which schools had more than 350 pupils in 2023?").starts_with("Elm School."));
  EXPECT_TRUE(Said("Which schools have more than 350 pupils?").starts_with("Birch School."));
  EXPECT_TRUE(Said("How many schools had more than 270 pupils in 2023?").starts_with("2."));
}

TEST_F(YearTest, OfTwoSchoolsTheFiguresOfOneYearAreHeldAgainstEachOther) {
  const std::string said = Said("Which school has more pupils in 2024, Elm School or Birch School?");
  EXPECT_TRUE(said.starts_with("Birch School:")) << said;
  EXPECT_EQ(said.find("2023"), std::string::npos) << said;
}

TEST_F(YearTest, TwoThatAreNamedFirstAreHeldAgainstEachOther) {
  EXPECT_TRUE(Said("Between Elm School and Birch School, which has more pupils in 2023?").starts_with("Elm School:"));
  EXPECT_TRUE(Said("Of Elm School and Oak School, which had fewer pupils in 2023?").starts_with("Oak School:"));
}

TEST_F(YearTest, YearsThatAreSetApartAreHeldAgainstEachOther) {
  EXPECT_TRUE(Said("Are there more pupils at Birch School now than in 2023?").starts_with("Yes."));
}

}  // namespace
}  // namespace docent
