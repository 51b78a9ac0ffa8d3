#include "bot/text/normalize.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace docent {
namespace {

TEST(Normalize, FoldsCase) { EXPECT_EQ(Normalize("WAIC Shanghai"), "waic shanghai"); }

TEST(Normalize, FoldsCaseBeyondAscii) { EXPECT_EQ(Normalize("ÉCOLE Straße ΣΟΦΟΣ"), "école strasse σοφοσ"); }

TEST(Normalize, ComposesLettersAndMarks) { EXPECT_EQ(Normalize("E\u0301cole"), "école"); }

TEST(Normalize, MakesFullWidthFormsHalfWidth) { EXPECT_EQ(Normalize("Ｇ６０，１００％"), "g60,100%"); }

TEST(Normalize, MakesQuotesPlain) {
  EXPECT_EQ(Normalize("“Shanghai’s” ‘AI’ don´t 「上海」"), "\"shanghai's\" 'ai' don't \"上海\"");
}

TEST(Normalize, MakesDashesPlain) { EXPECT_EQ(Normalize("1990–1995 — a−b ‐ c"), "1990-1995 - a-b - c"); }

TEST(Normalize, SpellsLigaturesAndUnitsOut) { EXPECT_EQ(Normalize("ﬁnance ㎞ ℃"), "finance km °c"); }

TEST(Normalize, KeepsAWholeAndItsFractionApart) { EXPECT_EQ(Normalize("3½ ½"), "3 1/2 1/2"); }

TEST(Normalize, MakesTraditionalChineseSimplified) {
  EXPECT_EQ(Normalize("臺灣 萬億 機器學習 商湯科技"), "台湾 万亿 机器学习 商汤科技");
}

TEST(Normalize, MakesCompatibilityIdeographsUnified) { EXPECT_EQ(Normalize("\uF9D1"), "六"); }

TEST(Normalize, DropsWhatIsInvisible) { EXPECT_EQ(Normalize("Shang\u00ADhai\u200B AI\uFEFF"), "shanghai ai"); }

TEST(Normalize, LeavesEmojiAlone) { EXPECT_EQ(Normalize("Hi 😀"), "hi 😀"); }

TEST(Normalize, GivesAnEmptyTextForAnEmptyOne) { EXPECT_EQ(Normalize(""), ""); }

TEST(Normalize, ReplacesIllFormedBytes) { EXPECT_EQ(Normalize("a\xFF\x62\xE4\xB8"), "a\uFFFDb\uFFFD"); }

TEST(Normalize, ChangesNothingTheSecondTime) {
  for (const std::string text : {"“Shanghai’s” — ½", "臺灣「萬億」", "ＦＵＬＬ　ｗｉｄｔｈ", "İstanbul ŉ ǰ ΐ",
                                 "e\u0301\u0323", "가각", "㈱ ℀ ﷺ"}) {
    EXPECT_EQ(Normalize(Normalize(text)), Normalize(text)) << text;
  }
}

TEST(Normalize, DropsMarksBeyondThirtyOnALetter) {
  std::string marks = "a";
  for (int i = 0; i < 1000; ++i) marks += i % 2 == 0 ? "\u0323" : "\u0310";
  EXPECT_LE(Normalize(marks).size(), 1 + 2 * 31);
  EXPECT_EQ(Normalize(Normalize(marks)), Normalize(marks));
}

TEST(FirstInvalidUtf8, FindsNothingInWellFormedText) { EXPECT_EQ(FirstInvalidUtf8("aé上😀\U0010FFFF"), std::nullopt); }

TEST(FirstInvalidUtf8, FindsALoneContinuationByte) { EXPECT_EQ(FirstInvalidUtf8("ab\x80"), 2); }

TEST(FirstInvalidUtf8, FindsACutSequence) { EXPECT_EQ(FirstInvalidUtf8("a\xE4\xB8"), 1); }

TEST(FirstInvalidUtf8, FindsAnOverlongForm) { EXPECT_EQ(FirstInvalidUtf8("\xC0\xAF"), 0); }

TEST(FirstInvalidUtf8, FindsASurrogate) { EXPECT_EQ(FirstInvalidUtf8("x\xED\xA0\x80"), 1); }

TEST(FirstInvalidUtf8, FindsAValueAboveTheLast) { EXPECT_EQ(FirstInvalidUtf8("\xF4\x90\x80\x80"), 0); }

}  // namespace
}  // namespace docent
