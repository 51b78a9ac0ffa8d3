#include "docs/page/document.h"

#include <gtest/gtest.h>

namespace docent {
namespace {

TEST(Document, NamesAnchorsAsGitHubDoes) {
  EXPECT_EQ(AnchorOf("What `docent check` warns of"), "what-docent-check-warns-of");
  EXPECT_EQ(AnchorOf("1. Begin: find, look_up & more"), "1-begin-find-look_up--more");
  EXPECT_EQ(AnchorOf("中文"), "中文");
}

TEST(Document, NumbersHeadingsOfOneText) {
  const Document document = Document::Parse("# Fact\n\n## Keys\n\n## Keys\n\n### *Keys*\n");
  std::string anchors;
  for (const Heading& heading : document.headings()) anchors += std::to_string(heading.level) + heading.anchor + " ";
  EXPECT_EQ(anchors, "1fact 2keys 2keys-1 3keys-2 ");
  EXPECT_EQ(document.title(), "Fact");
}

TEST(Document, LetsHeadingsBeLinkedTo) {
  EXPECT_EQ(Document::Parse("# A title\n\n## `find` & more\n").Html(),
            "<h1 id=\"a-title\">\nA title\n</h1>\n"
            "<h2 id=\"find--more\">\n<code>find</code> &amp; more\n <a class=\"anchor\" href=\"#find--more\" "
            "aria-label=\"Link to: find &amp; more\">#</a></h2>\n");
}

TEST(Document, LetsCodeAndTablesScroll) {
  EXPECT_EQ(Document::Parse("    a < b\n").Html(), "<pre tabindex=\"0\"><code>a &lt; b\n</code></pre>\n");
  const std::string table = Document::Parse("| a | b |\n| --- | --- |\n| `x\\|y` | z |\n").Html();
  EXPECT_TRUE(table.starts_with("<div class=\"table\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">\n<table>"))
      << table;
  EXPECT_NE(table.find("<td><code>x|y</code></td>"), std::string::npos) << table;
}

TEST(Document, LeavesRawHtmlOut) {
  const std::string html = Document::Parse("a <script>bad()</script>\n\n<div onclick=\"bad()\">\n").Html();
  EXPECT_EQ(html.find("<script"), std::string::npos) << html;
  EXPECT_EQ(html.find("<div"), std::string::npos) << html;
}

TEST(Document, TurnsLinksWhereverTheyStand) {
  Document document = Document::Parse("[a](a.md) and **[b](b.md)**\n");
  document.TurnLinks([](const std::string& target) { return "to/" + target; });
  EXPECT_EQ(document.Html(), "<p><a href=\"to/a.md\">a</a> and <strong><a href=\"to/b.md\">b</a></strong></p>\n");
}

TEST(Document, ReadsTheListsOfItsSections) {
  const Document document = Document::Parse(
      "# All\n\n[no](no.md)\n\n## Begin\n\nSee [no](no.md).\n\n- [One](1.md)\n- [Two](2.md), later\n\n## End\n");
  std::string read;
  for (const auto& [title, links] : document.ListedLinks()) {
    read += title + ":";
    for (const auto& [text, target] : links) read += " " + text + "=" + target;
    read += "\n";
  }
  EXPECT_EQ(read, "Begin: One=1.md Two=2.md\nEnd:\n");
}

}  // namespace
}  // namespace docent
