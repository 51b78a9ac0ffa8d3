// Ranks: "first", "twenty-first", "24th", "第一".

#include <charconv>
#include <string_view>

#include "bot/text/numerals.h"
#include "bot/text/starters.h"
#include "bot/text/utf8.h"
#include "bot/text/word_table.h"

namespace docent {
namespace {

const WordTable<int>& Ordinals() {
  static const WordTable<int> ordinals = {
      {"first", 1},      {"second", 2},       {"third", 3},       {"fourth", 4},      {"fifth", 5},
      {"sixth", 6},      {"seventh", 7},      {"eighth", 8},      {"ninth", 9},       {"tenth", 10},
      {"eleventh", 11},  {"twelfth", 12},     {"thirteenth", 13}, {"fourteenth", 14}, {"fifteenth", 15},
      {"sixteenth", 16}, {"seventeenth", 17}, {"eighteenth", 18}, {"nineteenth", 19}, {"twentieth", 20},
      {"thirtieth", 30}, {"fortieth", 40},    {"fiftieth", 50},   {"sixtieth", 60},   {"seventieth", 70},
      {"eightieth", 80}, {"ninetieth", 90},   {"hundredth", 100}};
  return ordinals;
}

// "24th"
std::optional<int> OrdinalDigits(std::string_view word) {
  if (word.size() < 3 || word.size() > 8 || !IsAsciiDigit(word[0])) return std::nullopt;
  const std::string_view ending = word.substr(word.size() - 2);
  if (ending != "st" && ending != "nd" && ending != "rd" && ending != "th") return std::nullopt;
  int rank = 0;
  const char* end = word.data() + word.size() - 2;
  const auto [stop, error] = std::from_chars(word.data(), end, rank);
  return error == std::errc() && stop == end ? std::optional(rank) : std::nullopt;
}

}  // namespace

void AddOrdinalStarters(WordSet& words) { Ordinals().AddStarters(words); }

std::optional<Numeral> ReadOrdinal(const Scan& scan, size_t at) {
  const std::string_view word = scan.Text(at);
  if (word.empty()) return std::nullopt;
  if (word == "第") {
    if (!scan.Follows(at + 1)) return std::nullopt;
    auto number = scan.IsNumber(at + 1) && ReadDigits(scan.Text(at + 1))
                      ? Numeral{*ReadDigits(scan.Text(at + 1)), at + 2}
                      : ReadChineseNumeral(scan, at + 1).value_or(Numeral{});
    return number.end == 0 || number.bound != Bound::kExactly ? std::nullopt : std::optional(number);
  }
  if (const auto rank = OrdinalDigits(word)) return Numeral{static_cast<double>(*rank), at + 1};
  const auto tens = CardinalWord(word);
  if (tens && *tens >= 20 && scan.Follows(at + 1)) {
    const auto ones = Ordinals().Find(scan.Text(at + 1));
    if (ones && *ones <= 9) return Numeral{static_cast<double>(*tens + *ones), at + 2};
  }
  const auto rank = Ordinals().Find(word);
  if (!rank) return std::nullopt;
  // "per second" is a time.
  const std::string_view before = scan.TextBefore(at);
  const bool time = word == "second" && (before == "per" || before == "each" || before == "every" || before == "a");
  return time ? std::nullopt : std::optional(Numeral{static_cast<double>(*rank), at + 1});
}

}  // namespace docent
