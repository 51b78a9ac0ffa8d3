// Claims that a fact bears out only in part.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: bath-leaflet
title: Leaflet of the baths

type: place

type: company
kind: body

type: person
kind: person

attribute: workers
kind: count

attribute: repair
kind: money

entity: Mill Pool
type: place

entity: North Bath
type: place

entity: Maud Perrin
type: person

entity: Aurora
type: company

fact: opening
of: North Bath
value: in May
when: May 2031
status: planned
also: open, opens, opened
says: The North Bath is to open in May 2031.

fact: bill
of: Mill Pool
value: paid
also: pay
says: The Mill Pool paid its bill to the town.

fact: terrace
of: Mill Pool
value: open
says: If the sun shines, the terrace of the Mill Pool is open.

fact: repair
of: North Bath
value: at least 6 million euros
says: The repair of the North Bath costs at least 6 million euros.

fact: workers
of: Aurora
value: 40
when: 2022
from: 30
says: Aurora had 40 workers in 2022, 30 the year before.

fact: training
of: Aurora
by: Maud Perrin
value: takes time
also: need
says: Training people takes time, Maud Perrin says of Aurora.

fact: post
of: Maud Perrin
value: director of Aurora
says: Maud Perrin is director of Aurora, she says.
)";

std::string Said(const std::string& question) {
  static const std::shared_ptr<const Brain> brain = BrainOf(kFacts);
  const std::string text = Asked(brain, question).text;
  return text.substr(0, text.find_first_of(".!"));
}

TEST(Claim, ThatSomethingHasBeenIsNotBorneOutByAPlan) {
  EXPECT_EQ(Said("Has the North Bath opened?"), "No");
  EXPECT_EQ(Said("Is the North Bath to open in May 2031?"), "Yes");
  EXPECT_EQ(Said("Was the North Bath supposed to open in May 2031?"), "Yes");
}

TEST(Claim, OfEverythingIsNotBorneOutByAPart) {
  EXPECT_EQ(Said("Did the Mill Pool pay its bill to the town?"), "Yes");
  EXPECT_EQ(Said("Did the Mill Pool pay everything to the town?"), "My facts do not say");
}

TEST(Claim, IsNotBorneOutByWhatIsSoOnACondition) {
  EXPECT_EQ(Said("Is the terrace of the Mill Pool open?"), "My facts do not say");
  EXPECT_EQ(Said("Is the terrace of the Mill Pool open if the sun shines?"), "Yes");
}

TEST(Claim, OfAYearIsNotBorneOutByTheYearBefore) {
  EXPECT_EQ(Said("Did Aurora have 30 workers in 2022?"), "No");
  EXPECT_EQ(Said("Did Aurora have 40 workers in 2022?"), "Yes");
  EXPECT_EQ(Said("Did Aurora have 30 workers the year before?"), "Yes");
}

TEST(Claim, OfABoundIsRefutedByTheBoundThatExcludesIt) {
  EXPECT_EQ(Said("Does the repair of the North Bath cost at most 6 million euros?"), "No");
  EXPECT_EQ(Said("Does the repair of the North Bath cost no less than 6 million euros?"), "Yes");
}

TEST(Claim, StandsBeforeTheQuestionWhetherItWasSaid) {
  EXPECT_EQ(Said("Training people takes no time at Aurora. Did Maud Perrin really say this?"), "No");
  EXPECT_EQ(Said("Training people takes time at Aurora. Did Maud Perrin really say this?"), "Yes");
}

}  // namespace
}  // namespace docent
