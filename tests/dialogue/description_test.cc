// Things that a question names only by what is said of them.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: quay-leaflet
title: Leaflet of the quay

type: person
kind: person

type: company
kind: body
also: firm

type: warehouse

attribute: manager
kind: person
also: heads, runs, leads
of: company

attribute: partner
kind: body
also: works with, teamed up with

attribute: clerks
kind: count

attribute: study place
kind: place
also: study, studied

attribute: founder
kind: person
also: founded

attribute: floors
kind: count
of: warehouse

entity: Salt Company
type: company

entity: Rope Company
type: company

entity: Ida Falk
type: person

entity: Olaf Berg
type: person

entity: Tide House
type: warehouse

entity: North Wing

fact: manager
of: Salt Company
value: Ida Falk
says: Ida Falk is the manager of the Salt Company.

fact: partner
of: Salt Company
value: Rope Company
says: The Salt Company works with the Rope Company.

fact: clerks
of: Salt Company
value: 14
says: The Salt Company has 14 clerks.

fact: clerks
of: Rope Company
value: 30
says: The Rope Company has 30 clerks.

fact: founder
of: Rope Company
value: Olaf Berg
says: Olaf Berg founded the Rope Company.

fact: study place
of: Olaf Berg
value: Lund
says: Olaf Berg studied in Lund.

fact: wing
of: Tide House
value: North Wing
says: The Tide House has a North Wing.

fact: floors
of: North Wing
value: 4
says: The North Wing has 4 floors.
)";

std::string Said(const std::string& question) {
  static const std::shared_ptr<const Brain> brain = BrainOf(kFacts);
  const Answer answer = Asked(brain, question);
  return answer.status == Status::kAnswered ? answer.text : "";
}

bool Says(const std::string& question, const std::string& words) {
  return Said(question).find(words) != std::string::npos;
}

TEST(Description, LeavesSomethingToBeAskedOfTheThing) {
  EXPECT_TRUE(Says("the company that works with the Rope Company, how many clerks has it got?", "14 clerks"));
  EXPECT_TRUE(Says("How many clerks does the company have that works with the Rope Company?", "14 clerks"));
}

TEST(Description, MayBeOfAPerson) {
  EXPECT_TRUE(Says("Where did the founder of the Rope Company study?", "Lund"));
  EXPECT_TRUE(Says("Where did the man who founded the Rope Company study?", "Lund"));
}

TEST(Description, GoesBeforeAFactThatAccountsForLess) {
  EXPECT_TRUE(Says("Who heads the company that teamed up with the Rope Company?", "Ida Falk"));
}

TEST(Part, AccountsForItsWhole) { EXPECT_TRUE(Says("How many floors has the North Wing of the Tide House?", "4")); }

TEST(Part, DoesNotAccountForAnotherThing) {
  EXPECT_EQ(Said("How many floors has the North Wing of the Salt Company?"), "");
}

}  // namespace
}  // namespace docent
