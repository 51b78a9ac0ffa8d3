#include <gtest/gtest.h>

#include "bot/text/units.h"
#include "tests/text/lines.h"

namespace docent {
namespace {

TEST(Money, IsTheSameHoweverItIsWritten) {
  for (const char* text : {"60 billion yuan",
                           "sixty billion yuan",
                           "60bn yuan",
                           "60bn RMB",
                           "RMB 60 billion",
                           "RMB 60,000 million",
                           "RMB60bn",
                           "¥60bn",
                           "￥60 bn",
                           "CNY 60 billion",
                           "60 billion renminbi",
                           "60-billion-yuan",
                           "60 billion Chinese yuan",
                           "RMB 60 billion yuan",
                           "60 b yuan",
                           "600亿元",
                           "六百亿元",
                           "600亿元人民币",
                           "人民币600亿元",
                           "６００億元",
                           "0.06万亿元"}) {
    EXPECT_EQ(Parsed(text), "money 60000000000 CNY") << text;
  }
}

TEST(Money, KnowsOtherCurrencies) {
  EXPECT_EQ(Quantities("$5, US$5m, 5 dollars"), "money 5 USD [$5]; money 5000000 USD [US$5m]; money 5 USD [5 dollars]");
  EXPECT_EQ(Quantities("€1.5m, £3bn, HK$ 100"),
            "money 1500000 EUR [€1.5m]; money 3000000000 GBP [£3bn]; money 100 HKD [HK$ 100]");
  EXPECT_EQ(Quantities("100万美元和5欧元"), "money 1000000 USD [100万美元]; money 5 EUR [5欧元]");
}

TEST(Money, TakesLettersForScales) {
  EXPECT_EQ(Quantities("$5t and $5 m"), "money 5000000000000 USD [$5t]; money 5000000 USD [$5 m]");
}

TEST(Money, TakesSpokenPrices) { EXPECT_EQ(Quantities("五块钱"), "money 5 CNY [五块钱]"); }

TEST(Money, IsNotACurrencyWithoutANumber) { EXPECT_EQ(Quantities("how many yuan in US dollars, 多少元"), ""); }

TEST(Money, HasACurrencyByAnyName) {
  EXPECT_EQ(CurrencyOf("renminbi"), "CNY");
  EXPECT_EQ(CurrencyOf("US dollars"), "USD");
  EXPECT_EQ(CurrencyOf("欧元"), "EUR");
  EXPECT_EQ(CurrencyOf("dollars a year"), "");
  EXPECT_EQ(CurrencyOf("mill"), "");
  EXPECT_EQ(CurrencyOf(""), "");
}

TEST(Money, EndsAtPunctuation) { EXPECT_EQ(Quantities("60 billion, yuan"), "number 60000000000 [60 billion]"); }

TEST(Money, KeepsItsBound) {
  EXPECT_EQ(Quantities("exceeded 60 billion yuan"), "money >60000000000 CNY [exceeded 60 billion yuan]");
  EXPECT_EQ(Quantities("no less than 6 billion yuan"), "money >=6000000000 CNY [no less than 6 billion yuan]");
  EXPECT_EQ(Quantities("六百多亿元"), "money >60000000000 CNY [六百多亿元]");
  EXPECT_EQ(Quantities("不少于60亿元"), "money >=6000000000 CNY [不少于60亿元]");
}

}  // namespace
}  // namespace docent
