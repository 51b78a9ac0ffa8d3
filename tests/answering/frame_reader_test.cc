#include "bot/answering/frame_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "bot/knowledge/loader.h"

namespace docent {
namespace {

// Ships of which one thing is said, and which are called after each other.
Knowledge ShipsOf(size_t count) {
  std::string text = "attribute: length\nkind: number\n\n";
  for (size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    text += "entity: Ship " + number + "\n\nfact: length\nvalue: " + number + "\nsays: Ship " + number +
            " is longer than Ship " + std::to_string(i / 2) + ".\n\n";
  }
  Diagnostics diagnostics;
  Knowledge knowledge = LoadKnowledge({{"ships.facts", "ships.facts", text}}, diagnostics);
  EXPECT_EQ(diagnostics.Render(), "");
  return knowledge;
}

class FrameReaderTest : public testing::TestWithParam<size_t> {};

TEST_P(FrameReaderTest, ReadsTheFactsInOrderAndAsOneBuilderDoes) {
  const Knowledge knowledge = ShipsOf(GetParam());
  const std::vector<std::vector<EntityId>> nested(knowledge.entities.size());
  Vocabulary vocabulary;
  for (EntityId id = 0; id < knowledge.entities.size(); ++id)
    vocabulary.Add(SplitWords(knowledge.entities[id].name), {MeaningKind::kEntity, id}, true);
  const RuleSet rules;
  FrameBuilder builder(knowledge, vocabulary, rules, nested);
  FrameReader reader(knowledge, vocabulary, rules, nested);
  FactId fact = 0;
  while (const std::optional<FrameStretch> stretch = reader.Next()) {
    size_t place = 0;
    for (const uint32_t count : stretch->counts) {
      ASSERT_LT(fact, knowledge.facts.size());
      const std::span<const FrameTerm> terms = builder.Build(knowledge.facts[fact++]);
      ASSERT_EQ(count, terms.size());
      for (const FrameTerm& term : terms) {
        ASSERT_EQ(stretch->terms[place].key, term.key);
        ASSERT_EQ(stretch->terms[place++].places, term.places);
      }
    }
    ASSERT_TRUE(stretch->counts.size() == FrameTable::kFactsOfStretch || fact == knowledge.facts.size());
  }
  EXPECT_EQ(fact, knowledge.facts.size());
}

INSTANTIATE_TEST_SUITE_P(Sizes, FrameReaderTest,
                         testing::Values(0, 1, FrameTable::kFactsOfStretch, 3 * FrameTable::kFactsOfStretch + 1));

TEST(FrameReader, MayBeLeftBeforeItsEnd) {
  const Knowledge knowledge = ShipsOf(3 * FrameTable::kFactsOfStretch);
  const std::vector<std::vector<EntityId>> nested(knowledge.entities.size());
  const Vocabulary vocabulary;
  const RuleSet rules;
  FrameReader reader(knowledge, vocabulary, rules, nested);
  EXPECT_TRUE(reader.Next());
}

}  // namespace
}  // namespace docent
