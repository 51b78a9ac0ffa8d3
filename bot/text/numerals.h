// bot/text/numerals.h
// Numbers without their units: digits ("60,000"), English words ("two and a half million") and Chinese ones
// ("六百多亿").

#pragma once

#include <cstddef>
#include <optional>

#include "bot/text/quantity.h"
#include "bot/text/scan.h"

namespace docent {

enum class NumberForm {
  kDigits,     // "350"
  kScaled,     // "60 billion", "sixty", "六百亿"
  kBareOne,    // "one" or "一" alone, which is seldom a number
  kBareHan,    // one Chinese numeral, which needs a measure word behind it
  kBareScale,  // "thousand" alone
};

struct Numeral {
  double value = 0;
  size_t end = 0;  // the word behind it
  NumberForm form = NumberForm::kDigits;
  Bound bound = Bound::kExactly;  // "六百多亿" is more than 600 hundred million
};

// Whether "5m" and "5t" are five million and trillion, which they are of money, or metres and tonnes.
enum class ScaleLetters { kCount, kMoney };

// The number that begins at `at`, as far as it reaches, in whatever form.
std::optional<Numeral> ReadNumeral(const Scan& scan, size_t at, ScaleLetters letters = ScaleLetters::kCount);

// The parts of it.
std::optional<Numeral> ReadEnglishNumeral(const Scan& scan, size_t at, ScaleLetters letters);
std::optional<Numeral> ReadChineseNumeral(const Scan& scan, size_t at);

// The value of one word of digits with separators and perhaps a sign: "1,000", "3.5", "-5". Nothing for "33%", "1/3".
std::optional<double> ReadDigits(std::string_view word);

// The value of "one" to "ninety" as one word; of "twenty-five", two words, see ReadBelowHundred.
std::optional<int> CardinalWord(std::string_view word);

// A number word from one to ninety-nine.
std::optional<Numeral> ReadBelowHundred(const Scan& scan, size_t at);

// The rank of "first", "twenty-first", "24th", "第一".
std::optional<Numeral> ReadOrdinal(const Scan& scan, size_t at);

}  // namespace docent
