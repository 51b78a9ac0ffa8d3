#include "bot/knowledge/knowledge_image.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "bot/knowledge/loader.h"

namespace docent {
namespace {

// One of everything that fact files can say.
constexpr std::string_view kShips =
    "source: log\ntitle: The log\ntitle@zh: 日志\nalso: book; diary\npublisher: Kiel\nnote: kept\n\n"
    "type: vessel\nalso: craft\n\ntype: ship\nisa: vessel\nkind: body\n\n"
    "attribute: crew\nkind: count\nalso: sailors\nreverse: manned by\nhigh: fullest\nlow: emptiest\nunit: men\n"
    "of: ship\ndefault: yes\n\nattribute: port\nto: vessel\n\n"
    "entity: Aurora\nalso: Dawn\nentity@zh: 曙光\ntype: ship\nport: Kiel; Lund\n\n"
    "fact: crew\nvalue: more than 60\nwhen: 24 May 2018\nonly: yes\nstatus: planned\nparagraph: 3\nsays: Sixty sail.\n"
    "says@zh: 六十人。\nalso: hands\ndenies: seventy sail\ntest: how many sail => 60 ; men\nnever: who sank\n"
    "open: who came > and left => Ann\n\n"
    "event: Race\nverb: run, sail\nwho: Aurora\nwithin: 5 years\namount: 12 crowns\n";

std::string Packed(const Knowledge& knowledge) {
  std::string bytes;
  for (const Packer& part : PackKnowledge(knowledge)) bytes.append(part.bytes().begin(), part.bytes().end());
  return bytes;
}

Knowledge Ships(size_t more = 0) {
  std::string content(kShips);
  for (size_t i = 0; i < more; ++i) {
    content += "\nentity: Ship " + std::to_string(i) + "\n\nfact: crew\nvalue: " + std::to_string(i) + "\n";
  }
  Diagnostics diagnostics;
  Knowledge knowledge = LoadKnowledge({{"ships.facts", "ships.facts", content}}, diagnostics);
  EXPECT_EQ(diagnostics.Render(), "");
  knowledge.attached.Add("ships.csv", "Aurora");
  return knowledge;
}

std::optional<Knowledge> Unpacked(const std::vector<Packer>& packed, size_t parts) {
  std::vector<Bytes> bytes;
  for (size_t i = 0; i < parts; ++i) bytes.push_back(packed[i].bytes());
  return UnpackKnowledge(bytes);
}

TEST(KnowledgeImage, GivesBackAllThatWasSaid) {
  const Knowledge knowledge = Ships();
  const std::vector<Packer> packed = PackKnowledge(knowledge);
  const std::optional<Knowledge> unpacked = Unpacked(packed, packed.size());
  ASSERT_TRUE(unpacked);
  EXPECT_EQ(Packed(*unpacked), Packed(knowledge));
  const Fact& fact = unpacked->facts[1];
  EXPECT_EQ(unpacked->NameOf(fact), "ships.facts:34");
  EXPECT_EQ(ToString(*fact.slots[1].values[0].quantity), ToString(*knowledge.facts[1].slots[1].values[0].quantity));
  EXPECT_EQ(fact.Says("zh"), "六十人。");
  EXPECT_EQ(fact.place.ToString(), "ships.facts:34:7");
  EXPECT_EQ(fact.tests.size(), 3U);
  EXPECT_EQ(unpacked->attached.paths, std::vector<std::string>{"ships.csv"});
}

TEST(KnowledgeImage, GivesBackWhatFillsSeveralParts) {
  const Knowledge knowledge = Ships(5000);
  const std::vector<Packer> packed = PackKnowledge(knowledge);
  EXPECT_EQ(packed.size(), 6U);
  const std::optional<Knowledge> unpacked = Unpacked(packed, packed.size());
  ASSERT_TRUE(unpacked);
  EXPECT_EQ(Packed(*unpacked), Packed(knowledge));
}

TEST(KnowledgeImage, GivesBackThatNothingIsKnown) {
  const std::vector<Packer> packed = PackKnowledge({});
  const std::optional<Knowledge> unpacked = Unpacked(packed, packed.size());
  ASSERT_TRUE(unpacked);
  EXPECT_TRUE(unpacked->facts.empty());
}

TEST(KnowledgeImage, IsNothingWithoutOneOfItsParts) {
  const std::vector<Packer> packed = PackKnowledge(Ships(5000));
  for (size_t parts = 0; parts < packed.size(); ++parts) EXPECT_FALSE(Unpacked(packed, parts)) << parts;
}

TEST(KnowledgeImage, IsNothingIfAPartEndsTooSoon) {
  const std::vector<Packer> packed = PackKnowledge(Ships());
  for (size_t part = 0; part < packed.size(); ++part) {
    std::vector<Bytes> bytes;
    for (const Packer& whole : packed) bytes.push_back(whole.bytes());
    for (size_t size = 0; size < packed[part].bytes().size(); ++size) {
      bytes[part] = packed[part].bytes().first(size);
      EXPECT_FALSE(UnpackKnowledge(bytes)) << part << " " << size;
    }
  }
}

TEST(KnowledgeImage, TellsTheAttachedFilesFromItsFirstPart) {
  const std::vector<Packer> packed = PackKnowledge(Ships());
  const std::optional<AttachedFiles> attached = UnpackAttached(packed[0].bytes());
  ASSERT_TRUE(attached);
  EXPECT_EQ(attached->paths, std::vector<std::string>{"ships.csv"});
  EXPECT_EQ(attached->hash, Ships().attached.hash);
}

}  // namespace
}  // namespace docent
