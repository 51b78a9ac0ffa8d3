#include "bot/text/glyphs.h"

#include <unicode/uchar.h>

#include <array>

#include "bot/text/utf8.h"

namespace docent {
namespace {

constexpr std::array<GlyphKind, 128> AsciiKinds() {
  std::array<GlyphKind, 128> kinds{};
  for (size_t c = 0; c < kinds.size(); ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool digit = c >= '0' && c <= '9';
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    kinds[c] = letter       ? GlyphKind::kLetter
               : digit      ? GlyphKind::kDigit
               : space      ? GlyphKind::kSpace
               : (c == '$') ? GlyphKind::kCurrency
                            : GlyphKind::kOther;
  }
  return kinds;
}

constexpr std::array<GlyphKind, 128> kAsciiKinds = AsciiKinds();

bool IsHan(char32_t c) {
  if (c < 0x3005) return false;
  if (c >= 0x4E00 && c <= 0x9FFF) return true;
  const bool extension_a = c >= 0x3400 && c <= 0x4DBF;
  const bool compatibility = c >= 0xF900 && c <= 0xFAFF;
  const bool supplementary = c >= 0x20000 && c <= 0x3FFFF;
  return extension_a || compatibility || supplementary || c == U'々' || c == U'〇';
}

GlyphKind KindOf(char32_t c) {
  if (IsHan(c)) return GlyphKind::kHan;
  const auto code = static_cast<UChar32>(c);
  const uint32_t mask = U_GET_GC_MASK(code);
  if ((mask & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0) return GlyphKind::kLetter;
  if ((mask & U_GC_Z_MASK) != 0) return GlyphKind::kSpace;
  if ((mask & U_GC_SC_MASK) != 0) return GlyphKind::kCurrency;
  return GlyphKind::kOther;
}

}  // namespace

Glyph GlyphAt(std::string_view text, size_t at) {
  if (IsAscii(text[at])) {
    const auto c = static_cast<unsigned char>(text[at]);
    return {kAsciiKinds[c], c, 1};
  }
  const CodePoint point = DecodeUtf8(text, at);
  return {KindOf(point.value), point.value, point.size};
}

size_t GlyphBefore(std::string_view text, size_t at) {
  const auto continues = [&](size_t i) { return (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U; };
  do {
    --at;
  } while (at > 0 && continues(at));
  return at;
}

bool IsUpperCase(std::string_view text, size_t at) {
  if (IsAscii(text[at])) return IsAsciiUpper(text[at]);
  const auto code = static_cast<UChar32>(DecodeUtf8(text, at).value);
  return u_isUUppercase(code) != 0 || u_istitle(code) != 0;
}

MarkKind KindOfMark(char32_t mark, MarkPlace place) {
  switch (mark) {
    case U'.':
      return place == MarkPlace::kInsideWord ? MarkKind::kBreak : MarkKind::kSentence;
    case U'!':
    case U'?':
    case U'。':
    case U'؟':
    case U'।':
      return MarkKind::kSentence;
    case U'-':
    case U'/':
    case U'+':
      return place == MarkPlace::kInsideWord ? MarkKind::kNone : MarkKind::kBreak;
    case U',':
    case U';':
    case U':':
    case U'(':
    case U')':
    case U'[':
    case U']':
    case U'{':
    case U'}':
    case U'|':
    case U'、':
    case U'…':
    case U'【':
    case U'】':
      return MarkKind::kBreak;
    default:
      return MarkKind::kNone;
  }
}

}  // namespace docent
