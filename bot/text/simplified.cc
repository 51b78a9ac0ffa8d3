#include "bot/text/simplified.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace docent {
namespace {

constexpr char32_t kFirst = 0x4E00;
constexpr char32_t kLast = 0x9FFF;
using Table = std::array<char16_t, kLast - kFirst + 1>;

Table BuildTable() {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> transliterator(
      icu::Transliterator::createInstance("Hant-Hans", UTRANS_FORWARD, error));
  if (U_FAILURE(error) || transliterator == nullptr) {
    throw std::runtime_error("ICU has no Hant-Hans transliterator: is its full data library installed?");
  }
  // All characters at once, each with a space behind it: no rule that looks at two characters can then apply.
  icu::UnicodeString all;
  for (char32_t c = kFirst; c <= kLast; ++c) {
    all.append(static_cast<char16_t>(c)).append(u' ');
  }
  transliterator->transliterate(all);

  Table table;
  for (char32_t c = kFirst; c <= kLast; ++c) table[c - kFirst] = static_cast<char16_t>(c);
  int32_t at = 0;
  for (char32_t c = kFirst; c <= kLast && at < all.length(); ++c) {
    const int32_t space = all.indexOf(u' ', at);
    if (space == at + 1 && all[at] >= kFirst && all[at] <= kLast) table[c - kFirst] = all[at];
    at = space + 1;
  }
  // Follow chains to their ends, so that a second pass changes nothing.
  for (char16_t& to : table) {
    for (int step = 0; step < 4 && table[to - kFirst] != to; ++step) to = table[to - kFirst];
  }
  return table;
}

}  // namespace

char32_t Simplified(char32_t c) {
  if (c < kFirst || c > kLast) return c;
  static const Table table = BuildTable();
  return table[c - kFirst];
}

}  // namespace docent
