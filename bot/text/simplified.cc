#include "bot/text/simplified.h"

#include <array>
#include <cstddef>

#include "bot/text/simplified_pairs.h"

namespace docent {
namespace {

constexpr char32_t kFirst = 0x4E00;
constexpr char32_t kLast = 0x9FFF;
using Table = std::array<char16_t, kLast - kFirst + 1>;

constexpr Table BuildTable() {
  Table table{};
  for (char32_t c = kFirst; c <= kLast; ++c) table[c - kFirst] = static_cast<char16_t>(c);
  for (size_t i = 0; i + 1 < kTraditionalAndSimplified.size(); i += 2) {
    table[kTraditionalAndSimplified[i] - kFirst] = kTraditionalAndSimplified[i + 1];
  }
  return table;
}

constexpr Table kTable = BuildTable();

}  // namespace

char32_t Simplified(char32_t c) { return c < kFirst || c > kLast ? c : kTable[c - kFirst]; }

}  // namespace docent
