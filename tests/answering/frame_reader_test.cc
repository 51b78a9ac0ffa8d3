#include "bot/answering/frame_reader.h"

#include <gtest/gtest.h>

#include <span>
#include <string>
#include <vector>

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

void ExpectTheSame(std::span<const FrameTerm> terms, const std::vector<FrameTerm>& all, size_t& place) {
  for (const FrameTerm& term : terms) {
    ASSERT_LT(place, all.size());
    EXPECT_EQ(all[place].key, term.key);
    EXPECT_EQ(all[place++].places, term.places);
  }
}

TEST_P(FrameReaderTest, ReadsNamesAndFactsInOrderAndAsOneBuilderDoes) {
  const Knowledge knowledge = ShipsOf(GetParam());
  const std::vector<std::vector<EntityId>> nested(knowledge.entities.size());
  Vocabulary vocabulary;
  for (EntityId id = 0; id < knowledge.entities.size(); ++id)
    vocabulary.Add(SplitWords(knowledge.entities[id].name), {MeaningKind::kEntity, id}, true);
  const RuleSet rules;
  FrameBuilder builder(knowledge, vocabulary, rules, nested);
  FrameReader reader(knowledge, vocabulary, rules, nested);
  uint32_t name = 0;
  FactId fact = 0;
  while (const std::optional<FrameReader::Read> read = reader.Next()) {
    const FrameStretch& stretch = read->stretch;
    size_t place = 0;
    size_t use = 0;
    for (size_t i = 0; i < stretch.counts.size(); ++i) {
      if (read->are_names) {
        EXPECT_EQ(fact, 0U);
        const std::span<const FrameTerm> terms = builder.BuildName(name++);
        ASSERT_EQ(stretch.counts[i], terms.size());
        ExpectTheSame(terms, stretch.terms, place);
        continue;
      }
      ASSERT_LT(fact, knowledge.facts.size());
      const FrameBuilder::Held held = builder.Build(knowledge.facts[fact++]);
      ASSERT_EQ(stretch.counts[i], held.terms.size());
      ExpectTheSame(held.terms, stretch.terms, place);
      ASSERT_EQ(stretch.use_counts[i], held.uses.size());
      for (const NameUse& held_name : held.uses) ASSERT_EQ(stretch.uses[use++].name, held_name.name);
    }
    ASSERT_TRUE(stretch.counts.size() == FrameTable::kOfStretch || name == FrameBuilder::NamesIn(knowledge));
  }
  EXPECT_EQ(name, FrameBuilder::NamesIn(knowledge));
  EXPECT_EQ(fact, knowledge.facts.size());
}

INSTANTIATE_TEST_SUITE_P(Sizes, FrameReaderTest,
                         testing::Values(0, 1, FrameTable::kOfStretch, 3 * FrameTable::kOfStretch + 1));

TEST(FrameReader, MayBeLeftBeforeItsEnd) {
  const Knowledge knowledge = ShipsOf(3 * FrameTable::kOfStretch);
  const std::vector<std::vector<EntityId>> nested(knowledge.entities.size());
  const Vocabulary vocabulary;
  const RuleSet rules;
  FrameReader reader(knowledge, vocabulary, rules, nested);
  EXPECT_TRUE(reader.Next());
}

}  // namespace
}  // namespace docent
