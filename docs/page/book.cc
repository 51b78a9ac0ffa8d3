#include "docs/page/book.h"

#include <algorithm>
#include <utility>

namespace docent {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kIndexName = "index";

// A fence that is longer than any in the text, so that the text cannot end it.
std::string Fenced(const std::string& title, std::string_view content) {
  size_t longest = 0;
  size_t length = 0;
  for (const char c : content) {
    length = c == '`' ? length + 1 : 0;
    longest = std::max(longest, length);
  }
  const std::string fence(std::max<size_t>(longest + 1, 3), '`');
  return "# " + title + "\n\n" + fence + "\n" + std::string(content) + "\n" + fence + "\n";
}

std::string Anchor(const std::string& target, const std::string& text, std::string_view attributes = "") {
  return "<a href=\"" + EscapeHtml(target) + "\"" + std::string(attributes) + ">" + EscapeHtml(text) + "</a>";
}

struct Parts {
  std::string heading;
  std::string body;
};

// The contents stand between the two.
Parts PartedAfterTitle(const std::string& html) {
  constexpr std::string_view kEnd = "</h1>\n";
  const size_t end = html.find(kEnd);
  if (end == std::string::npos) return {"", html};
  return {html.substr(0, end + kEnd.size()), html.substr(end + kEnd.size())};
}

// Where a page's own headings are; none if there is nothing to choose from.
std::string Contents(const std::vector<Heading>& headings) {
  std::string list;
  size_t listed = 0;
  for (const Heading& heading : headings) {
    if (heading.level != 2) continue;
    list += "<li>" + Anchor("#" + heading.anchor, heading.text) + "</li>\n";
    ++listed;
  }
  if (listed < 2) return {};
  return "<nav class=\"contents\" aria-labelledby=\"contents-title\">\n<h2 id=\"contents-title\">On this "
         "page</h2>\n<ul>\n" +
         list + "</ul>\n</nav>";
}

std::string Filled(std::string_view frame, const std::map<std::string, std::string, std::less<>>& parts) {
  std::string page;
  while (!frame.empty()) {
    const size_t open = frame.find('{');
    page += frame.substr(0, open);
    if (open == std::string_view::npos) break;
    frame.remove_prefix(open);
    const auto part = parts.find(frame.substr(1, std::min(frame.find('}'), frame.size()) - 1));
    page += part == parts.end() ? "{" : part->second;
    frame.remove_prefix(part == parts.end() ? 1 : part->first.size() + 2);
  }
  return page;
}

}  // namespace

void Book::Add(const fs::path& path, std::string_view content) {
  const bool is_markdown = path.extension() == ".md";
  std::string name = path == index_ ? std::string(kIndexName) : (is_markdown ? path.stem() : path.filename()).string();
  for (const auto& [other, leaf] : leaves_) {
    if (leaf.name == name)
      throw std::invalid_argument(path.string() + " and " + other.string() + " are both page " + name);
  }
  Document document = Document::Parse(is_markdown ? std::string(content) : Fenced(name, content));
  leaves_.emplace(path, Leaf{std::move(name), std::move(document)});
}

std::string Book::Turned(const fs::path& from, const std::string& target) const {
  if (target.find("://") != std::string::npos || target.starts_with("mailto:")) return target;
  const size_t hash = std::min(target.find('#'), target.size());
  std::string fragment = target.substr(hash);
  const fs::path path = hash == 0 ? from : (from.parent_path() / target.substr(0, hash)).lexically_normal();
  const auto found = leaves_.find(path);
  const auto is_meant = [&](const Heading& heading) { return "#" + heading.anchor == fragment; };
  if (found == leaves_.end() ||
      (!fragment.empty() && std::ranges::none_of(found->second.document.headings(), is_meant))) {
    throw BrokenLink(from.string() + ": a link to \"" + target + "\", which no document has");
  }
  if (hash == 0) return fragment;
  return (found->second.name == kIndexName ? "./" : found->second.name) + fragment;
}

std::string Book::ListOfDocuments(const std::vector<Document::Section>& sections, const std::string& current) const {
  std::string list = "<nav class=\"documents\" aria-label=\"All documents\">\n";
  for (const auto& [title, links] : sections) {
    if (links.empty()) continue;
    list += "<h2>" + EscapeHtml(title) + "</h2>\n<ul>\n";
    for (const auto& [text, target] : links) {
      list += "<li>" + Anchor(target, text, target == current ? " aria-current=\"page\"" : "") + "</li>\n";
    }
    list += "</ul>\n";
  }
  return list + "</nav>";
}

std::map<std::string, std::string> Book::Pages(std::string_view frame) {
  for (auto& [path, leaf] : leaves_) {
    leaf.document.TurnLinks([this, &from = path](const std::string& target) { return Turned(from, target); });
  }
  const std::vector<Document::Section> sections = leaves_.at(index_).document.ListedLinks();
  std::map<std::string, std::string> pages;
  for (const auto& [path, leaf] : leaves_) {
    const bool is_index = leaf.name == kIndexName;  // its text is the list of documents
    const Parts parts = PartedAfterTitle(leaf.document.Html());
    pages[leaf.name] = Filled(frame, {{"title", EscapeHtml(leaf.document.title())},
                                      {"heading", parts.heading},
                                      {"contents", is_index ? "" : Contents(leaf.document.headings())},
                                      {"body", parts.body},
                                      {"documents", is_index ? "" : ListOfDocuments(sections, leaf.name)}});
  }
  return pages;
}

}  // namespace docent
