#include "bot/answering/frame_table.h"

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <random>
#include <utility>
#include <vector>

namespace docent {
namespace {

bool AreEqual(const FrameTerm& one, const FrameTerm& other) {
  return one.key == other.key && one.quality == other.quality && one.places == other.places;
}

// Terms of random names and facts, in a table and as they are.
struct Tables {
  FrameTable packed;
  std::vector<std::vector<FrameTerm>> plain;
};

class RandomTerms {
 public:
  // `standings` says how many pairs of quality and places there may be.
  explicit RandomTerms(uint32_t standings) : standings_(standings) {}

  uint32_t Below(uint32_t bound) { return static_cast<uint32_t>(random_() % bound); }
  std::map<TermKey, FrameTerm> Some(uint32_t most) {
    std::map<TermKey, FrameTerm> terms;
    for (uint32_t i = Below(most); i > 0; --i) {
      const TermKey key = KeyOf(TermSort::kStem, Below(5000) * 0x9E3779B97F4A7C15ULL);
      terms[key] = {key, static_cast<float>(Below(10)) / 10.0F, Below(standings_)};
    }
    return terms;
  }

 private:
  std::mt19937 random_{7};
  uint32_t standings_;
};

void Append(const std::map<TermKey, FrameTerm>& terms, FrameStretch& stretch) {
  for (const auto& [key, term] : terms) stretch.terms.push_back(term);
  stretch.counts.push_back(static_cast<uint32_t>(terms.size()));
}

Tables RandomTables(size_t facts, uint32_t standings) {
  Tables tables;
  RandomTerms random(standings);
  std::vector<std::vector<FrameTerm>> names(FrameTable::kOfStretch + 7);
  FrameStretch stretch;
  for (std::vector<FrameTerm>& name : names) {
    const std::map<TermKey, FrameTerm> terms = random.Some(20);
    for (const auto& [key, term] : terms) name.push_back(term);
    Append(terms, stretch);
    if (stretch.counts.size() < FrameTable::kOfStretch && &name != &names.back()) continue;
    tables.packed.AddNames(stretch);
    stretch = {};
  }
  for (size_t fact = 0; fact < facts; ++fact) {
    std::map<TermKey, FrameTerm> terms = random.Some(30);
    Append(terms, stretch);
    std::vector<FrameTerm>& plain = tables.plain.emplace_back();
    for (const auto& [key, term] : terms) plain.push_back(term);
    const uint32_t uses = random.Below(4);
    stretch.use_counts.push_back(uses);
    for (uint32_t i = 0; i < uses; ++i) {
      const NameUse use = {random.Below(static_cast<uint32_t>(names.size())), uint32_t{1} << (i == 0 ? 31 : i)};
      stretch.uses.push_back(use);
      for (const FrameTerm& term : names[use.name]) plain.push_back({term.key, term.quality, use.place});
    }
    MergeTerms(plain);
    if (stretch.counts.size() < FrameTable::kOfStretch && fact + 1 < facts) continue;
    tables.packed.Add(stretch);
    stretch = {};
  }
  tables.packed.Seal();
  return tables;
}

void ExpectTheSame(const Tables& tables) {
  ASSERT_EQ(tables.packed.size(), tables.plain.size());
  std::map<TermKey, uint32_t> facts_with;
  for (FactId fact = 0; fact < tables.plain.size(); ++fact) {
    size_t place = 0;
    for (const FrameTerm term : tables.packed.TermsOf(fact)) {
      ASSERT_LT(place, tables.plain[fact].size());
      ASSERT_TRUE(AreEqual(term, tables.plain[fact][place++]));
      const std::optional<FrameTerm> found = tables.packed.Find(fact, term.key);
      ASSERT_TRUE(found && AreEqual(*found, term));
      ++facts_with[term.key];
    }
    ASSERT_EQ(place, tables.plain[fact].size());
    ASSERT_EQ(place, tables.packed.LengthOf(fact));
  }
  for (const auto& [key, facts] : facts_with) ASSERT_EQ(tables.packed.FactsWith(key), facts);
}

TEST(FrameTable, GivesBackTheTermsOfAllFacts) { ExpectTheSame(RandomTables(2 * FrameTable::kOfStretch + 5, 64)); }

TEST(FrameTable, HoldsMoreStandingsThanSixteenBitsTell) {
  ExpectTheSame(RandomTables(2 * FrameTable::kOfStretch + 5, 0x80000000));
}

TEST(FrameTable, IsTheSameOfTheParts) {
  Tables tables = RandomTables(FrameTable::kOfStretch + 5, 64);
  const FrameTable original = std::move(tables.packed);
  const std::vector<Bytes> parts = original.Parts();
  std::optional<FrameTable> copy = FrameTable::Of(parts);
  ASSERT_TRUE(copy);
  tables.packed = *std::move(copy);
  ExpectTheSame(tables);
}

TEST(FrameTable, IsNotMadeOfOtherParts) {
  const Tables tables = RandomTables(5, 64);
  std::vector<Bytes> parts = tables.packed.Parts();
  parts[5] = parts[5].first(8);
  EXPECT_FALSE(FrameTable::Of(parts));
  parts.pop_back();
  EXPECT_FALSE(FrameTable::Of(parts));
  EXPECT_FALSE(FrameTable::Of({}));
}

TEST(FrameTable, FindsNoTermThatAFactLacks) {
  FrameTable table;
  table.Add({{{1, 0.5F, 1}, {3, 1, 2}, {2, 1, 4}}, {2, 1}, {}, {0, 0}});
  table.Seal();
  EXPECT_FALSE(table.Find(0, 2));
  EXPECT_FALSE(table.Find(1, 3));
  EXPECT_FALSE(table.Find(1, 9));
  EXPECT_EQ(table.FactsWith(9), 0U);
}

TEST(FrameTable, HoldsNothingWithoutFacts) {
  FrameTable table;
  table.Seal();
  EXPECT_EQ(table.size(), 0U);
  EXPECT_EQ(table.FactsWith(1), 0U);
}

}  // namespace
}  // namespace docent
