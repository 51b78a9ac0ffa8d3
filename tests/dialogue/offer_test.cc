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

// "Big ones" are nothing that a fact could hold.
TEST(Offer, NamesThings) {
  EXPECT_NE(Said("Whom does the North Hall support: only big ones or also foreign ones?"), "Only big ones");
}

}  // namespace
}  // namespace docent
