// By how much something changed, what most of them do, who is second and not first, one of two things that are
// offered, and sums in a currency.

#include <gmock/gmock.h>
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

type: choir

attribute: singers
kind: count

attribute: wanted singers
kind: count

attribute: organ repair
kind: money
also: bill

attribute: insurance payment
kind: money
also: insurance, paid

entity: Town Choir
type: choir

fact: singers
of: Town Choir
value: 40
when: 2019
says: In 2019 the Town Choir had 40 singers.

fact: singers
of: Town Choir
value: 66
when: 2024
says: In 2024 the Town Choir has 66 singers.

fact: wanted singers
of: Town Choir
value: 80
when: 2028
status: planned
says: The Town Choir wants to have 80 singers by 2028.

fact: organ repair
of: Town Choir
value: 900 euros
says: The repair of the Town Choir's organ cost 900 euros.

fact: insurance payment
of: Town Choir
value: 300 euros
among: 900 euros
says: The insurance paid 300 euros of the 900 euros that the repair of the organ cost.

type: park
kind: place

type: firm
kind: body

type: layer

attribute: ticket
kind: money
also: ticket price, cost, costs, admission, get in

attribute: area
kind: number
also: size

attribute: revenue
kind: money
of: firm
also: turnover

attribute: staff
kind: count
of: firm
also: employees, workforce
high: most employees

attribute: forest share
kind: share
also: forest

attribute: supporters
kind: share
also: support, in favour

attribute: snow forecast
kind: date
also: snow, lasting snow

attribute: largest group
kind: name
also: largest group of visitors

attribute: second largest group
kind: name

attribute: yield
also: crop


entity: Heron Park
type: park

entity: Grey Hills
type: park

entity: Arden Mills
type: firm

entity: Bray Mills
type: firm

entity: sand layer
type: layer

entity: clay layer
type: layer

fact: ticket
of: Heron Park
value: 9 crowns
from: 6 crowns
says: A ticket for Heron Park costs 9 crowns, up from 6.

event: extension of Heron Park
verb: grow, extend
what: Heron Park
when: 2027
amount: 310 square kilometres
status: planned
says: In 2027 Heron Park is to grow by 310 square kilometres.

fact: area
of: Grey Hills
value: 700 square kilometres
says: The area of Grey Hills is 700 square kilometres.

fact: revenue
of: Arden Mills
value: 40 million euros
also: increase, rise, gone up
says: The revenue of Arden Mills is 40 million euros.

fact: staff
of: Arden Mills
value: 500
from: 120
says: The staff of Arden Mills grew from 120 to 500.

fact: forest share
of: Heron Park
value: 61 percent
says: Forest makes up 61 percent of Heron Park.

fact: supporters
of: extension of Heron Park
value: 34 percent
also: locals
says: Only 34 percent of the locals support the extension of Heron Park.

fact: snow forecast
of: Grey Hills
value: 2060
says: By 2060 there will be no lasting snow on Grey Hills.

fact: largest group
of: Heron Park
value: Germans
says: The Germans are the largest group of visitors to Heron Park.

fact: second largest group
of: Heron Park
value: the Dutch
says: The Dutch are the second largest group of visitors to Heron Park.

event: death of the grouse
verb: die
who: 37 grouse
where: Grey Hills
within: a year
amount: 37
says: On Grey Hills 37 grouse died within a year.

fact: seat
of: Arden Mills
value: Wickham
where: Wickham; Old County
also: looms, weaving sheds
says: Arden Mills is in Wickham.

fact: looms
of: Arden Mills
value: three looms
says: Arden Mills has three looms.

fact: yield
of: clay layer
value: relatively high
says: The clay layer has a relatively high yield.
)";

std::string Said(const std::string& question) {
  static const std::shared_ptr<const Brain> brain = BrainOf(kFacts);
  return SaidTo(brain, question);
}

TEST(Change, IsNotWhatItIs) {
  EXPECT_EQ(Said("By how much did the revenue of Arden Mills increase?"), "");
  EXPECT_EQ(Said("By how much did the area of Grey Hills increase?"), "");
  EXPECT_EQ(Said("How high is the revenue of Arden Mills?"),
            "40 million euros. The revenue of Arden Mills is 40 million euros. (G)");
}

TEST(Change, IsOfWhatTheQuestionNames) {
  EXPECT_EQ(Said("By how much did the staff of Arden Mills grow?"),
            "The difference is 380. The staff of Arden Mills grew from 120 to 500. (G)");
  EXPECT_EQ(Said("By how many people has the workforce of Arden Mills gone up?"),
            "The difference is 380. The staff of Arden Mills grew from 120 to 500. (G)");
  EXPECT_EQ(Said("By how much did the revenue increase?"), "");  // not by 380
}

// The ticket of the park has changed, but it is the park that grows.
TEST(Change, OfAThingIsOfWhatChangesAsItDoes) {
  EXPECT_THAT(Said("By how much is Heron Park to grow?"), testing::HasSubstr("grow by 310 square kilometres"));
  EXPECT_THAT(Said("By how much is Heron Park to grow?"), testing::Not(testing::HasSubstr("crowns")));
}

TEST(Change, IsNoRateBehindAfter) {
  EXPECT_THAT(Said("How many grouse had died after a year?"), testing::StartsWith("On Grey Hills 37 grouse died"));
}

TEST(Most, AreToldByAShare) {
  EXPECT_EQ(Said("Is most of Heron Park forest?"), "Yes. Forest makes up 61 percent of Heron Park. (G)");
  EXPECT_EQ(Said("Do most locals support the extension of Heron Park?"),
            "No. Only 34 percent of the locals support the extension of Heron Park. (G)");
}

TEST(Second, IsNotTheLargest) {
  EXPECT_THAT(Said("Are the Dutch the largest group of visitors?"), testing::StartsWith("No."));
  EXPECT_THAT(Said("Are the Dutch the second largest group of visitors?"), testing::StartsWith("Yes."));
  EXPECT_THAT(Said("Are the Germans the largest group of visitors?"), testing::StartsWith("Yes."));
}

TEST(Negation, OfAQuestionMayBeThatOfTheFact) {
  EXPECT_EQ(Said("By when will there be no lasting snow on Grey Hills?"),
            "By 2060 there will be no lasting snow on Grey Hills. (G)");
}

// A town and its county.
TEST(Count, IsNotOfPlaces) {
  EXPECT_THAT(Said("Does Arden Mills have two looms?"), testing::Not(testing::StartsWith("Yes")));
  EXPECT_THAT(Said("Does Arden Mills have three looms?"), testing::StartsWith("Yes"));
}

TEST(Expletive, IsNoThing) {
  EXPECT_EQ(Said("What does it cost to get in?"), "A ticket for Heron Park costs 9 crowns, up from 6. (G)");
}

TEST(Currency, OfASumThatIsAskedFor) {
  EXPECT_EQ(Said("How high is the revenue of Arden Mills in euros?"),
            "The revenue of Arden Mills is 40 million euros. (G)");
  EXPECT_EQ(Said("How high is the revenue of Arden Mills in dollars?"), "");
}

TEST(Offer, IsOfThingsOfWhichAFactTellsOne) {
  EXPECT_EQ(Said("Where is the yield higher, in the sand layer or in the clay layer?"),
            "The clay layer has a relatively high yield. (G)");
}

// Sums of money are no people.
TEST(Change, CountsNoMoney) { EXPECT_EQ(Said("How many more people does Arden Mills have than Grey Hills?"), ""); }

// Of the other mill no staff is known.
TEST(Offer, IsNotDecidedByOneFigure) {
  EXPECT_EQ(Said("Which has more employees, Arden Mills or Bray Mills?"), "");
  EXPECT_EQ(Said("Who has the larger workforce, Arden Mills or Bray Mills?"), "");
}

TEST(Change, IsToldByTwoFactsOfOneThing) {
  for (const char* question :
       {"By how many singers has the Town Choir grown since 2019?", "By how many singers did the Town Choir grow?"}) {
    EXPECT_TRUE(Said(question).starts_with("The difference is 26.")) << question << ": " << Said(question);
  }
}

TEST(Rest, OfATargetIsWhatTheLatestFigureLacks) {
  for (const char* question : {"How many more singers does the Town Choir need to reach its target?",
                               "How many more singers does the Town Choir need?"}) {
    EXPECT_TRUE(Said(question).starts_with("That leaves 14.")) << question << ": " << Said(question);
  }
}

TEST(Rest, OfASumIsWhatAPartOfItLeaves) {
  const std::string text = Said("How much of the organ repair bill was left after the insurance paid?");
  EXPECT_TRUE(text.starts_with("That leaves 600 euros.")) << text;
}

// A time that is no beginning tells not since when.
TEST(Change, NeedsItsBeginning) {
  EXPECT_EQ(Said("By how many singers did the Town Choir grow by 2024?").find("26"), std::string::npos);
}

}  // namespace
}  // namespace docent
