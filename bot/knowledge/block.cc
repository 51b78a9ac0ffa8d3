#include "bot/knowledge/block.h"

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>

#include "bot/knowledge/whole_file.h"
#include "bot/text/normalize.h"

namespace docent {
namespace {

// A carriage return too: where tabs follow it, it is no part of the line's end and would stay at the end of a value.
constexpr std::string_view kSpace = " \t\r";

std::string_view Trim(std::string_view text) {
  const size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

size_t CountCodePoints(std::string_view text) {
  return static_cast<size_t>(std::count_if(
      text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

struct Line {
  const SharedText& file;
  size_t number = 0;
  std::string_view text;
  SharedText shared;  // the same text, for all places in it; empty until one is asked for

  // The place of `part`, which is a view into `text`.
  Place PlaceOf(std::string_view part) {
    if (shared.str().empty()) shared = SharedText(text);
    const size_t offset = static_cast<size_t>(part.data() - text.data());
    return {file, number, CountCodePoints(text.substr(0, offset)) + 1, std::max<size_t>(CountCodePoints(part), 1),
            shared};
  }
};

bool IsKeyCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || c == '-' ||
         c == '_' || c == '@';
}

class BlockParser {
 public:
  BlockParser(const std::string& file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  void Take(std::string_view text) {
    Line line{file_, ++number_, text, {}};
    const std::string_view content = Trim(text);
    if (content.empty()) {
      EndBlock();
    } else if (text.front() == '#') {
      // A comment neither ends nor belongs to a block.
    } else if (text.substr(0, 2) == "+ " || text == "+") {
      Continue(line, Trim(text.substr(1)));
    } else {
      KeyAndValue(line, content);
    }
  }

  std::vector<Block> Finish() {
    EndBlock();
    return std::move(blocks_);
  }

 private:
  void EndBlock() {
    if (!block_.entries.empty()) blocks_.push_back(std::exchange(block_, {}));
  }

  void Continue(Line& line, std::string_view more) {
    if (block_.entries.empty()) {
      diagnostics_.Error(line.PlaceOf(line.text.substr(0, 1)), "nothing-to-continue",
                         "a line that starts with + continues the value above, and there is none",
                         "put it right below a \"key: value\" line");
      return;
    }
    std::string& value = block_.entries.back().value;
    if (!value.empty() && !more.empty()) value += ' ';
    value += more;
  }

  void KeyAndValue(Line& line, std::string_view content) {
    const size_t colon = content.find(':');
    const bool is_key = colon != std::string_view::npos && colon > 0 &&
                        std::all_of(content.begin(), content.begin() + static_cast<long>(colon), IsKeyCharacter);
    if (!is_key) {
      diagnostics_.Error(line.PlaceOf(content), "no-key", "this line has no \"key:\" before its value",
                         "write \"key: value\", or start the line with \"+ \" to continue the value above");
      return;
    }
    std::string_view key = Trim(content.substr(0, colon));
    std::string_view value = Trim(content.substr(colon + 1));
    Entry entry;
    entry.key_place = line.PlaceOf(key);
    entry.place = line.PlaceOf(value.empty() ? content.substr(colon, 1) : value);
    const size_t at = key.find('@');
    entry.language = at == std::string_view::npos ? "en" : std::string(Trim(key.substr(at + 1)));
    entry.key = std::string(Trim(key.substr(0, at)));
    std::transform(entry.key.begin(), entry.key.end(), entry.key.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    entry.value = value;
    block_.entries.push_back(std::move(entry));
  }

  const SharedText file_;
  Diagnostics& diagnostics_;
  size_t number_ = 0;
  Block block_;
  std::vector<Block> blocks_;
};

}  // namespace

const Entry* Block::Find(std::string_view key) const {
  for (const Entry& entry : entries) {
    if (entry.key == key && entry.language == "en") return &entry;
  }
  return nullptr;
}

std::string_view TakeLine(std::string_view& content) {
  const size_t end = std::min(content.find('\n'), content.size());
  std::string_view line = content.substr(0, end);
  content.remove_prefix(std::min(end + 1, content.size()));
  while (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

std::vector<Block> ParseBlocks(const std::string& file, std::string_view content, Diagnostics& diagnostics) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (content.substr(0, kByteOrderMark.size()) == kByteOrderMark) content.remove_prefix(kByteOrderMark.size());
  if (const auto offset = FirstInvalidUtf8(content)) {
    const size_t line =
        1 + static_cast<size_t>(std::count(content.begin(), content.begin() + static_cast<long>(*offset), '\n'));
    diagnostics.Error({file, line, 1, 1, "(not shown)"}, "not-utf8", "the file is not UTF-8 from here on",
                      "save it as UTF-8");
    return {};
  }
  BlockParser parser(file, diagnostics);
  while (!content.empty()) {
    parser.Take(TakeLine(content));
  }
  return parser.Finish();
}

Place PlaceIn(const Entry& entry, size_t offset, size_t length) {
  Place place = entry.place;
  const size_t at = place.source.str().find(entry.value);
  if (at == std::string::npos) return place;
  const std::string_view value = entry.value;
  offset = std::min(offset, value.size());
  place.column += CountCodePoints(value.substr(0, offset));
  place.length = std::max<size_t>(CountCodePoints(value.substr(offset, length)), 1);
  return place;
}

Place PlaceOfPart(const Entry& entry, std::string_view part) {
  constexpr std::string_view kSeparators = ",;";
  const std::string_view value = entry.value;
  for (size_t begin = 0; begin < value.size();) {
    const size_t end = std::min(value.find_first_of(kSeparators, begin), value.size());
    const std::string_view piece = Trim(value.substr(begin, end - begin));
    if (piece == part) return PlaceIn(entry, static_cast<size_t>(piece.data() - value.data()), piece.size());
    begin = end + 1;
  }
  return entry.place;
}

std::vector<std::string> SplitList(std::string_view value, std::string_view separators) {
  std::vector<std::string> parts;
  while (true) {
    const size_t end = value.find_first_of(separators);
    const std::string_view part = Trim(value.substr(0, end));
    if (!part.empty()) parts.emplace_back(part);
    if (end == std::string_view::npos) return parts;
    value.remove_prefix(end + 1);
  }
}

std::string ShownPath(const std::filesystem::path& path) {
  std::error_code error;
  const std::filesystem::path here = std::filesystem::current_path(error);
  if (error || path.is_relative()) return path.lexically_normal().string();
  const std::filesystem::path below = path.lexically_relative(here);
  return below.empty() || *below.begin() == ".." ? path.lexically_normal().string() : below.string();
}

std::vector<TextFile> ReadFiles(const std::filesystem::path& folder, std::string_view extension,
                                Diagnostics& diagnostics) {
  std::vector<TextFile> files;
  std::error_code error;
  std::filesystem::recursive_directory_iterator walk(folder, error);
  for (; !error && walk != std::filesystem::recursive_directory_iterator(); walk.increment(error)) {
    const std::filesystem::path& path = walk->path();
    if (path.extension() != extension || !walk->is_regular_file()) continue;
    std::optional<std::string> content = ReadWhole(path);
    if (!content) {
      diagnostics.Error({ShownPath(path), 0, 1, 1, ""}, "unreadable", "the file cannot be read",
                        "check its permissions");
    }
    files.push_back(
        {path, (folder.filename() / path.lexically_relative(folder)).string(), std::move(content).value_or("")});
  }
  if (error) {
    diagnostics.Error({ShownPath(folder), 0, 1, 1, ""}, "unreadable", "the folder cannot be read: " + error.message(),
                      "name an existing folder");
  }
  std::sort(files.begin(), files.end(),
            [](const TextFile& one, const TextFile& other) { return one.path < other.path; });
  return files;
}

}  // namespace docent
