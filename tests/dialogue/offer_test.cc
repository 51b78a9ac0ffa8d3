// Questions that name the things to choose from.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: market-leaflet
title: Leaflet of the market

entity: North Hall
also: the hall

fact: wares
value: bread; honey; cheese
of: North Hall
says: Bread, honey and cheese are sold in the North Hall.

fact: stalls
value: 40
of: North Hall
says: The North Hall has 40 stalls.

entity: Fish Row
type: stall row

entity: Herb Row
type: stall row

entity: Cloth Row
type: stall row

fact: lantern
value: a green lantern
of: Herb Row
says: Herb Row has a green lantern.

fact: ground floor goods
value: salted fish; sea sponges
of: North Hall
says: On the ground floor are salted fish and sea sponges.

fact: first floor goods
value: smoked trout; sea salt
of: North Hall
says: On the first floor are smoked trout and sea salt.

fact: support
value: new traders
of: North Hall
says: The North Hall supports its new traders, among big changes.
)";

std::string Said(const std::string& question) {
  static const std::shared_ptr<const Brain> brain = BrainOf(kFacts);
  const std::string text = Asked(brain, question).text;
  return text.substr(0, text.find('.'));
}

TEST(Offer, MayStandBeforeTheQuestion) {
  EXPECT_EQ(Said("Of bread, honey and shoes, which is not sold in the North Hall?"), "Shoes");
}

TEST(Offer, MayStandBehindItsWhich) {
  EXPECT_EQ(Said("Which of bread, shoes and cheese is not sold in the North Hall?"), "Shoes");
}

TEST(Offer, MayBeTheSentenceBefore) {
  EXPECT_EQ(Said("Odd one out: honey, shoes, cheese. Which of them is not sold in the North Hall?"), "Shoes");
}

TEST(Offer, IsNoStatement) {
  EXPECT_NE(Said("Suppose the hall has 40 stalls and 30 of them are let. How many are not?"), "30 of them are let");
}

// What stands at a colon is held against the facts thing by thing, also where "or" joins it.
TEST(Offer, OfNamesAtAColonIsEachByItself) {
  EXPECT_EQ(Said("Which of these has a green lantern: Fish Row, Herb Row or Cloth Row?"), "Herb Row");
  EXPECT_EQ(Said("Which of these has a green lantern: Cloth Row, Fish Row or Herb Row?"), "Herb Row");
}

TEST(Offer, BehindItsWhichEndsBeforeTheVerb) {
  EXPECT_EQ(Said("Which of Fish Row, Herb Row and Cloth Row got a green lantern?"), "Herb Row");
}

// "Sea sponges" shares a word with the sea salt of the floor, which makes it no thing of that floor.
TEST(Offer, IsHeldWholeRatherThanInPart) {
  EXPECT_EQ(Said("Salted fish, sea sponges, smoked trout: which of these is on the first floor?"), "Smoked trout");
}

// "Big ones" are nothing that a fact could hold.
TEST(Offer, NamesThings) {
  EXPECT_NE(Said("Whom does the North Hall support: only big ones or also foreign ones?"), "Only big ones");
}

}  // namespace
}  // namespace docent
