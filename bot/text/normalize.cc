#include "bot/text/normalize.h"

#include "bot/text/fold.h"
#include "bot/text/utf8.h"

namespace docent {

std::optional<size_t> FirstInvalidUtf8(std::string_view text) {
  size_t at = 0;
  while (at < text.size()) {
    if (IsAscii(text[at])) {
      ++at;
      continue;
    }
    const CodePoint point = DecodeUtf8(text, at);
    if (!point.well_formed) return at;
    at += point.size;
  }
  return std::nullopt;
}

std::string Normalize(std::string_view text) { return Fold(text).text; }

}  // namespace docent
