#include "bot/text/simplified.h"

#include <gtest/gtest.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <memory>
#include <string>

#include "bot/text/utf8.h"

namespace docent {
namespace {

// What ICU makes of each character on its own, where that is one other character, followed to its end.
char32_t IcuSimplified(const icu::Transliterator& transliterator, char32_t c) {
  for (int step = 0; step < 4; ++step) {
    icu::UnicodeString text(static_cast<UChar32>(c));
    transliterator.transliterate(text);
    const auto next = static_cast<char32_t>(text.char32At(0));
    if (text.countChar32() != 1 || next == c || next < 0x4E00 || next > 0x9FFF) break;
    c = next;
  }
  return c;
}

TEST(Simplified, AgreesWithIcu) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> transliterator(
      icu::Transliterator::createInstance("Hant-Hans", UTRANS_FORWARD, error));
  ASSERT_TRUE(U_SUCCESS(error));
  std::string ours;
  std::string icus;
  for (char32_t c = 0x4E00; c <= 0x9FFF; ++c) {
    const auto add = [c](std::string& pairs, char32_t simplified) {
      if (simplified == c) return;
      AppendUtf8(pairs, c);
      AppendUtf8(pairs, simplified);
    };
    add(ours, Simplified(c));
    add(icus, IcuSimplified(*transliterator, c));
  }
  EXPECT_EQ(ours, icus);
}

TEST(Simplified, ChangesNothingTheSecondTime) {
  for (char32_t c = 0x3400; c <= 0xFAFF; ++c)
    ASSERT_TRUE(Simplified(Simplified(c)) == Simplified(c)) << static_cast<uint32_t>(c);
}

TEST(Simplified, LeavesEverythingElseAlone) {
  for (const char32_t c : {U'a', U'上', U'あ', U'\U00020000', U'\U0010FFFF'}) EXPECT_TRUE(Simplified(c) == c);
}

}  // namespace
}  // namespace docent
