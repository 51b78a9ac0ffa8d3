// bot/text/glyphs.h
// What each character of a folded text is to the splitting of words. ASCII is looked up in a table, the rest in ICU.

#pragma once

#include <cstddef>
#include <string_view>

namespace docent {

enum class GlyphKind {
  kSpace,
  kLetter,    // of an alphabetic script, with its combining marks; kana and hangul too
  kDigit,     // 0 to 9
  kHan,       // a Chinese character
  kCurrency,  // any currency sign
  kOther,
};

struct Glyph {
  GlyphKind kind = GlyphKind::kOther;
  char32_t code = 0;
  size_t size = 0;
};

// The character that begins at `at`, which must be less than `text.size()`.
Glyph GlyphAt(std::string_view text, size_t at);

// Where the character before `at` begins; `at` must not be 0 and `text` must be well-formed UTF-8.
size_t GlyphBefore(std::string_view text, size_t at);

inline bool IsAlnum(const Glyph& glyph) { return glyph.kind == GlyphKind::kLetter || glyph.kind == GlyphKind::kDigit; }

// Whether an upper-case or title-case letter begins at `at` of an unfolded text.
bool IsUpperCase(std::string_view text, size_t at);

enum class MarkKind {
  kNone,      // quotes, spaces, symbols: words on both sides of it stand together
  kBreak,     // comma, colon, dash, bracket, ...
  kSentence,  // full stop, question mark, exclamation mark
};

// Whether letters or digits touch a mark on both sides: then a hyphen is no dash, and a dot no full stop.
enum class MarkPlace { kApart, kInsideWord };

MarkKind KindOfMark(char32_t mark, MarkPlace place);

}  // namespace docent
