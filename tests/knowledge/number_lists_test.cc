#include "bot/knowledge/number_lists.h"

#include <gtest/gtest.h>

#include <vector>

namespace docent {
namespace {

std::vector<uint32_t> ListOf(const NumberLists& lists, uint32_t key) {
  return {lists.Of(key).begin(), lists.Of(key).end()};
}

TEST(NumberLists, HasTheNumbersOfEachKeyInTheirOrder) {
  const NumberLists lists(3, {{2, 7}, {0, 5}, {2, 3}});
  EXPECT_EQ(ListOf(lists, 0), (std::vector<uint32_t>{5}));
  EXPECT_EQ(ListOf(lists, 1), (std::vector<uint32_t>{}));
  EXPECT_EQ(ListOf(lists, 2), (std::vector<uint32_t>{7, 3}));
}

TEST(NumberLists, HasNothingForAKeyThatThereIsNot) {
  EXPECT_TRUE(ListOf(NumberLists(1, {{0, 5}}), 1).empty());
  EXPECT_TRUE(ListOf(NumberLists(1, {{0, 5}}), 0xFFFFFFFF).empty());
  EXPECT_TRUE(ListOf(NumberLists(), 0).empty());
}

TEST(NumberLists, IsPackedWhole) {
  Packer packer;
  packer.Put(NumberLists(3, {{2, 7}, {0, 5}, {2, 3}}));
  NumberLists lists;
  Unpacker unpacker(packer.bytes());
  unpacker.Take(lists);
  EXPECT_TRUE(unpacker.is_whole());
  EXPECT_EQ(ListOf(lists, 2), (std::vector<uint32_t>{7, 3}));
}

}  // namespace
}  // namespace docent
