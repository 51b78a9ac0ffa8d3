// Questions that no fact answers alone: what several things have together, what changed by what share, what came first,
// how much time lies between.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: g
title: G

type: mill

type: country
kind: place

type: person
kind: person

attribute: looms
kind: count

attribute: weavers
kind: count
also: staff

attribute: opening
kind: date
also: opened

attribute: length
kind: number
also: long

attribute: grant
kind: money
also: grants, pays, gives

attribute: cost
kind: money

attribute: director
kind: person

attribute: job
kind: text
also: profession

attribute: post
kind: text
also: occupation

attribute: women
kind: count

attribute: attendance
kind: share

attribute: visitors
kind: count

attribute: home
kind: place

attribute: ride
kind: span

entity: Upper Mill
type: mill

entity: Lower Mill
type: mill

entity: Norrland
type: country

entity: Sudland
type: country

entity: Westland
type: country

entity: Ada Holm
type: person

entity: Ben Ross
type: person

fact: looms
of: Upper Mill
value: 120
says: The Upper Mill has 120 looms.

fact: looms
of: Lower Mill
value: 80
says: The Lower Mill has 80 looms.

fact: weavers
of: Upper Mill
value: 60
when: 2024
says: In 2024 the Upper Mill has 60 weavers.

fact: weavers
of: Upper Mill
value: 75
when: 2010
says: In 2010 the Upper Mill had 75 weavers.

fact: weavers
of: Upper Mill
value: 40
when: 1990
says: In 1990 the Upper Mill had 40 weavers.

fact: weavers
of: Lower Mill
value: 30
when: 2024
says: In 2024 the Lower Mill has 30 weavers.

fact: opening
of: Upper Mill
value: 1880
says: The Upper Mill opened in 1880.

fact: opening
of: Lower Mill
value: 1902
says: The Lower Mill opened in 1902.

fact: length
of: Upper Mill
value: 90 metres
says: The Upper Mill is 90 metres long.

fact: length
of: Lower Mill
value: 60 metres
says: The Lower Mill is 60 metres long.

fact: grant
of: Norrland
value: 9 million crowns
says: Norrland pays a grant of 9 million crowns for the mills.

fact: grant
of: Sudland
value: 4 million crowns
says: Sudland pays a grant of 4 million crowns for the mills.

fact: grant
of: Westland
value: 2 million crowns
says: Westland pays a grant of 2 million crowns for the mills.

fact: cost
of: Upper Mill
value: 40 million crowns
from: 32 million crowns
says: The Upper Mill cost 40 million crowns, up from 32 million.

fact: director
of: Lower Mill
value: Ada Holm
when: since 2015
says: Ada Holm has been the director of the Lower Mill since 2015.

fact: director
of: Lower Mill
value: Ben Ross
when: until 2015
says: Ben Ross was the director of the Lower Mill until 2015.

fact: ride
of: Upper Mill
value: 14 minutes
from: 20
says: The ride to the Upper Mill takes 14 minutes instead of 20.

fact: women
of: Lower Mill
value: 18
among: 30 weavers
says: 18 of the 30 weavers of the Lower Mill are women.

fact: attendance
of: Lower Mill
value: 91 percent
from: 68 percent
says: Attendance at the Lower Mill rose from 68 to 91 percent.

fact: visitors
of: Lower Mill
value: 500
when: 2001
says: In 2001 the Lower Mill had 500 visitors.

fact: visitors
of: Lower Mill
value: 800
says: The Lower Mill has 800 visitors.

fact: predecessor
of: Ada Holm
value: Ben Ross
says: Ben Ross was the predecessor of Ada Holm.

fact: predecessor
of: Lower Mill
value: Upper Mill
says: The predecessor of the Lower Mill was the Upper Mill.

fact: home
of: Ben Ross
value: Eastport
also: lives
says: Ben Ross lives in Eastport.

fact: post
of: Ada Holm
value: director
says: Ada Holm is the director of the Lower Mill.

fact: job
of: Ada Holm
value: engineer
says: Ada Holm is an engineer.

event: strike
verb: strike
who: weavers
where: Upper Mill
when: 3 May 1921
says: On 3 May 1921 the weavers of the Upper Mill went on strike.

event: great fire
verb: burn
what: the roof
where: Upper Mill
when: 20 May 1921
says: On 20 May 1921 the roof of the Upper Mill burned in the great fire.
)";

class Composition : public testing::Test {
 protected:
  static void SetUpTestSuite() { brain_ = BrainOf(kFacts); }
  static void TearDownTestSuite() { brain_.reset(); }

  static void ExpectTells(const std::string& question, const std::string& told) {
    const Answer answer = Asked(brain_, question);
    EXPECT_EQ(answer.status, Status::kAnswered) << question << " => " << answer.text;
    EXPECT_NE(answer.text.find(told), std::string::npos) << question << " => " << answer.text;
  }
  static void ExpectDeclines(const std::string& question) {
    const Answer answer = Asked(brain_, question);
    EXPECT_EQ(answer.status, Status::kUnknown) << question << " => " << answer.text;
  }

  static std::shared_ptr<const Brain> brain_;
};
std::shared_ptr<const Brain> Composition::brain_;

TEST_F(Composition, AddsUpWhatANounStandsFor) {
  ExpectTells("How many looms do the two mills have together?", "In all 200.");
  ExpectTells("How many looms do both mills have in total?", "In all 200.");
  ExpectTells("How many looms do the mills have altogether?", "In all 200.");
  ExpectTells("How many looms do the Upper Mill and the Lower Mill have in total?", "In all 200.");
  ExpectDeclines("How many looms do the three mills have together?");
}

TEST_F(Composition, AddsUpTimes) {
  ExpectTells("How many weavers did the Upper Mill have in 1990 and 2010 together?", "In all 115.");
}

TEST_F(Composition, ComparesWithASum) {
  ExpectTells("Does Norrland pay more than Sudland and Westland together?", "Yes.");
  ExpectTells("Does Sudland pay more than Norrland and Westland together?", "No.");
  ExpectTells("How much more does Norrland pay than Sudland and Westland together?", "3 million");
}

TEST_F(Composition, ComparesTheTwoThingsOfANoun) {
  ExpectTells("Which of the two mills has fewer looms?", "Lower Mill");
  ExpectTells("Which of the two mills is longer?", "Upper Mill:");
}

TEST_F(Composition, TellsByWhatShareItChanged) {
  ExpectTells("By what percentage did the cost of the Upper Mill rise?", "About 25 %");
  ExpectTells("By what percentage did the weavers of the Upper Mill fall from 2010 to 2024?", "About 20 %");
  ExpectTells("By what percentage did the weavers of the Upper Mill rise from 1990 to 2010?", "About 88 %");
}

TEST_F(Composition, TellsNoShareOfARiseOfWhatFell) {
  ExpectDeclines("By what percentage did the weavers of the Upper Mill rise from 2010 to 2024?");
}

TEST_F(Composition, TellsHowManyTimesAsMuch) {
  ExpectTells("How many times as many looms does the Upper Mill have as the Lower Mill?", "About 1.5 times");
  ExpectTells("How many times as long as the Lower Mill is the Upper Mill?", "About 1.5 times");
}

TEST_F(Composition, TellsTheTimeBetween) {
  ExpectTells("How many years passed between the opening of the Upper Mill and the opening of the Lower Mill?",
              "It is 22 years.");
  ExpectTells("How many years after the opening of the Upper Mill did Ada Holm become director?", "135 years");
  ExpectTells("How many days passed between the strike and the great fire?", "It is 17 days.");
}

TEST_F(Composition, TellsWhatWasFirst) {
  ExpectTells("Was the Upper Mill opened before the Lower Mill?", "Yes.");
  ExpectTells("Was the Lower Mill opened before the Upper Mill?", "No.");
  ExpectTells("Which came first, the strike or the great fire?", "strike:");
}

TEST_F(Composition, TellsTheTimeOfTheMost) {
  ExpectTells("In which year did the Upper Mill have the most weavers?", "2010.");
  ExpectTells("In which year did the Upper Mill have the fewest weavers?", "1990.");
  ExpectTells("In which of the years 2010 and 2024 did the Upper Mill have the fewest weavers?", "2024.");
}

TEST_F(Composition, FindsWhoeverHoldsAPostNow) {
  ExpectTells("What is the profession of the director of the Lower Mill?", "engineer");
  ExpectTells("What is the profession of the director?", "engineer");
}

TEST_F(Composition, FindsAPersonByAWordThatIsOfThingsToo) {
  ExpectTells("Where does the predecessor of Ada Holm live?", "Eastport");
}

TEST_F(Composition, TellsByHowMuchAUnitThatIsNamedOnce) {
  ExpectTells("By how many minutes did the ride to the Upper Mill become shorter?", "The difference is 6 minutes.");
}

TEST_F(Composition, TellsPercentagePoints) {
  ExpectTells("By how much did the attendance at the Lower Mill rise?", "The difference is 23 percentage points.");
}

TEST_F(Composition, HoldsWhatIsNowAgainstWhatWas) {
  ExpectTells("By how many did the visitors of the Lower Mill grow since 2001?", "The difference is 300.");
}

TEST_F(Composition, CountsTheOthersOfTwo) {
  ExpectTells("How many of the 30 weavers of the Lower Mill are men?", "That leaves 12.");
}

TEST_F(Composition, HoldsAClaimedShareAgainstPartAndWhole) {
  ExpectTells("Do women make up more than half of the weavers of the Lower Mill?", "Yes.");
  ExpectTells("Do women make up less than a third of the weavers of the Lower Mill?", "No.");
  ExpectTells("Do women make up about 60 percent of the weavers of the Lower Mill?", "Yes.");
  ExpectTells("Do women make up 90 percent of the weavers of the Lower Mill?", "No.");
}

TEST_F(Composition, ReadsAComparisonThatIsClaimed) {
  ExpectTells("Claim: more looms than weavers are in the Upper Mill. True?", "Yes.");
  ExpectTells("Is it true that fewer looms than weavers are in the Upper Mill?", "No.");
}

TEST_F(Composition, FindsAThingByAClauseAtTheEnd) {
  ExpectTells("What is the length of the mill that has 80 looms?", "60 metres");
  ExpectTells("In which year was the mill opened that has 80 looms?", "1902");
}

TEST_F(Composition, AddsUpNothingOfSeveralTimes) {
  ExpectDeclines("How many weavers do the two mills have in total?");
  ExpectDeclines("How many visitors and looms do the two mills have together?");
}

TEST_F(Composition, HoldsAFallAndABeforeAgainstTheFigures) {
  ExpectDeclines("By how many did the weavers of the Upper Mill fall from 1990 to 2010?");
  ExpectDeclines("How many days before the strike was the great fire?");
  ExpectTells("How many days before the great fire was the strike?", "17 days");
}

TEST_F(Composition, ReadsDenialsOfAComparisonAsNone) {
  ExpectDeclines("Is the Upper Mill hardly longer than the Lower Mill?");
  ExpectDeclines("Was the Upper Mill named after the Lower Mill?");
}

TEST_F(Composition, TakesLessThanForLess) {
  ExpectTells("Does Sudland pay less than Norrland?", "Yes.");
  ExpectTells("Do Sudland and Westland together pay less than Norrland?", "Yes.");
}

TEST_F(Composition, TakesNoShareOfAnotherWhole) {
  ExpectDeclines("Do women make up more than half of the visitors of the Lower Mill?");
}

TEST_F(Composition, DeclinesWhereOneFigureIsMissing) {
  ExpectDeclines("How many weavers did the two mills have together in 2010?");
  ExpectDeclines("By what percentage did the looms of the Upper Mill rise?");
  ExpectDeclines("How much longer is the Upper Mill than the harbour?");
}

}  // namespace
}  // namespace docent
