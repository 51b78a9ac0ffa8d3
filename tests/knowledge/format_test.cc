#include "bot/knowledge/format.h"

#include <gtest/gtest.h>

namespace docent {
namespace {

TEST(FormatBlocks, WritesOneSpaceAfterAKeyAndOneBlankLineBetweenBlocks) {
  EXPECT_EQ(FormatBlocks("\n\nEntity:Aurora  \ntype :  ship\n \n\n\nfact: crew\nsays @zh:  船员\n\n"),
            "entity: Aurora\ntype: ship\n\nfact: crew\nsays@zh: 船员\n");
}

TEST(FormatBlocks, KeepsCommentsAndContinuedLines) {
  const std::string content = "# a  comment\nentity: A\n# inside\nalso: B,\n+ C\n\n# between\n\nentity: D\n";
  EXPECT_EQ(FormatBlocks(content), content);
}

TEST(FormatBlocks, KeepsSpaceAndColonsInsideAValue) {
  EXPECT_EQ(FormatBlocks("ask:\t[the]  time: {when}\n"), "ask: [the]  time: {when}\n");
}

TEST(FormatBlocks, TakesCarriageReturnsAndTheByteOrderMarkAway) {
  EXPECT_EQ(FormatBlocks("\xEF\xBB\xBF"
                         "entity: A\r\n\r\nentity: B"),
            "entity: A\n\nentity: B\n");
}

TEST(FormatBlocks, LeavesWhatIsNoPartOfTheFormat) {
  EXPECT_EQ(FormatBlocks("entity: A\n  lost words\n"), "entity: A\n  lost words\n");
  EXPECT_EQ(FormatBlocks("a\xFF:b"), "a\xFF:b");
}

}  // namespace
}  // namespace docent
