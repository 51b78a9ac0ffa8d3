#include "bot/knowledge/block.h"

#include <gtest/gtest.h>

#include <string>

namespace docent {
namespace {

std::string Shown(std::string_view content, Diagnostics& diagnostics) {
  std::string text;
  for (const Block& block : ParseBlocks("notes.facts", content, diagnostics)) {
    for (const Entry& entry : block.entries) text += entry.key + "@" + entry.language + "=" + entry.value + "|";
    text += "\n";
  }
  return text;
}

std::string Shown(std::string_view content) {
  Diagnostics diagnostics;
  const std::string shown = Shown(content, diagnostics);  // before the diagnostics are rendered
  return shown + diagnostics.Render();
}

TEST(ParseBlocks, PartsBlocksAtBlankLines) {
  EXPECT_EQ(Shown("entity: A\ntype: ship\n\n\nentity: B\n"), "entity@en=A|type@en=ship|\nentity@en=B|\n");
}

TEST(ParseBlocks, KeepsColonsAndBracketsOfTheValue) {
  EXPECT_EQ(Shown("ask: [the] time: when\n"), "ask@en=[the] time: when|\n");
}

TEST(ParseBlocks, ReadsTheLanguageOfAKey) { EXPECT_EQ(Shown("also@zh: 船\n"), "also@zh=船|\n"); }

TEST(ParseBlocks, ContinuesAValueAfterAPlus) { EXPECT_EQ(Shown("says: one\n+ two\n"), "says@en=one two|\n"); }

TEST(ParseBlocks, ToleratesByteOrderMarkAndCarriageReturns) {
  EXPECT_EQ(Shown("\xEF\xBB\xBF"
                  "entity: A\r\ntype: ship\r\n"),
            "entity@en=A|type@en=ship|\n");
}

TEST(ParseBlocks, TakesAnyCarriageReturnsForThoseOfTheLineEnd) {
  EXPECT_EQ(Shown("entity: A\r\r\ntype: ship\r\r\n"), Shown("entity: A\ntype: ship\n"));
}

TEST(ParseBlocks, PassesOverCommentsWithoutEndingTheBlock) {
  EXPECT_EQ(Shown("entity: A\n# a note\ntype: ship\n"), "entity@en=A|type@en=ship|\n");
}

TEST(ParseBlocks, FindsNothingInAnEmptyFile) { EXPECT_EQ(Shown(""), ""); }

TEST(ParseBlocks, PointsAtALineWithoutAKeyAndGoesOn) {
  EXPECT_EQ(Shown("entity: A\nno key here\ntype: ship\n"),
            "entity@en=A|type@en=ship|\n"
            "notes.facts:2:1: error[no-key]: this line has no \"key:\" before its value\n"
            "   2 | no key here\n"
            "     | ^^^^^^^^^^^\n"
            "     = write \"key: value\", or start the line with \"+ \" to continue the value above\n");
}

TEST(ParseBlocks, SaysThatAContinuationHasNothingToContinue) {
  EXPECT_EQ(Shown("+ more\n"),
            "notes.facts:1:1: error[nothing-to-continue]: a line that starts with + continues the value above, and "
            "there is none\n"
            "   1 | + more\n"
            "     | ^\n"
            "     = put it right below a \"key: value\" line\n");
}

TEST(ParseBlocks, TrimsCarriageReturnsThatTabsFollow) {
  EXPECT_EQ(Shown("entity: A\r\r\t\n\r\t\nentity: B\r\n"), "entity@en=A|\nentity@en=B|\n");
}

TEST(ParseBlocks, RefusesWhatIsNotUtf8) {
  EXPECT_EQ(Shown("entity: A\nalso: \xFF\n"),
            "notes.facts:2:1: error[not-utf8]: the file is not UTF-8 from here on\n"
            "   2 | (not shown)\n"
            "     | ^\n"
            "     = save it as UTF-8\n");
}

TEST(SplitList, TrimsAndDropsEmptyParts) {
  EXPECT_EQ(SplitList(" a ; b;; c", ";"), (std::vector<std::string>{"a", "b", "c"}));
}

}  // namespace
}  // namespace docent
