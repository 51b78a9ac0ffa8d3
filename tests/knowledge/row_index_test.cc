#include "bot/knowledge/row_index.h"

#include <gtest/gtest.h>

#include <string>

#include "bot/knowledge/loader.h"
#include "bot/knowledge/name_index.h"

namespace docent {
namespace {

Knowledge LoadShips() {
  Diagnostics diagnostics;
  return LoadKnowledge(
      {{"ships.facts", "ships.facts",
        "type: vessel\n\ntype: ship\nisa: vessel\n\nattribute: builder\n\nattribute: length\nkind: number\n\n"
        "entity: Aurora\ntype: ship\n\nfact: length\nvalue: 90\n\nfact: builder\nvalue: Kessel\n\n"
        "entity: Petrel\ntype: vessel\n\nfact: length\nvalue: 12\n\nfact: builder\nvalue: Kessel\n\n"
        "entity: Kessel\ntype: yard\n\nfact: length\nvalue: about as long as a ship\n"}},
      diagnostics);
}

std::string ToString(const RowIndex& index, const Knowledge& knowledge, std::span<const RowId> rows) {
  std::string text;
  for (const RowId id : rows) {
    const Row row = index.At(id);
    text += (text.empty() ? "" : "; ") + knowledge.entities[row.subject].name + " " + row.value->text;
  }
  return text;
}

class RowIndexTest : public testing::Test {
 protected:
  const Knowledge knowledge_ = LoadShips();
  const RowIndex index_{knowledge_};
  const AttributeId builder_ = 0;
  const AttributeId length_ = 1;
};

TEST_F(RowIndexTest, ReadsAnAttributeInTheOrderOfFacts) {
  EXPECT_EQ(ToString(index_, knowledge_, index_.Of(length_)), "Aurora 90; Petrel 12; Kessel about as long as a ship");
}

TEST_F(RowIndexTest, OrdersQuantitiesBySizeAndLeavesTextsOut) {
  EXPECT_EQ(ToString(index_, knowledge_, index_.BySize(length_)), "Petrel 12; Aurora 90");
}

TEST_F(RowIndexTest, FindsWhatIsSaidOfASubject) {
  EXPECT_EQ(ToString(index_, knowledge_, index_.OfSubject(0, builder_)), "Aurora Kessel");
}

TEST_F(RowIndexTest, FindsWhatPointsToAnEntity) {
  EXPECT_EQ(ToString(index_, knowledge_, index_.PointingTo(2, builder_)), "Aurora Kessel; Petrel Kessel");
}

TEST_F(RowIndexTest, CountsThoseOfATypeBelowAmongThoseOfTheTypeAbove) {
  EXPECT_EQ(index_.Members(0).size(), 2U);
  EXPECT_EQ(index_.Members(1).size(), 1U);
}

TEST_F(RowIndexTest, FindsNothingForWhatItDoesNotKnow) {
  EXPECT_TRUE(index_.Of(99).empty());
  EXPECT_TRUE(index_.OfSubject(kNone, length_).empty());
  EXPECT_TRUE(index_.Members(kNone).empty());
}

TEST(NameIndex, FindsTheFirstOfAName) {
  const Knowledge knowledge = LoadShips();
  const NameIndex names(knowledge);
  EXPECT_EQ(names.EntityNamed("Petrel"), 1U);
  EXPECT_EQ(names.EntityNamed("petrel"), kNone);
  EXPECT_EQ(names.FactNamed(knowledge.NameOf(2)), 2U);
}

}  // namespace
}  // namespace docent
