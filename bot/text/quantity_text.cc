// Quantities as text: the words of bounds, and one line for each quantity.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <optional>
#include <utility>

#include "bot/text/quantity.h"

namespace docent {
namespace {

std::string_view BoundSign(Bound bound) {
  switch (bound) {
    case Bound::kExactly:
      return "";
    case Bound::kMoreThan:
      return ">";
    case Bound::kAtLeast:
      return ">=";
    case Bound::kNearly:
      return "<~";
    case Bound::kAbout:
      return "~";
    case Bound::kAtMost:
      return "<=";
    case Bound::kLessThan:
      return "<";
  }
  return "";
}

std::string_view KindName(QuantityKind kind) {
  switch (kind) {
    case QuantityKind::kNumber:
      return "number";
    case QuantityKind::kMoney:
      return "money";
    case QuantityKind::kShare:
      return "share";
    case QuantityKind::kDate:
      return "date";
    case QuantityKind::kSpan:
      return "span";
    case QuantityKind::kOrdinal:
      return "ordinal";
  }
  return "";
}

}  // namespace

bool IsTimeOfDay(const Quantity& quantity) {
  constexpr std::array<std::string_view, 7> kUnits = {"am", "pm", "a m", "p m", "a.m.", "p.m.", "o'clock"};
  return quantity.kind == QuantityKind::kNumber &&
         std::find(kUnits.begin(), kUnits.end(), quantity.unit) != kUnits.end();
}

namespace {

// `number` with at most `decimals` decimals and no zeros at its end.
std::string Decimal(double number, int decimals) {
  if (std::abs(number) >= 1e16) decimals = 0;
  std::array<char, 352> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), "%.*f", decimals, number);
  std::string text(buffer.data(), static_cast<size_t>(length));
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::string Padded(int number, int width) {
  std::array<char, 16> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), "%0*d", width, number);
  return {buffer.data(), static_cast<size_t>(length)};
}

}  // namespace

std::string_view BoundWords(Bound bound) {
  switch (bound) {
    case Bound::kExactly:
      return "";
    case Bound::kMoreThan:
      return "more than";
    case Bound::kAtLeast:
      return "at least";
    case Bound::kNearly:
      return "nearly";
    case Bound::kAbout:
      return "about";
    case Bound::kAtMost:
      return "at most";
    case Bound::kLessThan:
      return "less than";
  }
  return "";
}

std::string_view BoundWordsChinese(Bound bound) {
  switch (bound) {
    case Bound::kExactly:
      return "";
    case Bound::kMoreThan:
      return "超过";
    case Bound::kAtLeast:
      return "至少";
    case Bound::kNearly:
      return "近";
    case Bound::kAbout:
      return "约";
    case Bound::kAtMost:
      return "至多";
    case Bound::kLessThan:
      return "不到";
  }
  return "";
}

std::string ToString(const Date& date) {
  std::string text = date.year == 0 ? "" : Padded(date.year, 4);
  if (date.half != 0 || date.quarter != 0) {
    if (!text.empty()) text += '-';
    text += date.half != 0 ? 'H' : 'Q';
    return text + Padded(date.half != 0 ? date.half : date.quarter, 1);
  }
  constexpr std::array<std::string_view, 5> kSeasons = {"", "-spring", "-summer", "-autumn", "-winter"};
  constexpr std::array<std::string_view, 4> kStages = {"", "-early", "-mid", "-late"};
  text.append(kSeasons[static_cast<size_t>(date.season)]).append(kStages[static_cast<size_t>(date.stage)]);
  if (date.month == 0 && date.day == 0) return text;
  // As ISO 8601 wrote dates without a year: "--05-24".
  text += text.empty() ? "--" : "-";
  if (date.month != 0) text += Padded(date.month, 2);
  if (date.day != 0) text += '-' + Padded(date.day, 2);
  return text;
}

std::string ToString(const Quantity& quantity) {
  std::string text(KindName(quantity.kind));
  text += ' ';
  text += BoundSign(quantity.bound);
  if (quantity.kind == QuantityKind::kDate) return text + ToString(quantity.date);
  text += Decimal(quantity.number, quantity.kind == QuantityKind::kShare ? 3 : 6);
  if (!quantity.unit.empty()) text += ' ' + quantity.unit;
  return text;
}

}  // namespace docent
