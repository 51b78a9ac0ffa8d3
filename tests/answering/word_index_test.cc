#include "bot/answering/word_index.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace docent {
namespace {

// The terms of each fact, each once, in a table.
FrameTable TableOf(const std::vector<std::set<TermKey>>& facts) {
  FrameTable table;
  FrameStretch stretch;
  for (const std::set<TermKey>& terms : facts) {
    for (const TermKey key : terms) stretch.terms.push_back({key, 1, 1});
    stretch.counts.push_back(static_cast<uint32_t>(terms.size()));
    stretch.use_counts.push_back(0);
  }
  table.Add(stretch);
  table.Seal();
  return table;
}

std::vector<std::string> WordsFor(const FrameTable& table, const std::vector<TermKey>& keys) {
  std::vector<std::string> words;
  for (const TermKey key : keys) words.push_back(IndexWord(table.NumberOf(key)));
  return words;
}

TEST(WordIndex, ListsAllFactsThatHoldAnyOfSomeTerms) {
  const FrameTable table = TableOf({{1, 5}, {2, 6}, {1, 2, 7}, {8}});
  StoreConnection store(IndexWords(table));
  EXPECT_EQ(store.Holding(WordsFor(table, {1, 2})), (std::vector<FactId>{0, 1, 2}));
  EXPECT_EQ(store.Holding(WordsFor(table, {8})), (std::vector<FactId>{3}));
  EXPECT_TRUE(store.Holding({}).empty());
}

TEST(WordIndex, PutsTheFactThatHoldsTheRarerTermFirst) {
  const FrameTable table = TableOf({{1, 5}, {2, 6}, {1, 7}, {8, 9}, {10, 11}});
  StoreConnection store(IndexWords(table));
  EXPECT_EQ(store.Propose(WordsFor(table, {1, 2}), 9), (std::vector<FactId>{1, 0, 2}));
}

TEST(WordIndex, PutsTheShorterFactFirst) {
  const FrameTable table = TableOf({{1, 5, 6, 7, 8}, {1, 5}, {9}, {10}, {11}});
  StoreConnection store(IndexWords(table));
  EXPECT_EQ(store.Propose(WordsFor(table, {1}), 1), (std::vector<FactId>{1}));
}

// What a name adds to a fact stands beside what the fact says itself.
TEST(WordIndex, HoldsATermOnceThatAFactHoldsInSeveralPlaces) {
  FrameTable table;
  table.AddNames({{{1, 1, 0}, {2, 1, 0}}, {2}, {}, {}});
  table.Add({{{1, 1, 2}, {9, 1, 2}, {1, 1, 2}, {7, 1, 2}, {8, 1, 2}}, {2, 2, 1}, {{0, 1}}, {1, 0, 0}});
  table.Seal();
  StoreConnection store(IndexWords(table));
  EXPECT_EQ(store.Holding(WordsFor(table, {2})), (std::vector<FactId>{0}));
  // Were it counted twice, the first fact would be the better one.
  EXPECT_EQ(store.Propose(WordsFor(table, {1}), 1), (std::vector<FactId>{1}));
}

TEST(WordIndex, ListsTheFirstFactsOfATermThatTooManyHold) {
  std::vector<std::set<TermKey>> facts;
  for (uint32_t i = 0; i <= kMostScored; ++i) facts.push_back({1, 100 + i});
  facts.front() = {7};
  facts.push_back({1, 8});
  facts.push_back({8});
  const FrameTable table = TableOf(facts);
  ASSERT_EQ(table.FactsWith(1), kMostScored + 1);
  StoreConnection store(IndexWords(table));
  const std::vector<FactId> first = store.Holding(WordsFor(table, {1}));
  ASSERT_EQ(first.size(), kMostListed);
  EXPECT_EQ(first.front(), 1U);
  EXPECT_EQ(first.back(), kMostListed);
}

// How many rare words a fact has is not how long it is.
TEST(WordIndex, PutsTheFactThatHoldsMoreTermsFirstWhereSomeAreLeftOut) {
  std::vector<std::set<TermKey>> facts(kMostScored + 1, {1});
  facts.push_back({2, 9});
  facts.push_back({2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15});
  facts.push_back({3, 16});
  const FrameTable table = TableOf(facts);
  StoreConnection store(IndexWords(table));
  EXPECT_EQ(store.Propose(WordsFor(table, {2, 3}), 1), (std::vector<FactId>{kMostScored + 2}));
}

TEST(WordIndex, ListsAllFactsOfATermThatJustEnoughHold) {
  const FrameTable table = TableOf(std::vector<std::set<TermKey>>(kMostScored, {1}));
  StoreConnection store(IndexWords(table));
  EXPECT_EQ(store.Holding(WordsFor(table, {1})).size(), kMostScored);
}

TEST(WordIndex, IsReadWhereItsBytesLie) {
  const FrameTable table = TableOf({{1}, {2}});
  std::vector<unsigned char> copy;
  {
    const std::shared_ptr<const StoreImage> image = IndexWords(table);
    copy.assign(image->bytes().begin(), image->bytes().end());
  }
  StoreConnection store(std::make_shared<StoreImage>(nullptr, copy));
  EXPECT_EQ(store.Holding(WordsFor(table, {2})), (std::vector<FactId>{1}));
}

TEST(WordIndex, HoldsNothingOfNoFacts) {
  StoreConnection store(IndexWords(TableOf({})));
  EXPECT_TRUE(store.Holding({IndexWord(0)}).empty());
  EXPECT_TRUE(store.Propose({IndexWord(0)}, 9).empty());
}

}  // namespace
}  // namespace docent
