// What a question counts.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: mill-leaflet
title: Leaflet of the mill

type: mill

type: machine

type: choir

entity: Reed Mill
type: mill

entity: Tall Mill
type: mill

entity: Oak Choir
type: choir

entity: letter machines
type: machine

fact: singers
of: Oak Choir
value: Reed Mill; Tall Mill
also: people
says: The singers of the Oak Choir are people from the Reed Mill and from the Tall Mill.

fact: clear nights
of: Tall Mill
value: 97
when: 2022
says: There were 97 clear nights at the Tall Mill in 2022.

fact: reading
of: letter machines
value: handwriting
says: The letter machines of the Reed Mill read handwriting.

fact: visitors
of: Reed Mill
value: 9,000
when: 2021
says: The Reed Mill had 9,000 visitors in 2021.
)";

std::string Said(const std::string& question) {
  static const std::shared_ptr<const Brain> brain = BrainOf(kFacts);
  const std::string text = Asked(brain, question).text;
  return text.substr(0, text.find_first_of(".!"));
}

TEST(Count, IsOfTheNounBeforeThePreposition) {
  EXPECT_EQ(Said("How many people from the mills are in the Oak Choir?"), "My facts do not say");
  EXPECT_EQ(Said("How many people of the mills does the Oak Choir have?"), "My facts do not say");
}

TEST(Count, TakesAWordThatSaysLittleForAWayOfSpeaking) {
  EXPECT_EQ(Said("How many nights in 2022 were clear?"), "There were 97 clear nights at the Tall Mill in 2022");
}

TEST(Count, IsNotOfANameThatSoundsLikeMany) {
  EXPECT_EQ(Said("How many letter machines are there?"), "My facts do not say");
  EXPECT_EQ(Said("How many machines are named letter machines?"), "1");
}

TEST(Figure, OfSomethingElseIsNoAnswer) {
  EXPECT_EQ(Said("How many visitors did the Reed Mill have in 2021?"), "The Reed Mill had 9,000 visitors in 2021");
  EXPECT_EQ(Said("How big was the harvest of the Reed Mill in 2021?"), "My facts do not say");
}

}  // namespace
}  // namespace docent
