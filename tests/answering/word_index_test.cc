#include "bot/answering/word_index.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <random>
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

std::vector<uint32_t> NumbersOf(const FrameTable& table, const std::vector<TermKey>& keys) {
  std::vector<uint32_t> numbers;
  for (const TermKey key : keys) numbers.push_back(table.NumberOf(key));
  return numbers;
}

std::vector<FactId> Holding(const FrameTable& table, StoreConnection& store, const std::vector<TermKey>& keys) {
  return store.Holding(IndexWords(NumbersOf(table, keys)));
}

std::vector<FactId> Best(const FrameTable& table, StoreConnection& store, const std::vector<TermKey>& keys,
                         size_t limit) {
  return BestByBm25(table, store, NumbersOf(table, keys), limit);
}

TEST(WordIndex, ListsAllFactsThatHoldAnyOfSomeTerms) {
  const FrameTable table = TableOf({{1, 5}, {2, 6}, {1, 2, 7}, {8}});
  StoreConnection store(FillIndex(table));
  EXPECT_EQ(Holding(table, store, {1, 2}), (std::vector<FactId>{0, 1, 2}));
  EXPECT_EQ(Holding(table, store, {8}), (std::vector<FactId>{3}));
  EXPECT_TRUE(store.Holding({}).empty());
}

TEST(WordIndex, PutsTheFactThatHoldsTheRarerTermFirst) {
  const FrameTable table = TableOf({{1, 5}, {2, 6}, {1, 7}, {8, 9}, {10, 11}});
  StoreConnection store(FillIndex(table));
  EXPECT_EQ(Best(table, store, {1, 2}, 9), (std::vector<FactId>{1, 0, 2}));
}

TEST(WordIndex, PutsTheShorterFactFirst) {
  const FrameTable table = TableOf({{1, 5, 6, 7, 8}, {1, 5}, {9}, {10}, {11}});
  StoreConnection store(FillIndex(table));
  EXPECT_EQ(Best(table, store, {1}, 1), (std::vector<FactId>{1}));
}

// What a name adds to a fact stands beside what the fact says itself.
TEST(WordIndex, HoldsATermOnceThatAFactHoldsInSeveralPlaces) {
  FrameTable table;
  table.AddNames({{{1, 1, 0}, {2, 1, 0}}, {2}, {}, {}});
  table.Add({{{1, 1, 2}, {9, 1, 2}, {1, 1, 2}, {7, 1, 2}, {8, 1, 2}}, {2, 2, 1}, {{0, 1}}, {1, 0, 0}});
  table.Seal();
  StoreConnection store(FillIndex(table));
  EXPECT_EQ(Holding(table, store, {2}), (std::vector<FactId>{0}));
  // Were it counted twice, the first fact would be the better one.
  EXPECT_EQ(Best(table, store, {1}, 1), (std::vector<FactId>{1}));
}

TEST(WordIndex, ListsTheFirstFactsOfATermThatTooManyHold) {
  std::vector<std::set<TermKey>> facts;
  for (uint32_t i = 0; i <= kMostScored; ++i) facts.push_back({1, 100 + i});
  facts.front() = {7};
  facts.push_back({1, 8});
  facts.push_back({8});
  const FrameTable table = TableOf(facts);
  ASSERT_EQ(table.FactsWith(1), kMostScored + 1);
  StoreConnection store(FillIndex(table));
  const std::vector<FactId> first = Holding(table, store, {1});
  ASSERT_EQ(first.size(), kMostListed);
  EXPECT_EQ(first.front(), 1U);
  EXPECT_EQ(first.back(), kMostListed);
}

TEST(WordIndex, ListsAllFactsOfATermThatJustEnoughHold) {
  const FrameTable table = TableOf(std::vector<std::set<TermKey>>(kMostScored, {1}));
  StoreConnection store(FillIndex(table));
  EXPECT_EQ(Holding(table, store, {1}).size(), kMostScored);
}

TEST(WordIndex, IsReadWhereItsBytesLie) {
  const FrameTable table = TableOf({{1}, {2}});
  std::vector<unsigned char> copy;
  {
    const std::shared_ptr<const StoreImage> image = FillIndex(table);
    copy.assign(image->bytes().begin(), image->bytes().end());
  }
  StoreConnection store(std::make_shared<StoreImage>(nullptr, copy));
  EXPECT_EQ(Holding(table, store, {2}), (std::vector<FactId>{1}));
}

TEST(WordIndex, HoldsNothingOfNoFacts) {
  StoreConnection store(FillIndex(TableOf({})));
  EXPECT_TRUE(store.Holding(IndexWords({0})).empty());
  EXPECT_TRUE(store.Score(IndexWords({0})).empty());
}

// An FTS5 index with all words of the same facts, which ranks them itself: slow and plain.
class FullIndex {
 public:
  explicit FullIndex(const std::vector<std::set<TermKey>>& facts) {
    sqlite3* raw = nullptr;
    EXPECT_EQ(sqlite3_open(":memory:", &raw), SQLITE_OK);
    database_.reset(raw);
    Run("CREATE VIRTUAL TABLE facts USING fts5(terms)");
    for (size_t fact = 0; fact < facts.size(); ++fact) {
      std::string words;
      for (const TermKey key : facts[fact]) words += "t" + std::to_string(key) + " ";
      Run("INSERT INTO facts(rowid, terms) VALUES(" + std::to_string(fact) + ", '" + words + "')");
    }
  }

  std::vector<FactId> Best(const std::vector<TermKey>& keys, size_t limit) const {
    std::string query;
    for (const TermKey key : keys) query += (query.empty() ? "t" : " OR t") + std::to_string(key);
    return Run("SELECT rowid FROM facts('" + query + "') ORDER BY rank LIMIT " + std::to_string(limit));
  }

 private:
  struct Closer {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
  };

  std::vector<FactId> Run(const std::string& sql) const {
    std::vector<FactId> rows;
    const auto keep = [](void* kept, int, char** values, char**) {
      static_cast<std::vector<FactId>*>(kept)->push_back(static_cast<FactId>(std::stoul(values[0])));
      return 0;
    };
    EXPECT_EQ(sqlite3_exec(database_.get(), sql.c_str(), keep, &rows, nullptr), SQLITE_OK) << sql;
    return rows;
  }

  std::unique_ptr<sqlite3, Closer> database_;
};

TEST(WordIndex, OrdersAsFts5DoesThatHoldsAllWords) {
  constexpr size_t kFacts = 3000;
  constexpr TermKey kTerms = 4000;
  std::mt19937 random(7);
  std::vector<std::set<TermKey>> facts(kFacts);
  for (std::set<TermKey>& terms : facts) {
    // Few terms are common and many are rare, as words are.
    for (size_t i = 1 + random() % 40; i > 0; --i)
      terms.insert(static_cast<TermKey>(std::pow(static_cast<double>(kTerms), (random() % 1000) / 1000.0)));
  }
  const FrameTable table = TableOf(facts);
  const FullIndex plain(facts);
  StoreConnection store(FillIndex(table));
  for (int round = 0; round < 200; ++round) {
    std::set<TermKey> chosen;
    while (chosen.size() < 1 + static_cast<size_t>(round) % 12) {
      const TermKey key = 1 + random() % kTerms;
      if (table.FactsWith(key) > 0 && table.FactsWith(key) <= kMostScored) chosen.insert(key);
    }
    std::vector<TermKey> keys(chosen.begin(), chosen.end());
    std::shuffle(keys.begin(), keys.end(), random);
    for (const size_t limit : {size_t{5}, size_t{96}, kFacts})
      ASSERT_EQ(Best(table, store, keys, limit), plain.Best(keys, limit));
  }
}

}  // namespace
}  // namespace docent
