#include "bot/text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <stdexcept>

#include "bot/text/simplified.h"
#include "bot/text/utf8.h"

namespace docent {
namespace {

// NFKC with case folded and default-ignorable characters removed (Unicode chapter 3.13, toNFKC_Casefold).
const icu::Normalizer2& Normalizer() {
  static const icu::Normalizer2& normalizer = [&]() -> const icu::Normalizer2& {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* found = icu::Normalizer2::getNFKCCasefoldInstance(error);
    if (U_FAILURE(error)) throw std::runtime_error("ICU cannot load its normalization data: is libicudata installed?");
    return *found;
  }();
  return normalizer;
}

// What NFKC leaves apart although people mean the same by it.
char32_t PlainPunctuation(char32_t c) {
  switch (c) {
    case U'`':
    case U'´':
    case U'ʹ':
    case U'ʻ':
    case U'ʼ':
    case U'ʽ':
    case U'ˈ':
    case U'‘':
    case U'’':
    case U'‚':
    case U'‛':
    case U'′':
      return U'\'';
    case U'“':
    case U'”':
    case U'„':
    case U'‟':
    case U'«':
    case U'»':
    case U'「':
    case U'」':
    case U'『':
    case U'』':
    case U'〝':
    case U'〞':
      return U'"';
    case U'‐':
    case U'‑':
    case U'‒':
    case U'–':
    case U'—':
    case U'―':
    case U'−':
    case U'⸺':
    case U'⸻':
      return U'-';
    case U'⁄':
    case U'∕':
      return U'/';
    case U'〜':
    case U'∼':
      return U'~';
    default:
      return c;
  }
}

bool IsVulgarFraction(char32_t c) { return (c >= 0xBC && c <= 0xBE) || (c >= 0x2150 && c <= 0x215F) || c == 0x2189; }

bool IsHanIdeograph(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

bool HasBoundaryBefore(char32_t c) { return Normalizer().hasBoundaryBefore(static_cast<UChar32>(c)) != 0; }

// The Stream-Safe Text Format (Unicode TR15, 13) allows no letter more marks. Those beyond are dropped: sorting them
// takes ICU quadratic time, which a stranger could make much of.
constexpr int kMostMarks = 30;

class Folder {
 public:
  explicit Folder(std::string_view text) : text_(text) {
    folded_.text.reserve(text.size());
    folded_.begins.reserve(text.size());
    folded_.ends.reserve(text.size());
  }

  FoldedText Run() && {
    size_t at = 0;
    while (at < text_.size()) at = FoldOne(at);
    return std::move(folded_);
  }

 private:
  // Folds the characters from `at` that normalization must see together; returns where the next ones begin.
  size_t FoldOne(size_t at) {
    const CodePoint first = DecodeUtf8(text_, at);
    const size_t next = at + first.size;
    // An ASCII or Chinese character combines with nothing that is ASCII, and a Chinese one with nothing at all.
    if (first.value < 0x80 && (next == text_.size() || IsAscii(text_[next]))) {
      Append(PlainPunctuation(static_cast<char32_t>(AsciiLower(static_cast<char>(first.value)))), at, next);
      return next;
    }
    if (IsHanIdeograph(first.value)) {
      Append(Simplified(first.value), at, next);
      return next;
    }
    const char32_t plain = PlainPunctuation(first.value);
    if (plain != first.value) {
      Append(plain, at, next);
      return next;
    }
    return FoldSegment(at, first);
  }

  size_t FoldSegment(size_t at, CodePoint first) {
    icu::UnicodeString segment(static_cast<UChar32>(first.value));
    size_t end = at + first.size;
    for (int marks = 0; end < text_.size() && !IsAscii(text_[end]); ++marks) {
      const CodePoint following = DecodeUtf8(text_, end);
      if (HasBoundaryBefore(following.value)) break;
      if (marks < kMostMarks) segment.append(static_cast<UChar32>(following.value));
      end += following.size;
    }
    if (first.value < 0x80 && segment.length() == 1) {
      Append(PlainPunctuation(static_cast<char32_t>(AsciiLower(static_cast<char>(first.value)))), at, end);
      return end;
    }
    UErrorCode error = U_ZERO_ERROR;
    const icu::UnicodeString normal = Normalizer().normalize(segment, error);
    if (U_FAILURE(error)) throw std::runtime_error("ICU cannot normalize: out of memory?");
    // NFKC makes "31/2" of "3½": keep the whole and the part apart.
    if (IsVulgarFraction(first.value) && !folded_.text.empty() && IsAsciiDigit(folded_.text.back())) {
      Append(U' ', at, end);
    }
    int marks = 0;
    for (int32_t i = 0; i < normal.length(); i = normal.moveIndex32(i, 1)) {
      const auto c = static_cast<char32_t>(normal.char32At(i));
      marks = HasBoundaryBefore(c) ? 0 : marks + 1;
      if (marks > kMostMarks) continue;
      Append(PlainPunctuation(IsHanIdeograph(c) ? Simplified(c) : c), at, end);
    }
    return end;
  }

  void Append(char32_t c, size_t begin, size_t end) {
    AppendUtf8(folded_.text, c);
    folded_.begins.resize(folded_.text.size(), static_cast<uint32_t>(begin));
    folded_.ends.resize(folded_.text.size(), static_cast<uint32_t>(end));
  }

  std::string_view text_;
  FoldedText folded_;
};

}  // namespace

FoldedText Fold(std::string_view text) {
  if (!std::all_of(text.begin(), text.end(), IsAscii)) return Folder(text).Run();
  FoldedText folded;
  folded.text.resize(text.size());
  std::transform(text.begin(), text.end(), folded.text.begin(), [](char c) { return c == '`' ? '\'' : AsciiLower(c); });
  return folded;
}

}  // namespace docent
