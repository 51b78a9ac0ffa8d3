// Any bytes, any length.

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "bot/text/bounds.h"
#include "bot/text/readers.h"
#include "bot/text/starters.h"
#include "tests/text/lines.h"

namespace docent {
namespace {

// Whether any reader at all finds something at `at`: the slow way to ask MayBeginQuantity.
bool BeginsQuantity(const Scan& scan, size_t at) {
  return ReadBoundBefore(scan, at) || ReadChineseDate(scan, at) || ReadDate(scan, at) || ReadShare(scan, at) ||
         ReadAmount(scan, at) || ReadHalfSpan(scan, at) || ReadRank(scan, at);
}

// Quantities stand in order, cover words, and do not overlap; no word that begins one is passed over.
void ExpectSane(const std::string& text) {
  const std::vector<Word> words = SplitWords(text);
  for (const ScanMode mode : {ScanMode::kSentence, ScanMode::kValue}) {
    const Scan scan(text, words, mode);
    for (size_t at = 0; at < words.size(); ++at) {
      ASSERT_TRUE(MayBeginQuantity(scan, at) || !BeginsQuantity(scan, at)) << words[at].text << " in " << text;
    }
  }
  size_t end = 0;
  for (const Quantity& quantity : FindQuantities(text, words)) {
    ASSERT_LE(end, quantity.span.begin) << text;
    ASSERT_LT(quantity.span.begin, quantity.span.end) << text;
    ASSERT_LE(quantity.span.end, words.size()) << text;
    end = quantity.span.end;
  }
}

TEST(FindQuantities, TakesAnyOrderOfItsWords) {
  const std::vector<std::string> pieces = {
      "one",   "two ",  "sixty",   "hundred", "and",    "a",     "half",   "third", "of",    "the",   "2018",
      "1,000", "1/3",   "33%",     "billion", "bn",     "m",     "yuan",   "$",     "RMB",   "years", "May",
      "24th",  "first", "year",    "'s",      "within", "over",  "or",     "more",  "point", "five",  "六",
      "百",    "亿",    "元",      "年",      "月",     "日",    "半",     "分之",  "成",    "第",    "多",
      "内",    "点",    "零",      "一",      "+",      "-",     ",",      " ",     "~",     ">=",    "no.",
      "in",    "Q1",    "half of", "quarter", "上半年", "minus", "out of", "个",    "前"};
  std::mt19937 random(7);
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (size_t n = random() % 9; n > 0; --n) {
      text += pieces[random() % pieces.size()];
      if (random() % 3 != 0) text += ' ';
    }
    ExpectSane(text);
    (void)Parsed(text);
  }
}

TEST(FindQuantities, TakesAnyBytes) {
  std::mt19937 random(11);
  for (int i = 0; i < 5000; ++i) {
    std::string text(random() % 40, '\0');
    for (char& c : text) c = static_cast<char>(random());
    ExpectSane(text);
  }
}

TEST(FindQuantities, TakesLongRepetitionsInLinearTime) {
  for (const char* piece : {"million ",
                            "one million ",
                            "1 ",
                            "000 ",
                            "a half and ",
                            "亿",
                            "一亿",
                            "零",
                            "十",
                            "百",
                            "1,000",
                            "point five ",
                            "first half of the ",
                            "more than ",
                            "May ",
                            "$",
                            "2018",
                            "二",
                            "-",
                            "one in ",
                            "半",
                            "第",
                            "1/"}) {
    std::string text;
    while (text.size() < 100000) text += piece;
    ExpectSane(text);
  }
}

TEST(FindQuantities, TakesNumbersTooLargeToHold) {
  EXPECT_EQ(Quantities(std::string(1000, '9')), "");
  ExpectSane(std::string(300, '9') + " trillion trillion");
}

}  // namespace
}  // namespace docent
