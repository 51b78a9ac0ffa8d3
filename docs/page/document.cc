#include "docs/page/document.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

#include <set>
#include <stdexcept>
#include <utility>

namespace docent {
namespace {

std::string OrEmpty(const char* text) { return text == nullptr ? std::string() : text; }

// Nodes are collected before any is changed: cmark-gfm's iterator does not survive changes around it.
std::vector<cmark_node*> NodesOf(cmark_node* tree, const std::function<bool(cmark_node*)>& wanted) {
  std::vector<cmark_node*> nodes;
  const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> iterator(cmark_iter_new(tree), cmark_iter_free);
  for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get())) {
    cmark_node* node = cmark_iter_get_node(iterator.get());
    if (event == CMARK_EVENT_ENTER && wanted(node)) nodes.push_back(node);
  }
  return nodes;
}

bool IsLink(cmark_node* node) {
  return cmark_node_get_type(node) == CMARK_NODE_LINK || cmark_node_get_type(node) == CMARK_NODE_IMAGE;
}

bool IsHeading(cmark_node* node) { return cmark_node_get_type(node) == CMARK_NODE_HEADING; }

std::string TextOf(cmark_node* node) {
  std::string text;
  for (cmark_node* part : NodesOf(node, [](cmark_node*) { return true; })) {
    const cmark_node_type type = cmark_node_get_type(part);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) text += OrEmpty(cmark_node_get_literal(part));
    if (type == CMARK_NODE_SOFTBREAK) text += ' ';
  }
  return text;
}

// A block of our own HTML, which has its place in the tree.
cmark_node* Custom(const std::string& before, const std::string& after) {
  cmark_node* node = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);
  cmark_node_set_on_enter(node, before.c_str());
  cmark_node_set_on_exit(node, after.c_str());
  return node;
}

void PutInto(cmark_node* around, cmark_node* node) {
  cmark_node_insert_before(node, around);
  cmark_node_append_child(around, node);
}

void PutInPlaceOf(cmark_node* old, cmark_node* node) {
  cmark_node_insert_before(old, node);
  cmark_node_free(old);
}

void AnchorHeading(cmark_node* node, const Heading& heading) {
  const std::string tag = "h" + std::to_string(heading.level);
  const std::string link = heading.level == 1 ? std::string()
                                              : " <a class=\"anchor\" href=\"#" + heading.anchor +
                                                    "\" aria-label=\"Link to: " + EscapeHtml(heading.text) + "\">#</a>";
  cmark_node* anchored = Custom("<" + tag + " id=\"" + heading.anchor + "\">", link + "</" + tag + ">");
  while (cmark_node* child = cmark_node_first_child(node)) cmark_node_append_child(anchored, child);
  PutInPlaceOf(node, anchored);
}

}  // namespace

std::string EscapeHtml(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

std::string AnchorOf(std::string_view heading) {
  std::string anchor;
  for (const char c : heading) {
    if (c == ' ') {
      anchor += '-';
    } else if (c >= 'A' && c <= 'Z') {
      anchor += static_cast<char>(c - 'A' + 'a');
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || (c & 0x80) != 0) {
      anchor += c;
    }
  }
  return anchor;
}

Document Document::Parse(std::string_view markdown) {
  cmark_gfm_core_extensions_ensure_registered();
  cmark_syntax_extension* tables = cmark_find_syntax_extension("table");
  if (tables == nullptr) throw std::runtime_error("this cmark-gfm knows no tables");
  const std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser(cmark_parser_new(CMARK_OPT_DEFAULT),
                                                                           cmark_parser_free);
  cmark_parser_attach_syntax_extension(parser.get(), tables);
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  Document document(cmark_parser_finish(parser.get()));
  cmark_node* tree = document.tree_.get();

  std::set<std::string> taken;
  for (cmark_node* node : NodesOf(tree, IsHeading)) {
    Heading heading{cmark_node_get_heading_level(node), TextOf(node), ""};
    const std::string anchor = AnchorOf(heading.text);
    heading.anchor = anchor;
    for (int again = 1; !taken.insert(heading.anchor).second; ++again) {
      heading.anchor = anchor + "-" + std::to_string(again);
    }
    AnchorHeading(node, heading);
    document.headings_.push_back(std::move(heading));
  }
  // Whatever scrolls can be reached by keyboard (WCAG 2.1.1).
  for (cmark_node* node :
       NodesOf(tree, [](cmark_node* one) { return OrEmpty(cmark_node_get_type_string(one)) == "table"; })) {
    PutInto(Custom("<div class=\"table\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">", "</div>"), node);
  }
  for (cmark_node* node :
       NodesOf(tree, [](cmark_node* one) { return cmark_node_get_type(one) == CMARK_NODE_CODE_BLOCK; })) {
    PutInPlaceOf(node, Custom("<pre tabindex=\"0\"><code>" + EscapeHtml(OrEmpty(cmark_node_get_literal(node))),
                              "</code></pre>"));
  }
  return document;
}

std::vector<Document::Section> Document::ListedLinks() const {
  std::vector<Section> sections;
  size_t heading = 0;
  for (cmark_node* block = cmark_node_first_child(tree_.get()); block != nullptr; block = cmark_node_next(block)) {
    if (OrEmpty(cmark_node_get_on_enter(block)).starts_with("<h")) {
      const Heading& found = headings_[heading++];
      if (found.level == 2) sections.push_back({found.text, {}});
    }
    if (cmark_node_get_type(block) != CMARK_NODE_LIST || sections.empty()) continue;
    for (cmark_node* link : NodesOf(block, IsLink)) {
      sections.back().links.push_back({TextOf(link), OrEmpty(cmark_node_get_url(link))});
    }
  }
  return sections;
}

void Document::TurnLinks(const std::function<std::string(const std::string&)>& turn) {
  for (cmark_node* link : NodesOf(tree_.get(), IsLink)) {
    cmark_node_set_url(link, turn(OrEmpty(cmark_node_get_url(link))).c_str());
  }
}

std::string Document::Html() const {
  char* rendered = cmark_render_html(tree_.get(), CMARK_OPT_DEFAULT, nullptr);
  std::string html = rendered;
  cmark_get_default_mem_allocator()->free(rendered);
  return html;
}

}  // namespace docent
