#include "bot/answering/bm25.h"

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

TEST(BestByBm25, PutsTheFactThatHoldsTheRarerTermFirst) {
  const FrameTable table = TableOf({{1, 5}, {2, 6}, {1, 7}, {8, 9}, {10, 11}});
  EXPECT_EQ(BestByBm25(table, std::vector<TermKey>{1, 2}, 9), (std::vector<FactId>{1, 0, 2}));
}

TEST(BestByBm25, PutsTheShorterFactFirst) {
  const FrameTable table = TableOf({{1, 5, 6, 7, 8}, {1, 5}, {9}, {10}, {11}});
  EXPECT_EQ(BestByBm25(table, std::vector<TermKey>{1}, 1), (std::vector<FactId>{1}));
}

TEST(BestByBm25, FindsNothingForTermsThatNoFactHolds) {
  EXPECT_TRUE(BestByBm25(TableOf({{1}}), std::vector<TermKey>{2}, 9).empty());
  EXPECT_TRUE(BestByBm25(FrameTable(), {}, 9).empty());
}

// SQLite's full-text index of the same facts: slow and plain.
class FullTextIndex {
 public:
  explicit FullTextIndex(const std::vector<std::set<TermKey>>& facts) {
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

TEST(BestByBm25, OrdersAsSqlitesFullTextIndexDoes) {
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
  const FullTextIndex plain(facts);
  for (int round = 0; round < 200; ++round) {
    std::set<TermKey> chosen;
    while (chosen.size() < 1 + static_cast<size_t>(round) % 12) {
      const TermKey key = 1 + random() % kTerms;
      if (table.FactsWith(key) > 0 && table.FactsWith(key) <= FrameTable::kMostListed) chosen.insert(key);
    }
    std::vector<TermKey> keys(chosen.begin(), chosen.end());
    std::shuffle(keys.begin(), keys.end(), random);
    for (const size_t limit : {size_t{5}, size_t{96}, kFacts})
      ASSERT_EQ(BestByBm25(table, keys, limit), plain.Best(keys, limit));
  }
}

}  // namespace
}  // namespace docent
