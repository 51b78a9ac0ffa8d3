// Things of a type above or below a bound, and figures of two times or of all things of a type.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: harbour-leaflet
title: Leaflet of the harbour

type: boat trip
also: trip, tour

type: boat

attribute: fare
kind: money
also: cost, price

attribute: duration
kind: span
also: take, last

attribute: crew
kind: count
also: sailors
of: boat

attribute: passengers
kind: count
also: guests

attribute: building year
kind: date
also: built

entity: Bay Round
type: boat trip

entity: Island Cruise
type: boat trip

entity: Seal Watch
type: boat trip

entity: Petrel
type: boat

entity: Gannet
type: boat

fact: fare
of: Bay Round
value: 12 pounds
says: The Bay Round costs 12 pounds.

fact: fare
of: Island Cruise
value: 45 pounds
says: The Island Cruise costs 45 pounds.

fact: fare
of: Seal Watch
value: 30 pounds
says: The Seal Watch costs 30 pounds.

fact: duration
of: Bay Round
value: 40 minutes
says: The Bay Round takes 40 minutes.

fact: duration
of: Island Cruise
value: 150 minutes
says: The Island Cruise takes 150 minutes.

fact: crew
of: Petrel
value: 4
says: The Petrel has a crew of 4.

fact: crew
of: Gannet
value: 7
says: The Gannet has a crew of 7.

fact: building year
of: Petrel
value: 1987
says: The Petrel was built in 1987.

fact: building year
of: Gannet
value: 2004
says: The Gannet was built in 2004.

fact: passengers
of: Petrel
value: 9,000
when: 2021
says: In 2021 the Petrel had 9,000 passengers.

fact: passengers
of: Petrel
value: 12,500
when: 2023
says: In 2023 the Petrel had 12,500 passengers.
)";

std::string Said(const std::string& question) {
  static const std::shared_ptr<const Brain> brain = BrainOf(kFacts);
  const Answer answer = Asked(brain, question);
  return answer.status == Status::kAnswered ? answer.text : "";
}

bool BeginsWith(const std::string& question, const std::string& words) { return Said(question).starts_with(words); }

TEST(Filter, TakesAMeasureInTheAskersWords) {
  EXPECT_TRUE(BeginsWith("Which trips cost less than 35 pounds?", "Bay Round, Seal Watch."));
  EXPECT_TRUE(BeginsWith("Which tours don't cost more than 20 pounds?", "Bay Round."));
}

TEST(Filter, MayBeCounted) { EXPECT_TRUE(BeginsWith("How many trips cost more than 20 pounds?", "2.")); }

TEST(Filter, ReadsABoundInAnotherUnitOfTime) {
  EXPECT_TRUE(BeginsWith("Which trips take longer than two hours?", "Island Cruise."));
}

TEST(Filter, HoldsNoCurrencyAgainstAnother) { EXPECT_EQ(Said("Which trips cost less than 35 euros?"), ""); }

TEST(Change, IsWorkedOutOfTwoYears) {
  EXPECT_NE(Said("By how many did the passengers of the Petrel grow between 2021 and 2023?").find("3500"),
            std::string::npos);
}

TEST(Total, IsOfAllThingsOfAType) {
  EXPECT_TRUE(BeginsWith("How many sailors do the two boats have altogether?", "In all 11."));
}

TEST(Compare, IsNotAnsweredByOneSide) { EXPECT_EQ(Said("Did more seals than gulls watch the Bay Round?"), ""); }

}  // namespace
}  // namespace docent
