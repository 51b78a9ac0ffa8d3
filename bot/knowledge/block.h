// bot/knowledge/block.h
// The one format of docent's text files, for facts and rules: blocks of `key: value` lines with a blank line between
// them. Parsing knows nothing of what keys mean; it keeps every value with its place, so that later steps can point
// at it, and it goes on after an error.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "bot/knowledge/diagnostic.h"

namespace docent {

struct Entry {
  std::string key;       // lower case
  std::string language;  // what follows "@", else "en"
  std::string value;     // without surrounding space; continuation lines joined by one space
  Place place;           // of the value
  Place key_place;
};

struct Block {
  std::vector<Entry> entries;  // never empty; the first says what the block is

  const Entry& head() const { return entries.front(); }
  // The first entry with this key and language "en", or nullptr.
  const Entry* Find(std::string_view key) const;
};

// Takes the first line off `content` and returns it without its end: "\n", with any carriage returns before it.
std::string_view TakeLine(std::string_view& content);

// A path as people can open it from the current folder: relative if it is below that.
std::string ShownPath(const std::filesystem::path& path);

// The blocks of `content`, which came from `file` (the name that diagnostics show).
std::vector<Block> ParseBlocks(const std::string& file, std::string_view content, Diagnostics& diagnostics);

// The place of the bytes `offset` to `offset + length` of the entry's value. What stands on a continuation line is
// shown as the whole value.
Place PlaceIn(const Entry& entry, size_t offset, size_t length);

// The place of one of the parts that SplitList finds in the entry's value; of the value if it is none of them.
Place PlaceOfPart(const Entry& entry, std::string_view part);

// The parts of `value` between any of the characters `separators`, trimmed, empty ones dropped.
std::vector<std::string> SplitList(std::string_view value, std::string_view separators);

// All files below `folder` whose name ends in `extension`, in name order, each read whole. A folder that cannot be
// read is an error diagnostic.
struct TextFile {
  std::filesystem::path path;
  std::string name;  // below the folder that was read, wherever that stands: "knowledge/ships.facts"
  std::string content;
};
std::vector<TextFile> ReadFiles(const std::filesystem::path& folder, std::string_view extension,
                                Diagnostics& diagnostics);

}  // namespace docent
