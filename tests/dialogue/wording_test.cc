// Words that look like something else than they are.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: pier-leaflet
title: Leaflet of the pier

type: person

type: company
kind: body

attribute: founding
kind: date
also: founded, set up, established

attribute: purpose
kind: text
also: does, is for

attribute: spokesman
kind: person
also: speaks for, works for

attribute: renewal
kind: money

entity: Old Pier Company
type: company
also: old pier company of Skerry, pier company of Skerry

entity: Rival Pier Company
type: company

entity: Nils Aas
type: person

fact: founding
of: Old Pier Company
value: March 1901
says: The Old Pier Company was founded in March 1901.

fact: purpose
of: Old Pier Company
value: runs the pier
says: The Old Pier Company runs the pier.

fact: spokesman
of: Rival Pier Company
value: Nils Aas
says: Nils Aas is the spokesman of the Rival Pier Company.

event: renewal of the planks
verb: renew, replace
who: Old Pier Company
what: all planks
amount: 70,000 pounds
says: The Old Pier Company has renewed all planks for 70,000 pounds.

fact: view
of: Old Pier Company
value: the safest pier in twenty years
by: Nils Aas
also: calls
says: Nils Aas calls it the safest pier in twenty years.
)";

Answer Asked(const std::string& question) {
  static const std::shared_ptr<const Brain> brain = BrainOf(kFacts);
  return docent::Asked(brain, question);
}

TEST(Wording, JoinsNamesThatOverlap) {
  EXPECT_NE(Asked("When was the old pier company of Skerry founded?").text.find("March 1901"), std::string::npos);
}

TEST(Wording, LeavesThePrepositionToItsDate) {
  EXPECT_TRUE(Asked("The Old Pier Company was set up in 1899, right?").text.starts_with("No."));
  EXPECT_TRUE(Asked("The Old Pier Company was set up in 1901, right?").text.starts_with("Yes."));
}

TEST(Wording, TakesNoAuxiliaryForAnAttribute) {
  EXPECT_NE(Asked("When does the Old Pier Company say it was founded?").text.find("March 1901"), std::string::npos);
}

TEST(Wording, CountsNobodyByTheOneWhoIsNamed) {
  EXPECT_EQ(Asked("How many people work for the Rival Pier Company?").status, Status::kUnknown);
}

TEST(Wording, TakesTheSumOfADeedForItsCost) {
  EXPECT_NE(Asked("How much did the new planks cost?").text.find("70,000"), std::string::npos);
}

TEST(Wording, FindsFiguresInSentencesHoweverTheyAreWritten) {
  EXPECT_NE(Asked("Who calls it the safest pier in 20 years?").text.find("Nils Aas"), std::string::npos);
}

TEST(Wording, NegatesNothingByWhatIsStatedFirst) {
  EXPECT_NE(Asked("It was not set up yesterday, so when was the Old Pier Company founded?").text.find("March 1901"),
            std::string::npos);
}

}  // namespace
}  // namespace docent
