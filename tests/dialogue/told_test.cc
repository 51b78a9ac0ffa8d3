// Follow-ups that say nothing by themselves and ask of what was told: the total, the others.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: g
title: G

type: choir

attribute: budget
kind: money

attribute: concerts
kind: list

attribute: patron
kind: body

entity: Town Choir
type: choir

entity: Harbour Choir
type: choir

fact: budget
of: Town Choir
value: 40,000 euros
says: The Town Choir has a budget of 40,000 euros.

fact: budget
of: Harbour Choir
value: 25,000 euros
says: The Harbour Choir has a budget of 25,000 euros.

fact: concerts
of: Town Choir
value: a summer concert; a Christmas concert; a concert for schools
says: The Town Choir gives a summer concert, a Christmas concert and one for schools.

fact: patron
of: Harbour Choir
value: the Pilots' Guild
also: together, others, rest
says: The Pilots' Guild is the patron of the Harbour Choir.
)";

class Told : public testing::Test {
 protected:
  static void SetUpTestSuite() { brain_ = BrainOf(kFacts); }
  static void TearDownTestSuite() { brain_.reset(); }
  static std::shared_ptr<const Brain> brain_;
};
std::shared_ptr<const Brain> Told::brain_;

constexpr const char* kBudgets = "What are the budgets of the Town Choir and the Harbour Choir?";
constexpr const char* kSchools = "Which concert does the Town Choir give for schools?";

TEST_F(Told, IsTheTotalOfWhatWasAskedFor) {
  for (const char* question : {"And together?", "And the two together?", "And in total?", "Combined?"}) {
    const Answer answer = Asked(brain_, question, {kBudgets});
    EXPECT_EQ(answer.status, Status::kAnswered) << question;
    EXPECT_NE(answer.text.find("65,000"), std::string::npos) << question << answer.text;
  }
}

TEST_F(Told, IsTheOthersOfAList) {
  for (const char* question :
       {"And the other two?", "And the others?", "And the rest?", "What are the remaining two?"}) {
    const Answer answer = Asked(brain_, question, {kSchools});
    EXPECT_EQ(answer.status, Status::kAnswered) << question;
    EXPECT_NE(answer.text.find("Christmas"), std::string::npos) << question << answer.text;
  }
}

TEST_F(Told, IsAskedBackWhereNothingListsSoMany) {
  EXPECT_EQ(Asked(brain_, "And the other five?", {kSchools}).status, Status::kClarify);
  EXPECT_EQ(Asked(brain_, "And the others?", {"What is the budget of the Town Choir?"}).status, Status::kClarify);
  EXPECT_EQ(Asked(brain_, "And together?", {"Who is the patron of the Harbour Choir?"}).status, Status::kClarify);
}

// The patron's fact holds these words, and is not what they ask for.
TEST_F(Told, IsAskedBackWhereNothingWasToldAtAll) {
  for (const char* question : {"And the two together?", "And the others?", "And the rest?"})
    EXPECT_EQ(Asked(brain_, question).status, Status::kClarify) << question;
}

TEST_F(Told, IsHeldTogetherOfTwoAnswers) {
  const std::vector<std::string> before = {"What is the budget of the Town Choir?",
                                           "And what is the budget of the Harbour Choir?"};
  for (const char* question : {"And both sums together?", "How much does that make together?"})
    EXPECT_TRUE(Asked(brain_, question, before).text.starts_with("In all 65,000")) << question;
  for (const char* question : {"By how much is the first figure bigger?", "What is the difference?"})
    EXPECT_TRUE(Asked(brain_, question, before).text.starts_with("The difference is 15,000")) << question;
  EXPECT_TRUE(Asked(brain_, "Which of the two is bigger?", before).text.starts_with("The Town Choir"));
  EXPECT_TRUE(Asked(brain_, "Which of these sums is smaller?", before).text.starts_with("The Harbour Choir"));
}

TEST_F(Told, IsNoFigureOfAnAnswerThatWasNone) {
  const std::vector<std::string> before = {"What is the budget of the Town Choir?",
                                           "Who is the patron of the Harbour Choir?"};
  EXPECT_NE(Asked(brain_, "And both sums together?", before).status, Status::kAnswered);
  EXPECT_NE(Asked(brain_, "Which of the two is bigger?", before).status, Status::kAnswered);
}

}  // namespace
}  // namespace docent
