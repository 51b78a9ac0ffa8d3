#include "bot/text/starters.h"

#include "bot/text/utf8.h"

namespace docent {

bool MayBeginQuantity(const Scan& scan, size_t at) {
  static const WordSet starters = [] {
    // Words that readers look for one by one.
    WordSet words = {"a", "an", "the", "half", "minus", "no", "负", "半", "第", "上", "下", "过", "大"};
    AddBoundStarters(words);
    AddCurrencyStarters(words);
    AddNumeralStarters(words);
    AddChineseNumeralStarters(words);
    AddOrdinalStarters(words);
    AddMonthStarters(words);
    AddYearPartStarters(words);
    AddSeasonStarters(words);
    return words;
  }();
  const Word& word = scan[at];
  return word.shape == WordShape::kNumber || IsAsciiDigit(word.text[0]) || starters.contains(word.text);
}

}  // namespace docent
