#include "bot/knowledge/few.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "bot/knowledge/shared_text.h"

namespace docent {
namespace {

// Longer than what a string holds without memory of its own.
std::string Text(size_t number) { return "a text that needs memory, " + std::to_string(number); }

Few<std::string> FewOf(size_t count) {
  Few<std::string> few;
  for (size_t i = 0; i < count; ++i) few.push_back(Text(i));
  return few;
}

std::vector<std::string> Plain(const Few<std::string>& few) { return {few.begin(), few.end()}; }

class FewTest : public testing::TestWithParam<size_t> {};

TEST_P(FewTest, HoldsWhatAVectorHolds) {
  std::vector<std::string> plain;
  for (size_t i = 0; i < GetParam(); ++i) plain.push_back(Text(i));
  const Few<std::string> few = FewOf(GetParam());
  EXPECT_EQ(Plain(few), plain);
  EXPECT_EQ(few.size(), plain.size());
  EXPECT_EQ(few.empty(), plain.empty());
}

TEST_P(FewTest, IsTheSameCopiedMovedAndAssigned) {
  const Few<std::string> few = FewOf(GetParam());
  Few<std::string> copy = few;
  EXPECT_EQ(Plain(copy), Plain(few));
  const Few<std::string> moved = std::move(copy);
  EXPECT_EQ(Plain(moved), Plain(few));
  EXPECT_TRUE(copy.empty());  // NOLINT: a moved list is empty
  for (const size_t before : {size_t{0}, size_t{1}, size_t{4}}) {
    Few<std::string> assigned = FewOf(before);
    assigned = few;
    EXPECT_EQ(Plain(assigned), Plain(few));
    assigned = FewOf(before);
    EXPECT_EQ(assigned.size(), before);
  }
}

INSTANTIATE_TEST_SUITE_P(Sizes, FewTest, testing::Values(0, 1, 2, 3, 9));

TEST(Few, TakesNoMoreRoomThanItsOneAndANumber) { EXPECT_EQ(sizeof(Few<SharedText>), sizeof(SharedText) + 8); }

TEST(Few, CanBeWrittenTo) {
  Few<std::string> few = {"one", "two"};
  few.front() = "three";
  few.back() += "!";
  few[0] += "?";
  EXPECT_EQ(Plain(few), (std::vector<std::string>{"three?", "two!"}));
}

}  // namespace
}  // namespace docent
