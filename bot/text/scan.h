// bot/text/scan.h
// Words as the readers of quantities see them. Each reader looks at a position and says how far what it knows reaches
// from there; none looks further than a fixed number of words past what it takes, so all of them together are linear.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "bot/text/words.h"

namespace docent {

// Whether a text is searched for quantities, or must be one. In a value, "one" and "a year" are quantities that
// would be ordinary English in a sentence.
enum class ScanMode { kSentence, kValue };

// A view: `text` and `words` must outlive it.
class Scan {
 public:
  Scan(std::string_view text, const std::vector<Word>& words, ScanMode mode)
      : text_(text), words_(words), mode_(mode) {}

  size_t size() const { return words_.size(); }
  bool is_value() const { return mode_ == ScanMode::kValue; }
  const Word& operator[](size_t at) const { return words_[at]; }

  // The word at `at`, or an empty one past the end.
  std::string_view Text(size_t at) const { return at < size() ? std::string_view(words_[at].text) : ""; }
  // The word before `at`, or an empty one if there is none or punctuation stands between.
  std::string_view TextBefore(size_t at) const;

  // Whether the word at `at` exists and no punctuation parts it from the one before, and between two Chinese
  // characters no space either.
  bool Follows(size_t at) const;
  // The same, and it is `text`.
  bool Follows(size_t at, std::string_view text) const { return Follows(at) && words_[at].text == text; }
  // Whether it follows with at most a comma between, as the year in "May 24, 2018".
  bool FollowsComma(size_t at) const;
  // Whether nothing at all stands between it and the word before: "60bn".
  bool Touches(size_t at) const { return Follows(at) && GapBefore(at).empty(); }

  bool IsNumber(size_t at) const { return at < size() && words_[at].shape == WordShape::kNumber; }
  bool IsHan(size_t at) const { return at < size() && words_[at].shape == WordShape::kHan; }

  // What was written between the word before `at` and the word at it.
  std::string_view GapBefore(size_t at) const;
  // Whether only a hyphen or dash stands between the word at `at` and the one before: "1990-1995".
  bool FollowsHyphen(size_t at) const;

  // Where `phrase` ends that begins at `at`: "no less than", "不少于". Nothing if it does not stand there.
  std::optional<size_t> EndOfPhrase(size_t at, std::string_view phrase) const;

  std::string_view Original(size_t begin, size_t end) const { return text_.substr(begin, end - begin); }

 private:
  std::string_view text_;
  const std::vector<Word>& words_;
  ScanMode mode_;
};

}  // namespace docent
