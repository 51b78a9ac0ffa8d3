#include "bot/knowledge/format.h"

#include <algorithm>

#include "bot/knowledge/block.h"
#include "bot/text/normalize.h"

namespace docent {
namespace {

constexpr std::string_view kSpace = " \t";

std::string_view TrimmedEnd(std::string_view text) { return text.substr(0, text.find_last_not_of(kSpace) + 1); }

std::string_view Trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(kSpace);
  return begin == std::string_view::npos ? std::string_view() : TrimmedEnd(text.substr(begin));
}

bool IsKeyCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view(" -_@").find(c) != std::string_view::npos;
}

std::string LowerKey(std::string_view key) {
  const size_t at = key.find('@');
  std::string lower(Trimmed(key.substr(0, at)));
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (at != std::string_view::npos) lower.append("@").append(Trimmed(key.substr(at + 1)));
  return lower;
}

std::string FormatLine(std::string_view line) {
  if (line.front() == '#') return std::string(TrimmedEnd(line));
  if (line == "+" || line.substr(0, 2) == "+ ") {
    const std::string_view more = Trimmed(line.substr(1));
    return more.empty() ? "+" : "+ " + std::string(more);
  }
  const std::string_view content = Trimmed(line);
  const size_t colon = content.find(':');
  const bool is_key = colon != std::string_view::npos && colon > 0 &&
                      std::all_of(content.begin(), content.begin() + static_cast<long>(colon), IsKeyCharacter);
  if (!is_key) return std::string(line);
  const std::string_view value = Trimmed(content.substr(colon + 1));
  return LowerKey(Trimmed(content.substr(0, colon))) + (value.empty() ? ":" : ": " + std::string(value));
}

}  // namespace

std::string FormatBlocks(std::string_view content) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (FirstInvalidUtf8(content)) return std::string(content);
  if (content.substr(0, kByteOrderMark.size()) == kByteOrderMark) content.remove_prefix(kByteOrderMark.size());
  std::string out;
  bool is_after_blank = false;
  while (!content.empty()) {
    const std::string_view line = TakeLine(content);
    if (Trimmed(line).empty()) {
      is_after_blank = true;
      continue;
    }
    if (is_after_blank && !out.empty()) out += '\n';
    is_after_blank = false;
    out += FormatLine(line) + "\n";
  }
  return out;
}

}  // namespace docent
