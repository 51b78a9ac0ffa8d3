// bot/text/readers.h
// One reader for each kind of quantity. A reader returns the quantity that begins at a word and what it covers,
// without the bound before it and without `text`; nothing if none begins there. FindQuantities asks them all.

#pragma once

#include <cstddef>
#include <optional>

#include "bot/text/quantity.h"
#include "bot/text/scan.h"

namespace docent {

// A date, as exactly as it is given: "24 May 2018", "Q1 2018", "2018", "first half of the year".
std::optional<Quantity> ReadDate(const Scan& scan, size_t at);
// The same in Chinese: "2018年5月24日", "上半年".
std::optional<Quantity> ReadChineseDate(const Scan& scan, size_t at);

// A part of a whole: "33 %", "two thirds", "1/3", "one in five", "三分之一", "七成", "一半".
std::optional<Quantity> ReadShare(const Scan& scan, size_t at);

// A number with whatever unit: money, a span of time, a measure, or a bare number.
std::optional<Quantity> ReadAmount(const Scan& scan, size_t at);
// "半年", "half a year", "a year and a half": a span whose number is no numeral.
std::optional<Quantity> ReadHalfSpan(const Scan& scan, size_t at);

// A rank: "first", "24th", "第一".
std::optional<Quantity> ReadRank(const Scan& scan, size_t at);

}  // namespace docent
