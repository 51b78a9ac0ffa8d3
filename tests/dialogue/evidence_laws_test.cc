// Which facts do not bear on what is asked: those of another thing, of another time, or that only name it in passing.

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: mill-notes
title: Notes on the mill

type: person
kind: person

type: firm
kind: body

type: floor

type: guild
kind: body

attribute: milling
kind: span
also: been milling

type: good

attribute: rise
kind: share
also: rise, rose

attribute: turnover
kind: money

attribute: experience
kind: span
also: been a miller, been milling

attribute: head
kind: person
also: heads, run by

attribute: employees
kind: count
also: workers, staff

attribute: millers
kind: share

attribute: next floor up
to: floor
reverse: on top of, above

attribute: power
kind: number
also: output

entity: Ann Moe
type: person

entity: Ben Roe
type: person

entity: Old Mill
type: firm

entity: New Mill
type: firm

entity: flour
type: good

entity: cellar
type: floor
also: lowest floor

entity: loft
type: floor
also: top floor

fact: turnover
of: Old Mill
value: 2 million euros
when: 2024
from: 3 million euros
why: flour became dearer
says: The turnover of the Old Mill fell to 2 million euros in 2024, because flour became dearer.

fact: rise
of: flour
value: 35 percent
says: The price of flour rose by 35 percent.

fact: experience
of: Ann Moe
value: 40 years
says: Ann Moe has been a miller for 40 years.

fact: head
of: Old Mill
value: Ann Moe
also: professor
says: Professor Ann Moe heads the Old Mill.

fact: employees
of: New Mill
value: 70
says: The New Mill has 70 employees.

fact: description
of: Old Mill
value: a mill by the river
says: The Old Mill is a mill by the river.

fact: millers
of: Old Mill
value: one third
among: millers of the valley
also: valley, millers
says: One third of the millers of the valley are at the Old Mill.

fact: pay rise
of: Old Mill
value: 4 percent
what: crews
says: The crews of the Old Mill got a pay rise of 4 percent.

fact: night work
of: New Mill
value: more than half
among: workers of the New Mill
says: More than half of the workers of the New Mill work at night.

entity: Guild
type: guild

fact: description
of: Guild
value: the guild of the millers, which Ben Roe heads
by: Ben Roe
says: The Guild is the guild of the millers; Ben Roe heads it.

fact: post
of: Ben Roe
value: master of the Guild
says: Ben Roe is master of the Guild.

fact: milling
of: New Mill
value: 30 years
says: The New Mill has milled for 30 years.

fact: position
of: cellar
value: at the bottom
says: The cellar is at the bottom of the mill.

fact: position
of: loft
value: under the roof
says: The loft is under the roof of the mill.

fact: next floor up
of: cellar
value: loft
says: Above the cellar lies the loft.

fact: power
of: Old Mill
value: 5,000 watts
status: expected
when: in the future
says: The Old Mill will have a power of 5,000 watts in the future.

event: fair
verb: hold
who: Old Mill
where: Port Ellis
when: 2024
says: In 2024 the Old Mill held a fair in Port Ellis.
)";

// The text of the answer, said to be unknown where it is.
std::string Asked(const std::string& question, const std::vector<std::string>& before = {}) {
  static const std::shared_ptr<const Brain> brain = BrainOf(kFacts);
  const Answer answer = Asked(brain, question, before);
  return answer.status == Status::kAnswered ? answer.text : "unknown: " + answer.text;
}

bool IsUnknown(const std::string& answer) { return answer.starts_with("unknown: "); }

TEST(Evidence, AFigureThatIsToldInPassingIsNoAnswer) {
  EXPECT_NE(Asked("By how much did flour rise?").find("35 percent"), std::string::npos);
  EXPECT_NE(Asked("By how much did the price of flour rise?").find("35 percent"), std::string::npos);
}

TEST(Evidence, HowLongMayBeToldBySinceWhenOrForHowLong) {
  EXPECT_NE(Asked("How long has Ann Moe been a miller?").find("40 years"), std::string::npos);
}

// "Professor" only describes the one who heads the mill.
TEST(Evidence, WhatDescribesAnotherRefutesNothing) {
  EXPECT_TRUE(IsUnknown(Asked("Is Ben Roe a professor?"))) << Asked("Is Ben Roe a professor?");
  EXPECT_TRUE(Asked("Does Ben Roe head the Old Mill?").starts_with("No.")) << Asked("Does Ben Roe head the Old Mill?");
}

TEST(Evidence, WhereSomethingHappenedIsNotWhereAThingIs) {
  EXPECT_TRUE(IsUnknown(Asked("Where is the Old Mill?"))) << Asked("Where is the Old Mill?");
  EXPECT_NE(Asked("Where did the Old Mill hold a fair?").find("Port Ellis"), std::string::npos);
}

TEST(Evidence, AFigureOfOneYearRefutesNothingOfAnother) {
  const std::string answer = Asked("Was the turnover of the Old Mill 2 million euros in 2021?");
  EXPECT_TRUE(IsUnknown(answer)) << answer;
}

TEST(Evidence, ARelationHoldsOneWay) {
  EXPECT_TRUE(Asked("Is the loft above the cellar?").starts_with("Yes.")) << Asked("Is the loft above the cellar?");
  EXPECT_TRUE(IsUnknown(Asked("Is the cellar above the loft?"))) << Asked("Is the cellar above the loft?");
  EXPECT_NE(Asked("What is above the cellar?").find("loft"), std::string::npos);
}

TEST(Evidence, TwoThingsAreNotOne) {
  const std::string answer = Asked("Is the cellar the top floor?");
  EXPECT_TRUE(answer.starts_with("No.")) << answer;
  EXPECT_NE(answer.find("The loft is under the roof"), std::string::npos) << answer;  // what shows it
}

TEST(Evidence, AThirdIsNotMost) {
  EXPECT_TRUE(Asked("Are most of the millers of the valley at the Old Mill?").starts_with("No."))
      << Asked("Are most of the millers of the valley at the Old Mill?");
}

TEST(Evidence, WhatIsToComeIsNotSoNow) {
  const std::string answer = Asked("How much power has the Old Mill today?");
  EXPECT_TRUE(IsUnknown(answer)) << answer;
  EXPECT_NE(Asked("How much power will the Old Mill have?").find("5,000"), std::string::npos);
}

// What is known of another mill is no answer.
TEST(Evidence, AQuestionThatNamesNothingIsAboutWhatWasDescribed) {
  const std::string answer = Asked("How many employees?", {"Tell me about the Old Mill"});
  EXPECT_TRUE(IsUnknown(answer)) << answer;
  EXPECT_NE(Asked("How many employees?", {"Tell me about the New Mill"}).find("70"), std::string::npos);
}

// A rise of 4 percent is no part of the crews, and "more than half" is most.
TEST(Evidence, AShareIsAPartOnlyOfAWhole) {
  EXPECT_FALSE(Asked("Did all crews of the Old Mill get a pay rise?").starts_with("No."));
  EXPECT_FALSE(Asked("Do most of the workers of the New Mill work at night?").starts_with("No."));
}

TEST(Evidence, APronounMayMeanWhoADescriptionNames) {
  const std::string answer = Asked("What is his post?", {"Tell me about the Guild"});
  EXPECT_NE(answer.find("master of the Guild"), std::string::npos) << answer;
}

// Asked by the next form, too, it is about what was described.
TEST(Evidence, TheNextFormForgetsNothing) {
  const std::string answer = Asked("How long has it been milling?", {"Tell me about the Old Mill"});
  EXPECT_EQ(answer.find("30 years"), std::string::npos) << answer;
}

// More things than a turn remembers have the name.
TEST(Evidence, ANameOfManyThingsIsRemembered) {
  std::string facts = "source: s\ntitle: S\n\ntype: mill\n\n";
  for (char mill = 'A'; mill < 'T'; ++mill) {
    const std::string name = std::string("Mill ") + mill;
    facts += "entity: " + name + "\ntype: mill\nalso: Old Rotor\n\nfact: sails\nvalue: 4\nsays: " + name +
             " has 4 sails.\n\n";
  }
  Diagnostics diagnostics;
  BrainFiles files = Brain::Read({{}, {std::filesystem::path(DOCENT_TREE) / "rules/en"}}, diagnostics);
  files.facts.push_back({"test.facts", "test.facts", facts});
  const std::shared_ptr<const Brain> brain = Brain::Build(files, diagnostics);  // warns of the shared name
  EXPECT_FALSE(Asked(brain, "How many sails?", {"Tell me about Old Rotor"}).text.empty());
}

}  // namespace
}  // namespace docent
