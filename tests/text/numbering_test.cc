#include "bot/text/numbering.h"

#include <gtest/gtest.h>

#include <random>
#include <unordered_map>

namespace docent {
namespace {

TEST(Numbering, NumbersValuesInTheOrderInWhichTheyCome) {
  Numbering numbering;
  EXPECT_EQ(numbering.NumberOf(50), 0U);
  EXPECT_EQ(numbering.NumberOf(7), 1U);
  EXPECT_EQ(numbering.NumberOf(50), 0U);
  EXPECT_EQ(numbering.size(), 2U);
}

TEST(Numbering, DoesNotKnowWhatWasNotNumbered) {
  Numbering numbering;
  EXPECT_EQ(numbering.Find(0), Numbering::kUnknown);
  numbering.NumberOf(1);
  EXPECT_EQ(numbering.Find(0), Numbering::kUnknown);
}

TEST(Numbering, AgreesWithAMapOfManyValues) {
  Numbering numbering;
  std::unordered_map<uint64_t, uint32_t> plain;
  std::mt19937_64 random(7);
  for (int i = 0; i < 20000; ++i) {
    const uint64_t value = (random() % 8000) << (i % 40);
    const auto next = static_cast<uint32_t>(plain.size());
    ASSERT_EQ(numbering.NumberOf(value), plain.try_emplace(value, next).first->second);
  }
  for (const auto& [value, number] : plain) {
    ASSERT_EQ(numbering.Find(value), number);
    ASSERT_EQ(numbering.ValueOf(number), value);
  }
}

TEST(Numbering, SortsItsValuesAndSaysTheirNewNumbers) {
  Numbering numbering;
  for (const uint64_t value : {30, 10, 20}) numbering.NumberOf(value);
  EXPECT_EQ(numbering.Sort(), (std::vector<uint32_t>{2, 0, 1}));
  EXPECT_EQ(numbering.Find(30), 2U);
  EXPECT_EQ(numbering.ValueOf(0), 10U);
}

TEST(Numbering, IsTheSameOfItsValues) {
  Numbering numbering;
  for (uint64_t value = 0; value < 100; ++value) numbering.NumberOf(value * value);
  Numbering copy(numbering.values());
  for (uint64_t value = 0; value < 100; ++value) EXPECT_EQ(copy.Find(value * value), value);
  EXPECT_EQ(copy.Find(2), Numbering::kUnknown);
  EXPECT_EQ(copy.NumberOf(2), 100U);
}

}  // namespace
}  // namespace docent
