// docs/page/document.h
// One Markdown text as GitHub reads it (cmark-gfm, with tables), on its way to HTML: its headings get GitHub's anchors,
// its links can be turned elsewhere, and what may be wider than a telephone can be scrolled by keyboard too.
//
// Holds the tree that cmark-gfm made of the text; moves, does not copy. For one thread.

#pragma once

#include <cmark-gfm.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace docent {

struct Heading {
  int level;  // 1 is the title
  std::string text;
  std::string anchor;  // unique in its document
};

struct Link {
  std::string text;
  std::string target;
};

class Document {
 public:
  static Document Parse(std::string_view markdown);

  // In the order of the text.
  const std::vector<Heading>& headings() const { return headings_; }

  // The text of the first heading; empty if there is none.
  std::string title() const { return headings_.empty() ? std::string() : headings_.front().text; }

  // The links that stand in lists, under the level-2 heading before them: a list of contents, read as data.
  struct Section {
    std::string title;
    std::vector<Link> links;
  };
  std::vector<Section> ListedLinks() const;

  // Gives each link and image the target that `turn` makes of it.
  void TurnLinks(const std::function<std::string(const std::string&)>& turn);

  // Raw HTML of the text is left out.
  std::string Html() const;

 private:
  struct Free {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
  };
  explicit Document(cmark_node* tree) : tree_(tree) {}

  std::unique_ptr<cmark_node, Free> tree_;
  std::vector<Heading> headings_;
};

// For text and for attributes in double quotes.
std::string EscapeHtml(std::string_view text);

// As GitHub makes it of a heading: "What `docent check` warns of" is what-docent-check-warns-of.
std::string AnchorOf(std::string_view heading);

}  // namespace docent
