// docs/page/book.h
// The pages that are made of all documents together: each links to the others by the name of its page, shows the list
// of all, and its own headings. A file that a document links to and that is no Markdown becomes a page that shows it.
//
// What a document links to must be there: a file of this book, or a heading of one.

#pragma once

#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "docs/page/document.h"

namespace docent {

// "docs/files.md: a link to "rules.md#none", which no document has"
class BrokenLink : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class Book {
 public:
  // `index` is the document whose lists name the others. Paths are relative to the folder that all of them are below.
  explicit Book(std::filesystem::path index) : index_(std::move(index)) {}

  // Markdown if its path ends in .md. Throws std::invalid_argument if another page has its name.
  void Add(const std::filesystem::path& path, std::string_view content);

  // Name of a page -> its HTML; "index" is that of the index. `frame` is a page with {title}, and with {heading},
  // {contents}, {body} and {documents}, which are pieces of HTML. Throws BrokenLink. To be called once: links are
  // turned in place.
  std::map<std::string, std::string> Pages(std::string_view frame);

 private:
  struct Leaf {
    std::string name;  // "tutorial", of docs/tutorial.md; "ask.py", of docs/clients/ask.py
    Document document;
  };

  std::string Turned(const std::filesystem::path& from, const std::string& target) const;
  std::string ListOfDocuments(const std::vector<Document::Section>& sections, const std::string& current) const;

  std::filesystem::path index_;
  std::map<std::filesystem::path, Leaf> leaves_;
};

}  // namespace docent
