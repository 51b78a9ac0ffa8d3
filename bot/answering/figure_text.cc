#include "bot/answering/figure_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "bot/answering/wording.h"

namespace docent {
namespace {

// "20000" -> "20,000"; four digits are read without a comma.
std::string Grouped(std::string text) {
  constexpr size_t kGroup = 3;
  const size_t digits = text.find_first_not_of("0123456789") == std::string::npos ? text.size() : text.find('.');
  if (digits == std::string::npos || digits <= kGroup + 1) return text;
  for (size_t at = digits - kGroup; at > 0; at -= std::min(at, kGroup)) text.insert(at, ",");
  return text;
}

// In the words that facts use: 1200000000 -> "1.2 billion".
std::string ShownLarge(std::string_view language, double number) {
  struct Scale {
    double factor;
    const char* name;
  };
  constexpr std::array<Scale, 3> kScales = {{{1e12, "trillion"}, {1e9, "billion"}, {1e6, "million"}}};
  if (language == "zh" && std::fabs(number) >= 1e8) return ShownNumber(number / 1e8) + "亿";
  for (const Scale& scale : kScales) {
    if (std::fabs(number) >= scale.factor) return ShownNumber(number / scale.factor) + " " + scale.name;
  }
  return Grouped(ShownNumber(number));
}

}  // namespace

std::string ShownNumber(double number) {
  constexpr size_t kLongest = 40;
  std::array<char, kLongest> text{};
  const auto is_told = [&](double scale) { return std::fabs(number * scale - std::round(number * scale)) < 1e-6; };
  std::snprintf(text.data(), text.size(), is_told(1) ? "%.0f" : is_told(10) || !is_told(100) ? "%.1f" : "%.2f", number);
  return text.data();
}

std::string ShownFigure(const Language& words, std::string_view language, double number, const std::string& unit) {
  std::string shown = ShownLarge(language, number);
  if (unit.empty()) return shown;
  const std::string one = number == 1 ? Say(words, "span " + unit, language) : std::string();
  const std::string word = one.empty() ? Say(words, "unit " + unit, language) : one;
  return shown + std::string(SpaceIn(language)) + (word.empty() ? unit : word);  // an author's own: "barrels"
}

std::string ShownShare(double share) {
  constexpr double kPercent = 100;
  const double percent = share * kPercent;
  const bool is_whole = std::fabs(percent - std::round(percent)) < 1e-6;
  std::string percentage = ShownNumber(percent < 1 && !is_whole ? percent : std::round(percent)) + " %";
  if (is_whole) return percentage;
  for (const double parts : {3, 6, 7, 9}) {
    const double whole = std::round(share * parts);
    if (std::fabs(share * parts - whole) < 1e-6)
      return ShownNumber(whole) + "/" + ShownNumber(parts) + " (" + percentage + ")";
  }
  return percentage;
}

}  // namespace docent
