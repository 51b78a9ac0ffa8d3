#include "bot/text/words.h"

#include "bot/text/contractions.h"
#include "bot/text/fold.h"
#include "bot/text/glyphs.h"
#include "bot/text/spellings.h"
#include "bot/text/utf8.h"

namespace docent {
namespace {

// Cuts the folded text into words, from left to right. Each Take... method takes one written piece that begins at
// `at_` and moves `at_` behind it.
class Splitter {
 public:
  explicit Splitter(std::string_view original) : original_(original), folded_(Fold(original)), text_(folded_.text) {
    words_.reserve(text_.size() / 5 + 1);
  }

  std::vector<Word> Run() && {
    while (at_ < text_.size()) {
      const Glyph glyph = GlyphAt(text_, at_);
      switch (glyph.kind) {
        case GlyphKind::kLetter:
          TakeLetters();
          break;
        case GlyphKind::kDigit:
          TakeNumber(at_);
          break;
        case GlyphKind::kHan:
          Emit(at_, at_ + glyph.size, WordShape::kHan);
          at_ += glyph.size;
          break;
        case GlyphKind::kCurrency:
          Emit(at_, at_ + glyph.size, WordShape::kSymbol);
          at_ += glyph.size;
          break;
        case GlyphKind::kSpace:
        case GlyphKind::kOther:
          TakeMark(glyph);
          break;
      }
    }
    return std::move(words_);
  }

 private:
  void Emit(size_t begin, size_t end, WordShape shape) { Emit(begin, end, text_.substr(begin, end - begin), shape); }

  void Emit(size_t begin, size_t end, std::string_view text, WordShape shape) {
    Word word;
    word.text = text;
    word.stem = shape == WordShape::kLetters ? Stem(text) : word.text;
    word.begin = folded_.OriginalBegin(begin);
    word.end = folded_.OriginalEnd(end);
    word.shape = shape;
    word.capitalized = IsUpperCase(original_, word.begin);
    word.starts_sentence = words_.empty() || sentence_ended_;
    word.after_break = !words_.empty() && break_passed_;
    sentence_ended_ = break_passed_ = false;
    words_.push_back(std::move(word));
  }

  char At(size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  bool IsAlnumAt(size_t at) const { return at < text_.size() && IsAlnum(GlyphAt(text_, at)); }
  bool IsLetterAt(size_t at) const { return at < text_.size() && GlyphAt(text_, at).kind == GlyphKind::kLetter; }
  bool IsDigitAt(size_t at) const { return IsAsciiDigit(At(at)); }

  size_t EndOfLetters(size_t at) const {
    while (IsLetterAt(at)) at += GlyphAt(text_, at).size;
    return at;
  }
  size_t EndOfAlnum(size_t at) const {
    while (IsAlnumAt(at)) at += GlyphAt(text_, at).size;
    return at;
  }
  size_t EndOfDigits(size_t at) const {
    while (IsDigitAt(at)) ++at;
    return at;
  }

  void TakeLetters() {
    const size_t begin = at_;
    const size_t letters = EndOfLetters(begin);
    if (TakeInitials(begin, letters) || TakeJoinedByAmpersand(begin, letters)) return;
    const size_t end = EndOfName(begin, letters);
    at_ = end;
    if (TakeMarkedContraction(begin, end)) return;
    const std::string_view piece = text_.substr(begin, end - begin);
    const Contraction meaning = UnmarkedContraction(piece);
    if (!meaning.second.empty()) {
      Emit(begin, begin + meaning.split, meaning.first, WordShape::kLetters);
      Emit(begin + meaning.split, end, meaning.second, WordShape::kLetters);
      return;
    }
    const std::string_view whole = ShortFor(piece);
    if (whole.empty()) {
      Emit(begin, end, WordShape::kLetters);
    } else {
      Emit(begin, end, whole, WordShape::kLetters);
    }
    if (At(end) == '.' && (piece.size() == 1 || KeepsItsDot(piece))) ++at_;
  }

  // Where the word of letters and digits ends that begins with the letters [begin, letters): "b52" and "v2.0" go on,
  // "eur60" and "expo2018" do not.
  size_t EndOfName(size_t begin, size_t letters) const {
    if (!IsDigitAt(letters)) {
      const bool language = letters == begin + 1 && (At(letters) == '#' || text_.substr(letters, 2) == "++");
      const size_t behind = letters + (At(letters) == '#' ? 1 : 2);  // "c#", "c++"
      return language && !IsAlnumAt(behind) ? behind : letters;
    }
    const std::string_view head = text_.substr(begin, letters - begin);
    const size_t digits = EndOfDigits(letters);
    if (IsCurrencyCode(head)) return letters;
    const bool year_follows = IsCalendarYear(text_.substr(letters, digits - letters)) && !IsLetterAt(digits);
    if (year_follows && (head.size() > 2 || head == "fy")) return letters;
    size_t end = EndOfAlnum(digits);
    while (IsAsciiDigit(text_[end - 1]) && At(end) == '.' && IsDigitAt(end + 1)) end = EndOfAlnum(end + 1);
    return end;
  }

  // "u.s.", "u.s.a", "e.g.", "ph.d.": letters with dots between them are one word without the dots.
  bool TakeInitials(size_t begin, size_t letters) {
    const bool doctor = text_.substr(begin, letters - begin) == "ph" && text_.substr(letters, 2) == ".d";
    const size_t first = GlyphAt(text_, begin).size;
    if (!doctor && letters != begin + first) return false;
    std::string joined(text_.substr(begin, letters - begin));
    size_t end = letters;
    while (At(end) == '.' && IsLetterAt(end + 1)) {
      const size_t next = end + 1 + GlyphAt(text_, end + 1).size;
      if (IsAlnumAt(next)) break;
      joined += text_.substr(end + 1, next - end - 1);
      end = next;
    }
    if (end == letters) return false;
    if (At(end) == '.') ++end;
    Emit(begin, end, joined, WordShape::kLetters);
    at_ = end;
    return true;
  }

  // "r&d", "at&t", and single letters also with spaces, "r & d". Longer names keep their "&" as a word.
  bool TakeJoinedByAmpersand(size_t begin, size_t letters) {
    constexpr size_t kLongestSide = 3;
    if (letters - begin > kLongestSide) return false;
    std::string joined(text_.substr(begin, letters - begin));
    size_t end = letters;
    for (;;) {
      size_t sign = end;
      while (At(sign) == ' ') ++sign;
      if (At(sign) != '&') break;
      size_t next = sign + 1;
      while (At(next) == ' ') ++next;
      const size_t next_end = EndOfAlnum(next);
      const size_t length = next_end - next;
      const bool spaced = sign != end || next != sign + 1;
      const bool single = length == 1 && joined.size() == 1;
      if (length == 0 || length > kLongestSide || (spaced && !single)) break;
      joined += '&';
      joined += text_.substr(next, length);
      end = next_end;
    }
    if (end == letters) return false;
    Emit(begin, end, joined, WordShape::kLetters);
    at_ = end;
    return true;
  }

  bool TakeMarkedContraction(size_t begin, size_t end) {
    if (At(end) != '\'' || !IsLetterAt(end + 1)) return false;
    const size_t tail_end = EndOfAlnum(end + 1);
    const std::string_view tail = text_.substr(end + 1, tail_end - end - 1);
    const Contraction meaning = MarkedContraction(text_.substr(begin, end - begin), tail);
    if (meaning.second.empty()) {
      Emit(begin, tail_end, WordShape::kLetters);  // a name: "o'brien", "xi'an"
      at_ = tail_end;
      return true;
    }
    Emit(begin, begin + meaning.split, meaning.first, WordShape::kLetters);
    Emit(begin + meaning.split, tail_end, meaning.second, WordShape::kLetters);
    at_ = tail_end;
    return true;
  }

  // A number with its separators, from its sign or first digit at `begin`; the digits begin at `at_`.
  void TakeNumber(size_t begin) {
    const size_t digits = EndOfDigits(at_);
    size_t end = EndOfDate(at_, digits);
    const bool dated = end != digits;
    if (!dated) end = EndOfFractions(EndOfGroups(at_, digits));
    const bool plain = end == digits && begin == at_;
    if (At(end) == '%') {
      ++end;
    } else if (text_.substr(end).starts_with("‰")) {
      end += std::string_view("‰").size();
    } else if (IsLetterAt(end) && plain) {
      const size_t name_end = EndOfAlnum(end);
      const std::string_view letters = text_.substr(end, name_end - end);
      const bool parts =
          IsAttachedUnit(letters) || (IsCalendarYear(text_.substr(begin, end - begin)) && IsPeriodOfYear(letters));
      if (!parts) {  // "24th", "5g"
        Emit(begin, name_end, WordShape::kLetters);
        at_ = name_end;
        return;
      }
    }
    Emit(begin, end, WordShape::kNumber);
    at_ = end;
  }

  // "2018-05-24": the end of it if the digits [begin, digits) begin such a date, else `digits`.
  size_t EndOfDate(size_t begin, size_t digits) const {
    if (digits - begin != 4 || At(digits) != '-') return digits;
    const size_t month = EndOfDigits(digits + 1);
    if (month == digits + 1 || month > digits + 3 || At(month) != '-') return digits;
    const size_t day = EndOfDigits(month + 1);
    return day == month + 1 || day > month + 3 ? digits : day;
  }

  // Past groups of three: "1,000,000". A comma that is not followed by exactly three digits parts two numbers.
  size_t EndOfGroups(size_t begin, size_t digits) const {
    if (digits - begin > 3) return digits;
    size_t end = digits;
    while (At(end) == ',' && EndOfDigits(end + 1) == end + 4) end += 4;
    return end;
  }

  // Past decimals, dotted versions and dates, clock times, and fractions: ".5", ".5.24", ":30", "/3", "/5/24".
  size_t EndOfFractions(size_t end) const {
    for (const char separator : {'.', ':', '/'}) {
      if (At(end) != separator || !IsDigitAt(end + 1)) continue;
      while (At(end) == separator && IsDigitAt(end + 1)) end = EndOfDigits(end + 1);
      return end;
    }
    return end;
  }

  // Anything that is no letter, digit or Chinese character: a word by itself, a break, or nothing.
  void TakeMark(const Glyph& glyph) {
    const size_t next = at_ + glyph.size;
    const bool opens =
        at_ == 0 || GlyphAt(text_, GlyphBefore(text_, at_)).kind == GlyphKind::kSpace || text_[at_ - 1] == '(';
    if (glyph.code == U'-' && IsDigitAt(next) && opens && !NumberBefore()) {
      const size_t begin = at_;
      at_ = next;
      TakeNumber(begin);
      return;
    }
    if (glyph.code == U'\'' && At(next) == 's' && !IsAlnumAt(next + 1) && !words_.empty()) {
      Emit(at_, next + 1, WordShape::kLetters);
      at_ = next + 1;
      return;
    }
    const bool lone_ampersand = glyph.code == U'&' && !words_.empty();
    if (lone_ampersand || glyph.code == U'%' || glyph.code == U'‰') Emit(at_, next, WordShape::kSymbol);
    const bool inside = at_ > 0 && IsWordGlyph(GlyphBefore(text_, at_)) && next < text_.size() && IsWordGlyph(next);
    const MarkKind mark = KindOfMark(glyph.code, inside ? MarkPlace::kInsideWord : MarkPlace::kApart);
    const bool paragraph = glyph.code == U'\n' && At(next) == '\n';
    if (mark == MarkKind::kSentence || paragraph) sentence_ended_ = true;
    if (mark != MarkKind::kNone || paragraph) break_passed_ = true;
    at_ = next;
  }

  bool IsWordGlyph(size_t at) const {
    const Glyph glyph = GlyphAt(text_, at);
    return IsAlnum(glyph) || glyph.kind == GlyphKind::kHan;
  }
  // Whether a hyphen here could stand between two numbers: "1990 -1995".
  bool NumberBefore() const { return !words_.empty() && !break_passed_ && words_.back().shape == WordShape::kNumber; }

  std::string_view original_;
  FoldedText folded_;
  std::string_view text_;  // of `folded_`
  size_t at_ = 0;
  std::vector<Word> words_;
  bool sentence_ended_ = false;
  bool break_passed_ = false;
};

std::string Join(const std::vector<Word>& words, std::string Word::*part) {
  std::string joined;
  for (const Word& word : words) {
    if (!joined.empty()) joined += ' ';
    joined += word.*part;
  }
  return joined;
}

}  // namespace

std::vector<Word> SplitWords(std::string_view text) { return Splitter(text).Run(); }

std::string JoinWords(const std::vector<Word>& words) { return Join(words, &Word::text); }

std::string JoinStems(const std::vector<Word>& words) { return Join(words, &Word::stem); }

}  // namespace docent
