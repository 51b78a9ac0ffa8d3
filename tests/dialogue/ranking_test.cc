// Superlatives in the asker's own words.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: bakery-leaflet
title: Leaflet of the bakery

type: loaf
also: bread

attribute: price
kind: money
also: cost
of: loaf
low: cheapest

attribute: weight
kind: number
also: weigh, heavy
of: loaf
high: heaviest

type: oven

attribute: loaves
kind: count
of: oven
high: most

entity: old oven
type: oven

fact: loaves
value: 200
says: The old oven bakes 200 loaves.

type: shop

attribute: breads
kind: count
of: shop

entity: Corner Bakery
type: shop

fact: breads
value: 12
says: The Corner Bakery sells 12 breads.

entity: Miller's Rye
type: loaf

entity: Oat Crown
type: loaf

entity: Sun Braid
type: loaf

fact: price
of: Miller's Rye
value: 4 euros
says: Miller's Rye costs 4 euros.

fact: price
of: Oat Crown
value: 6 euros
says: The Oat Crown costs 6 euros.

fact: price
of: Sun Braid
value: 3 euros
says: The Sun Braid costs 3 euros.

fact: weight
of: Miller's Rye
value: 900 grams
says: Miller's Rye weighs 900 grams.

fact: weight
of: Oat Crown
value: 700 grams
says: The Oat Crown weighs 700 grams.
)";

Answer Asked(const std::string& question) {
  static const std::shared_ptr<const Brain> brain = BrainOf(kFacts);
  return docent::Asked(brain, question);
}

TEST(Ranking, FindsTheMeasureInOtherWords) {
  EXPECT_TRUE(Asked("For which loaf do you pay the least?").text.starts_with("Sun Braid."));
  EXPECT_TRUE(Asked("Which bread costs the most money?").text.starts_with("Oat Crown."));
}

TEST(Ranking, TakesTheMeasureOfTheSuperlative) {
  EXPECT_TRUE(Asked("Which loaf has the heaviest crumb?").text.starts_with("Miller's Rye."));
}

TEST(Ranking, DoesNotRankHowManyThereAre) {
  EXPECT_FALSE(Asked("What is the cheapest bread of the Corner Bakery?").text.starts_with("12"));
}

TEST(Ranking, LeavesAloneWhatIsNotMeasured) {
  EXPECT_EQ(Asked("Which loaf has the most raisins?").status, Status::kUnknown);
  EXPECT_EQ(Asked("Which loaf is baked the longest?").status, Status::kUnknown);
}

}  // namespace
}  // namespace docent
