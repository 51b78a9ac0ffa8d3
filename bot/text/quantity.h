// bot/text/quantity.h
// Numbers, money, shares, dates and spans of time as people write them, in digits and words, English and Chinese:
// "more than 60 billion yuan", "RMB 60,000 million", "六百亿", "one third", "33 %", "24 May 2018", "2018年5月24日",
// "within five years". A quantity keeps its bound, because an answer must never lose it.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bot/text/words.h"

namespace docent {

enum class QuantityKind { kNumber, kMoney, kShare, kDate, kSpan, kOrdinal };

enum class Bound {
  kExactly,
  kMoreThan,  // more than, over, exceeds, above; 超过, 多
  kAtLeast,   // at least, no less than, minimum; 至少, 不低于
  kNearly,    // nearly, almost, close to; 近, 将近
  kAbout,     // about, around, roughly, some, ~; 约, 大约
  kAtMost,    // at most, up to, no more than; 至多, 不超过
  kLessThan,  // less than, under, below; 低于, 不到
};

// A date known to some precision; parts that are not given are 0. `half` and `quarter` count from 1, `season` from
// spring, and `stage` is 1 early in the year, 2 in its middle, 3 late in it.
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
  int half = 0;
  int quarter = 0;
  int season = 0;
  int stage = 0;
  friend bool operator==(const Date&, const Date&) = default;
};

struct Quantity {
  QuantityKind kind = QuantityKind::kNumber;
  double number =
      0;             // money in whole currency units, a share as a fraction (1/3), a span in `unit`s, an ordinal's rank
  std::string unit;  // money: "CNY", "USD", ...; span: "year", "month", "day", ...; number: as written or empty
  Bound bound = Bound::kExactly;
  Date date;         // for kDate
  WordSpan span;     // the words it covers, with its bound and unit
  std::string text;  // as written, from the original text
  friend bool operator==(const Quantity&, const Quantity&) = default;
};

// All quantities in `words` (which came from `text`), left to right, longest first, not overlapping.
// A bare year ("2018", 1000..2199 without separators or unit) is a date with only a year. A number word that is
// ordinary English ("one" in "which one", "second" as time, "a" alone, "may" without a day or year) is no quantity.
std::vector<Quantity> FindQuantities(std::string_view text, const std::vector<Word>& words);

// The quantity that is all of `text`, as a fact file's value; nothing if text holds anything else but one word before
// it that only says how it is meant, as in "only 19,500".
std::optional<Quantity> ParseQuantity(std::string_view text);

// Whether it is a time of the day: "4 pm".
bool IsTimeOfDay(const Quantity& quantity);

// "more than", "at least", ...; empty for kExactly. In Chinese "超过", "至少", ...
std::string_view BoundWords(Bound bound);
std::string_view BoundWordsChinese(Bound bound);

// One line, for tests and explanations: `money >60000000000 CNY`, `date 2018-05-24`, `span <=5 year`, `share 0.333`.
std::string ToString(const Quantity& quantity);
std::string ToString(const Date& date);

}  // namespace docent
