// bot/text/utf8.h
// Code points in and out of UTF-8, for the folder's own use. Decoding never fails: bytes that are not well-formed
// UTF-8 come back as U+FFFD, one for each maximal ill-formed part, as the Unicode standard (chapter 3.9) advises.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace docent {

inline constexpr char32_t kReplacement = 0xFFFD;

struct CodePoint {
  char32_t value = 0;
  size_t size = 0;  // bytes taken from the text; never 0
  bool well_formed = true;
};

// The code point that begins at `at`, which must be less than `text.size()`.
CodePoint DecodeUtf8(std::string_view text, size_t at);

// Appends `value`, which must be a scalar value, to `out`.
void AppendUtf8(std::string& out, char32_t value);

// How many code points `text` has.
size_t CountCodePoints(std::string_view text);

inline bool IsAscii(char c) { return static_cast<unsigned char>(c) < 0x80; }
inline bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }
inline bool IsAsciiLower(char c) { return c >= 'a' && c <= 'z'; }
inline bool IsAsciiUpper(char c) { return c >= 'A' && c <= 'Z'; }
inline char AsciiLower(char c) { return IsAsciiUpper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }

}  // namespace docent
