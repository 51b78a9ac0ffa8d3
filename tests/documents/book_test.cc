#include "docs/page/book.h"

#include <gtest/gtest.h>

namespace docent {
namespace {

// What became of the links of docs/page.md, where docs/other.md and tool/run.sh are pages too.
std::string Linked(const std::string& text) {
  Book book("docs/README.md");
  book.Add("docs/README.md", "# All\n");
  book.Add("docs/other.md", "# Other\n\n## Its keys\n");
  book.Add("tool/run.sh", "echo\n");
  book.Add("docs/page.md", "# Page\n\n## Here\n\n" + text + "\n");
  const std::string page = book.Pages("{body}")["page"];
  const size_t begin = page.find("<p>") + 3;
  return page.substr(begin, page.find("</p>") - begin);
}

std::string FaultOf(const std::string& text) {
  try {
    return Linked(text);
  } catch (const BrokenLink& fault) {
    return fault.what();
  }
}

TEST(Book, LinksToThePagesOfDocuments) {
  EXPECT_EQ(Linked("[x](other.md)"), "<a href=\"other\">x</a>");
  EXPECT_EQ(Linked("[x](other.md#its-keys)"), "<a href=\"other#its-keys\">x</a>");
  EXPECT_EQ(Linked("[x](#here)"), "<a href=\"#here\">x</a>");
  EXPECT_EQ(Linked("[x](README.md)"), "<a href=\"./\">x</a>");
  EXPECT_EQ(Linked("[x](../tool/run.sh)"), "<a href=\"run.sh\">x</a>");
  EXPECT_EQ(Linked("[x](https://schema.org)"), "<a href=\"https://schema.org\">x</a>");
}

TEST(Book, RefusesLinksThatLeadNowhere) {
  EXPECT_EQ(FaultOf("[x](others.md)"), "docs/page.md: a link to \"others.md\", which no document has");
  EXPECT_EQ(FaultOf("[x](other.md#keys)"), "docs/page.md: a link to \"other.md#keys\", which no document has");
  EXPECT_EQ(FaultOf("[x](#there)"), "docs/page.md: a link to \"#there\", which no document has");
  EXPECT_EQ(FaultOf("[x](../../etc/passwd)"), "docs/page.md: a link to \"../../etc/passwd\", which no document has");
}

TEST(Book, ShowsWhatIsNoMarkdownAsItIs) {
  Book book("index.md");
  book.Add("index.md", "# All\n");
  book.Add("run.sh", "# no heading\n```\n");
  EXPECT_EQ(book.Pages("{title}: {heading}{body}")["run.sh"],
            "run.sh: <h1 id=\"runsh\">\nrun.sh\n</h1>\n<pre tabindex=\"0\"><code># no heading\n```\n\n</code></pre>\n");
}

TEST(Book, ListsAllDocumentsAndMarksTheOneThatIsShown) {
  Book book("index.md");
  book.Add("index.md", "# All\n\n## Begin\n\n- [One & all](one.md)\n");
  book.Add("one.md", "# One\n");
  std::map<std::string, std::string> pages = book.Pages("{documents}");
  EXPECT_EQ(pages["index"], "");
  EXPECT_EQ(pages["one"],
            "<nav class=\"documents\" aria-label=\"All documents\">\n<h2>Begin</h2>\n<ul>\n"
            "<li><a href=\"one\" aria-current=\"page\">One &amp; all</a></li>\n</ul>\n</nav>");
}

TEST(Book, ListsTheHeadingsOfAPageIfThereAreSeveral) {
  Book book("index.md");
  book.Add("index.md", "# All\n\n## Only\n");
  book.Add("one.md", "# One\n\n## First\n\n### Part\n\n## Second\n");
  std::map<std::string, std::string> pages = book.Pages("{contents}");
  EXPECT_EQ(pages["index"], "");
  EXPECT_EQ(pages["one"],
            "<nav class=\"contents\" aria-labelledby=\"contents-title\">\n<h2 id=\"contents-title\">On this page</h2>\n"
            "<ul>\n<li><a href=\"#first\">First</a></li>\n<li><a href=\"#second\">Second</a></li>\n</ul>\n</nav>");
}

TEST(Book, TakesNoTwoPagesOfOneName) {
  Book book("index.md");
  book.Add("a/one.md", "");
  EXPECT_THROW(book.Add("b/one.md", ""), std::invalid_argument);
}

TEST(Book, LeavesOtherBracesOfTheFrame) {
  Book book("index.md");
  book.Add("index.md", "# {title}\n");
  EXPECT_EQ(book.Pages("{x} {title} {")["index"], "{x} {title} {");
}

}  // namespace
}  // namespace docent
