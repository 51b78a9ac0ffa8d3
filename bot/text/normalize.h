// bot/text/normalize.h
// One form for every spelling of the same characters. Fact files, rule files, the index and questions all go
// through Normalize, so that what an author writes and what a visitor types meet: NFKC (Unicode TR15) with case
// folded, full-width forms made half-width, typographic quotes and dashes made plain, traditional Chinese made
// simplified.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace docent {

// The offset of the first byte that does not belong to well-formed UTF-8 (no surrogates, nothing overlong,
// nothing above U+10FFFF), or nothing if all of `text` is well formed.
std::optional<size_t> FirstInvalidUtf8(std::string_view text);

// The normal form of `text`, which must be well-formed UTF-8. Idempotent: Normalize(Normalize(x)) == Normalize(x).
std::string Normalize(std::string_view text);

}  // namespace docent
