#include "bot/rules/vocabulary.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace docent {
namespace {

Vocabulary Ships() {
  Vocabulary vocabulary;
  const auto add = [&](std::string_view text, Meaning meaning, bool exact) {
    vocabulary.Add(SplitWords(text), meaning, exact);
  };
  add("Aurora", {MeaningKind::kEntity, 3}, true);
  add("Aurora", {MeaningKind::kEntity, 70'000}, true);
  add("Aurora shipyards", {MeaningKind::kEntity, 4}, false);
  add("crew", {MeaningKind::kAttribute, 0}, false);
  add("crew", {MeaningKind::kClass, 7}, false);
  add("the", {MeaningKind::kFunction, 0}, true);
  vocabulary.IndexSpelling({{"sailing", 2}, {"mast", 1}});
  return vocabulary;
}

// All that it finds in the text, and near the words of it.
std::string FoundIn(const Vocabulary& vocabulary, std::string_view text) {
  std::string found;
  const std::vector<Word> words = SplitWords(text);
  for (size_t i = 0; i < words.size(); ++i) {
    found += words[i].text;
    if (vocabulary.Knows(words[i])) found += " known";
    if (vocabulary.IsOfFacts(words[i])) found += " of facts";
    for (const Vocabulary::Match& match : vocabulary.MatchesAt(words, i)) {
      found += " " + std::to_string(match.length) + ":";
      for (const Meaning& meaning : match.meanings)
        found += " " + std::to_string(static_cast<int>(meaning.kind)) + "/" + std::to_string(meaning.id);
    }
    for (const Vocabulary::Neighbour& near : vocabulary.Near(words[i].text, 3))
      found += " ~" + near.word + "/" + std::to_string(near.edits) + "/" + std::to_string(near.uses);
    found += "\n";
  }
  return found;
}

std::optional<Vocabulary> Unpacked(std::span<const unsigned char> bytes) {
  Unpacker unpacker(bytes);
  return Vocabulary::Unpack(unpacker);
}

TEST(Vocabulary, IsPackedWhole) {
  Packer packer;
  Ships().Pack(packer);
  const std::optional<Vocabulary> unpacked = Unpacked(packer.bytes());
  ASSERT_TRUE(unpacked);
  constexpr std::string_view kText = "the Auroa of the Aurora shipyard has a crew sialing by mast";
  EXPECT_EQ(FoundIn(*unpacked, kText), FoundIn(Ships(), kText));
}

TEST(Vocabulary, IsPackedThoughItIsEmpty) {
  Packer packer;
  Vocabulary().Pack(packer);
  EXPECT_TRUE(Unpacked(packer.bytes()));
}

TEST(Vocabulary, IsNothingIfItsBytesEndTooSoon) {
  Packer packer;
  Ships().Pack(packer);
  for (size_t size = 0; size < packer.bytes().size(); ++size) EXPECT_FALSE(Unpacked(packer.bytes().first(size)));
}

}  // namespace
}  // namespace docent
