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

// What ICU makes of `c` on its own, if that is one other character.
char32_t IcuSimplified(const icu::Transliterator& transliterator, char32_t c) {
  icu::UnicodeString text(static_cast<UChar32>(c));
  transliterator.transliterate(text);
  const auto simplified = static_cast<char32_t>(text.char32At(0));
  return text.countChar32() == 1 && simplified >= 0x4E00 && simplified <= 0x9FFF ? simplified : c;
}

// ICU's rules hold one circle (U+82E7 and U+82CE); of those, ours keeps one.
TEST(Simplified, FoldsTogetherWhatIcuDoesAndNothingElse) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> transliterator(
      icu::Transliterator::createInstance("Hant-Hans", UTRANS_FORWARD, error));
  ASSERT_TRUE(U_SUCCESS(error));
  std::string differing;
  for (char32_t c = 0x4E00; c <= 0x9FFF; ++c) {
    const char32_t icus = IcuSimplified(*transliterator, c);
    const bool together = Simplified(c) == Simplified(icus);
    const bool needless = icus == c && Simplified(c) != c;
    if (!together || needless) AppendUtf8(differing, c);
  }
  EXPECT_EQ(differing, "");
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
