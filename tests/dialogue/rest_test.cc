// What a share leaves: "what part of them comes from elsewhere".

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: fair-leaflet
title: Leaflet of the fair

type: fair

type: school

type: town

entity: Autumn Fair
type: fair

entity: Brass School
type: school

entity: Ashby
type: town

fact: visitors from the town
of: Autumn Fair
value: a third
where: Ashby
says: A third of the Autumn Fair's visitors come from Ashby.

fact: guests from the town
of: Brass School
value: half
where: Ashby
says: Half of the guests of the Brass School come from Ashby.

fact: lamps sold abroad
of: Brass School
value: 30 %
from: Ashby
says: 30 % of the lamps of the Brass School are exported from Ashby.

fact: flutes sold
of: Brass School
value: 40 %
says: 40 % of the flutes of the Brass School are not sold but lent.
)";

std::string Said(const std::string& question) {
  static const std::shared_ptr<const Brain> brain = BrainOf(kFacts);
  return SaidTo(brain, question);
}

TEST(Rest, OfAShareIsWhatItLeaves) {
  for (const char* question : {"What fraction of the Autumn Fair's visitors come from outside Ashby?",
                               "What share of the visitors of the Autumn Fair come from somewhere other than Ashby?",
                               "Roughly how large a share of the Autumn Fair's visitors is not from Ashby?"}) {
    const std::string text = Said(question);
    EXPECT_TRUE(text.starts_with("That leaves 2/3 (67 %).")) << question << ": " << text;
  }
}

TEST(Rest, IsNoFractionWhereAPercentageTellsIt) {
  const std::string text = Said("What share of the guests of the Brass School come from outside Ashby?");
  EXPECT_TRUE(text.starts_with("That leaves 50 %.")) << text;
}

TEST(Rest, IsToldByAFactThatSpeaksOfItself) {
  EXPECT_EQ(Said("What share of the flutes of the Brass School is not sold?").find("60"), std::string::npos);
}

// What is exported from a town is what is sold outside it.
TEST(Rest, IsOfWhatIsInsideOnly) {
  EXPECT_EQ(Said("What share of the lamps of the Brass School is sold outside Ashby?").find("70"), std::string::npos);
}

}  // namespace
}  // namespace docent
