// bot/text/units.h
// The units of amounts: currencies, units of time, measures, and the measure words of Chinese.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "bot/text/scan.h"

namespace docent {

struct MeasuringUnit {
  std::string_view name;  // "CNY", "year"; empty for measures, which stay as written
  double factor = 1;      // a decade is ten years
  size_t end = 0;         // the word behind it
  double extra = 0;       // "两个半月" is half a month more than two
};

// A currency before a number ("RMB", "$") or behind it ("yuan", "美元").
std::optional<MeasuringUnit> ReadCurrencyBefore(const Scan& scan, size_t at);
std::optional<MeasuringUnit> ReadCurrencyBehind(const Scan& scan, size_t at);

// The currency that is all of `text`, as quantities have it: "CNY" of "renminbi" or "yuan"; empty if it is none.
std::string_view CurrencyOf(std::string_view text);

// "years", "个月", "小时": always behind a number.
std::optional<MeasuringUnit> ReadTimeUnit(const Scan& scan, size_t at);

// "km", "square kilometres", "吨", "percentage points", "miles an hour": always behind a number.
std::optional<MeasuringUnit> ReadMeasure(const Scan& scan, size_t at);

// Whether `text` is such a measure, and nothing else.
bool IsMeasure(std::string_view text);

// Whether the word at `at` is one that Chinese puts between a number and a noun: "三个", "两家", "8名".
bool IsMeasureWord(const Scan& scan, size_t at);

}  // namespace docent
