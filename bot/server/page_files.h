// bot/server/page_files.h
// The files of the page and of the documents, read once at the start and served from memory: what is not in this list
// cannot be reached, whatever the path says. Threads share it, and change nothing.

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace docent {

inline constexpr std::string_view kDocumentsPath = "/docs/";

struct PageFile {
  std::string content;
  std::string_view content_type;
  std::string etag;     // with its quotes; changes with the content
  std::string gzipped;  // empty if that would not be shorter
};

class PageFiles {
 public:
  // No page: every path is unknown.
  PageFiles() = default;

  // Reads the files of `folder`, not of folders in it, that have a type a page is made of; index.html is also "/".
  // Throws std::runtime_error if the folder cannot be read.
  static PageFiles Load(const std::filesystem::path& folder);

  // Adds the files of a folder of documents below kDocumentsPath, whose pages are served without their ".html".
  // Throws as Load does.
  void AddDocuments(const std::filesystem::path& folder);

  // nullptr if there is none. `path` is compared as it stands: "/main.js".
  const PageFile* Find(std::string_view path) const;

  size_t size() const { return files_.size(); }

 private:
  std::map<std::string, PageFile, std::less<>> files_;
};

// Whether an If-None-Match header names this entity tag (RFC 9110, 13.1.2: weak comparison, a list, or *).
bool MatchesETag(std::string_view if_none_match, std::string_view etag);

}  // namespace docent
