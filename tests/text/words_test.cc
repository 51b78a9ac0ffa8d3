#include "bot/text/words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "bot/text/normalize.h"
#include "tests/text/lines.h"

namespace docent {
namespace {

// Each word as the original has it: `[What]['s] [new]` without what stands between.
std::string Places(std::string_view text) {
  std::string line;
  for (const Word& word : SplitWords(text)) {
    line.append("[").append(text.substr(word.begin, word.end - word.begin)).append("]");
  }
  return line;
}

// Each word with what stands before it: ^ begins a sentence, | comes after a break.
std::string Breaks(std::string_view text) {
  std::string line;
  for (const Word& word : SplitWords(text)) {
    if (!line.empty()) line.append(" ");
    line.append(word.starts_sentence ? "^" : "").append(word.after_break ? "|" : "").append(word.text);
  }
  return line;
}

// Each word with the first letter of its shape: L, N, H or S.
std::string Shapes(std::string_view text) {
  std::string line;
  for (const Word& word : SplitWords(text)) {
    constexpr std::string_view kLetters = "LNHS";
    if (!line.empty()) line.append(" ");
    line.append(1, kLetters[static_cast<size_t>(word.shape)]).append(":").append(word.text);
  }
  return line;
}

std::string Capitalized(std::string_view text) {
  std::string line;
  for (const Word& word : SplitWords(text)) {
    if (word.capitalized) line.append(line.empty() ? "" : " ").append(word.text);
  }
  return line;
}

TEST(SplitWords, CutsAtSpacesAndPunctuation) {
  EXPECT_EQ(Split("How much, then, did it raise?"), "how much then did it raise");
}

TEST(SplitWords, FindsNoWordsWhereThereAreNone) {
  EXPECT_EQ(Split(""), "");
  EXPECT_EQ(Split(" \t\n"), "");
  EXPECT_EQ(Split("?!... -- ()"), "");
}

TEST(SplitWords, DropsEmojiAndSymbols) { EXPECT_EQ(Split("hi 😀🎉 ★ there ™ #ai @home"), "hi there tm ai home"); }

TEST(SplitWords, MakesEachChineseCharacterAWord) { EXPECT_EQ(Split("上海人工智能"), "上 海 人 工 智 能"); }

TEST(SplitWords, PartsLettersAndDigitsFromChinese) {
  EXPECT_EQ(Split("G60脑智科创基地"), "g60 脑 智 科 创 基 地");
  EXPECT_EQ(Split("2018年5月24日"), "2018 年 5 月 24 日");
}

TEST(SplitWords, KeepsKanaTogether) { EXPECT_EQ(Split("コード 東京"), "コード 东 京"); }

TEST(SplitWords, PartsCompoundsAtHyphens) {
  EXPECT_EQ(Split("start-up e-mail AI-related"), "start up e mail ai related");
}

TEST(SplitWords, SplitsPossessives) { EXPECT_EQ(Split("Tang's Shanghai’s China`s"), "tang 's shanghai 's china 's"); }

TEST(SplitWords, DropsTheApostropheOfAPluralPossessive) {
  EXPECT_EQ(Split("the companies' names"), "the companies names");
}

TEST(SplitWords, KeepsAPossessiveThatStandsAlone) { EXPECT_EQ(Split("shanghai 's ai"), "shanghai 's ai"); }

TEST(SplitWords, SplitsWhatsAndItsLike) {
  EXPECT_EQ(Split("What's who's it's that's"), "what 's who 's it 's that 's");
}

TEST(SplitWords, SpellsNegationsOut) {
  EXPECT_EQ(Split("don't doesn't won't can't isn't shan't ain't cannot"),
            "do not does not will not can not is not shall not is not can not");
}

TEST(SplitWords, SpellsOtherContractionsOut) {
  EXPECT_EQ(Split("I'm we're I'd it'll they've"), "i am we are i would it will they have");
}

TEST(SplitWords, KnowsContractionsWithoutTheirApostrophe) {
  EXPECT_EQ(Split("dont doesnt isnt cant whats whos im ive youre"),
            "do not does not is not can not what 's who 's i am i have you are");
}

TEST(SplitWords, LeavesWordsAloneThatOnlyLookContracted) {
  EXPECT_EQ(Split("its were well ill id lets plant want amount"), "its were well ill id lets plant want amount");
}

TEST(SplitWords, KeepsNamesWithAnApostrophe) { EXPECT_EQ(Split("O'Brien's Xi'an"), "o'brien 's xi'an"); }

TEST(SplitWords, DropsQuotes) { EXPECT_EQ(Split("the 'smart' \"city\" “plan” ‘b’"), "the smart city plan b"); }

TEST(SplitWords, JoinsShortNamesAtAnAmpersand) { EXPECT_EQ(Split("R&D AT&T R & D"), "r&d at&t r&d"); }

TEST(SplitWords, KeepsAnAmpersandBetweenLongNames) {
  EXPECT_EQ(Split("Johnson & Johnson, Smith&Wesson"), "johnson & johnson smith & wesson");
}

TEST(SplitWords, JoinsInitialsWithDots) {
  EXPECT_EQ(Split("U.S. U.S.A. A.I. e.g. Ph.D. J.R.R. Tolkien"), "us usa ai eg phd jrr tolkien");
}

TEST(SplitWords, DropsTheDotOfAnAbbreviation) { EXPECT_EQ(Split("St. Louis, Dr. Pan"), "st louis dr pan"); }

TEST(SplitWords, KeepsNumbersWithTheirSeparators) {
  EXPECT_EQ(Split("1,000 3.5 1,234,567.8 14:30 1/3 2018-05-24"), "1,000 3.5 1,234,567.8 14:30 1/3 2018-05-24");
}

TEST(SplitWords, PartsListsOfNumbers) {
  EXPECT_EQ(Split("2018,2019 1,23 10-20 1990–1995"), "2018 2019 1 23 10 20 1990 1995");
}

TEST(SplitWords, KeepsAPercentSignThatTouchesItsNumber) { EXPECT_EQ(Split("33% 33 % 5‰"), "33% 33 % 5‰"); }

TEST(SplitWords, KeepsLettersInsideACode) {
  EXPECT_EQ(Split("g60 5G 3d v2.0 covid19 24th 1990s"), "g60 5g 3d v2.0 covid19 24th 1990s");
}

TEST(SplitWords, PartsANumberFromItsUnit) {
  EXPECT_EQ(Split("60bn 3.5k 5m 24h 10km RMB60bn"), "60 bn 3.5 k 5 m 24 h 10 km rmb 60 bn");
}

TEST(SplitWords, PartsANumberFromItsCurrencySign) { EXPECT_EQ(Split("$5 US$5 ¥60bn €1"), "$ 5 us $ 5 ¥ 60 bn € 1"); }

TEST(SplitWords, PartsAYearFromWhatItTouches) {
  EXPECT_EQ(Split("WAIC2018 2018Q1 FY2019"), "waic 2018 2018 q1 fy 2019");
}

TEST(SplitWords, KeepsAMinusSign) { EXPECT_EQ(Split("-5 or (-3.5%)"), "-5 or -3.5%"); }

TEST(SplitWords, TakesAHyphenBetweenNumbersForADash) { EXPECT_EQ(Split("1990 -1995"), "1990 1995"); }

TEST(SplitWords, KnowsLanguagesWithSigns) { EXPECT_EQ(Split("C++ or C# or F"), "c++ or c# or f"); }

TEST(SplitWords, ReplacesIllFormedBytes) { EXPECT_EQ(Split("ab\xFFgh \xE4\xB8"), "ab gh"); }

TEST(SplitWords, GivesTheSameWordsForTheNormalForm) {
  const std::string text = "“Shanghai’s” ２０１８年臺灣 3½ ﬁnance — O’Brien";
  EXPECT_EQ(Split(Normalize(text)), Split(text));
}

TEST(SplitWords, GivesTheSameWordsForWhatItJoined) {
  const std::string joined = Split("What's R & D's 33 % of $5bn? U.S. firms don't say -5.");
  EXPECT_EQ(Split(joined), joined);
}

TEST(SplitWords, TellsWhereEachWordStood) {
  EXPECT_EQ(Places("What's new, 上海?"), "[What]['s][new][上][海]");
  EXPECT_EQ(Places("Don't, cannot"), "[Do][n't][can][not]");
  EXPECT_EQ(Places("the U.S. R & D"), "[the][U.S.][R & D]");
}

TEST(SplitWords, TellsWhereAWordStoodBeforeFolding) {
  EXPECT_EQ(Places("“Shanghai’s” ６０亿 3½ ﬁ"), "[Shanghai][’s][６０][亿][3][½][ﬁ]");
}

TEST(SplitWords, TellsWhichWordsHaveCapitals) { EXPECT_EQ(Capitalized("Who runs the École in G60?"), "who école g60"); }

TEST(SplitWords, TellsWhereSentencesBegin) {
  EXPECT_EQ(Breaks("It grew. Did it? yes! 是的。好"), "^it grew ^|did it ^|yes ^|是 的 ^|好");
}

TEST(SplitWords, TellsWherePunctuationStood) {
  EXPECT_EQ(Breaks("first, (then) this: that - or; last"), "^first |then |this |that |or |last");
}

TEST(SplitWords, TakesNoAbbreviationForTheEndOfASentence) {
  EXPECT_EQ(Breaks("Dr. Pan of St. Louis, U.S. economy, No. 5"), "^dr pan of st louis |us economy |no 5");
}

TEST(SplitWords, TakesNeitherQuotesNorHyphensForBreaks) {
  EXPECT_EQ(Breaks("a \"smart\" start-up 微软-仪电"), "^a smart start up 微 软 仪 电");
}

TEST(SplitWords, BeginsASentenceAfterABlankLine) { EXPECT_EQ(Breaks("title\n\ntext\nmore"), "^title ^|text more"); }

TEST(SplitWords, TellsTheShapeOfEachWord) {
  EXPECT_EQ(Shapes("g60 1,000 33% 上 $ & x"), "L:g60 N:1,000 N:33% H:上 S:$ S:& L:x");
}

TEST(SplitWords, TakesLongRepetitions) {
  for (const char* piece : {"'", "a'", "a.", "1,", "&", "a & ", "-1", "1:", "((", "上", "\xE4", "1/"}) {
    std::string text;
    while (text.size() < 200000) text += piece;
    EXPECT_LE(SplitWords(text).size(), text.size()) << piece;
  }
}

}  // namespace
}  // namespace docent
