// Currencies by all their names.

#include <string_view>

#include "bot/text/phrases.h"
#include "bot/text/starters.h"
#include "bot/text/units.h"

namespace docent {
namespace {

using Currencies = PhraseTable<std::string_view>;

const Currencies& CurrenciesBefore() {
  static const Currencies currencies = {
      {"¥", "CNY"},    {"rmb", "CNY"},    {"rmb ¥", "CNY"}, {"cny", "CNY"},  {"yuan", "CNY"}, {"renminbi", "CNY"},
      {"cn ¥", "CNY"}, {"人民币", "CNY"}, {"$", "USD"},     {"us $", "USD"}, {"usd", "USD"},  {"usd $", "USD"},
      {"美元", "USD"}, {"€", "EUR"},      {"eur", "EUR"},   {"欧元", "EUR"}, {"£", "GBP"},    {"gbp", "GBP"},
      {"hk $", "HKD"}, {"hkd", "HKD"},    {"港币", "HKD"},  {"jpy", "JPY"},  {"jp ¥", "JPY"}, {"₹", "INR"},
      {"inr", "INR"},  {"₩", "KRW"},      {"krw", "KRW"},   {"a $", "AUD"},  {"aud", "AUD"},  {"c $", "CAD"},
      {"cad", "CAD"},  {"s $", "SGD"},    {"sgd", "SGD"},   {"nt $", "TWD"}, {"twd", "TWD"},  {"chf", "CHF"},
      {"₽", "RUB"},  {"rub", "RUB"}};
  return currencies;
}

const Currencies& CurrenciesBehind() {
  static const Currencies currencies = {{"yuan", "CNY"},
                                        {"yuans", "CNY"},
                                        {"chinese yuan", "CNY"},
                                        {"yuan renminbi", "CNY"},
                                        {"yuan rmb", "CNY"},
                                        {"rmb", "CNY"},
                                        {"rmb yuan", "CNY"},
                                        {"renminbi", "CNY"},
                                        {"cny", "CNY"},
                                        {"kuai", "CNY"},
                                        {"¥", "CNY"},
                                        {"元", "CNY"},
                                        {"元人民币", "CNY"},
                                        {"人民币", "CNY"},
                                        {"块", "CNY"},
                                        {"块钱", "CNY"},
                                        {"$", "USD"},
                                        {"dollar", "USD"},
                                        {"dollars", "USD"},
                                        {"us dollar", "USD"},
                                        {"us dollars", "USD"},
                                        {"american dollars", "USD"},
                                        {"bucks", "USD"},
                                        {"usd", "USD"},
                                        {"us $", "USD"},
                                        {"美元", "USD"},
                                        {"美金", "USD"},
                                        {"euro", "EUR"},
                                        {"euros", "EUR"},
                                        {"eur", "EUR"},
                                        {"€", "EUR"},
                                        {"欧元", "EUR"},
                                        {"pound", "GBP"},
                                        {"pounds", "GBP"},
                                        {"pound sterling", "GBP"},
                                        {"pounds sterling", "GBP"},
                                        {"quid", "GBP"},
                                        {"gbp", "GBP"},
                                        {"£", "GBP"},
                                        {"英镑", "GBP"},
                                        {"hong kong dollar", "HKD"},
                                        {"hong kong dollars", "HKD"},
                                        {"hkd", "HKD"},
                                        {"港元", "HKD"},
                                        {"港币", "HKD"},
                                        {"yen", "JPY"},
                                        {"japanese yen", "JPY"},
                                        {"jpy", "JPY"},
                                        {"日元", "JPY"},
                                        {"won", "KRW"},
                                        {"korean won", "KRW"},
                                        {"krw", "KRW"},
                                        {"韩元", "KRW"},
                                        {"rupee", "INR"},
                                        {"rupees", "INR"},
                                        {"inr", "INR"},
                                        {"卢比", "INR"},
                                        {"franc", "CHF"},
                                        {"francs", "CHF"},
                                        {"swiss francs", "CHF"},
                                        {"chf", "CHF"},
                                        {"rouble", "RUB"},
                                        {"roubles", "RUB"},
                                        {"ruble", "RUB"},
                                        {"rubles", "RUB"},
                                        {"卢布", "RUB"},
                                        {"australian dollars", "AUD"},
                                        {"aud", "AUD"},
                                        {"canadian dollars", "CAD"},
                                        {"cad", "CAD"},
                                        {"singapore dollars", "SGD"},
                                        {"sgd", "SGD"},
                                        {"台币", "TWD"},
                                        {"新台币", "TWD"},
                                        {"twd", "TWD"}};
  return currencies;
}

}  // namespace

void AddCurrencyStarters(WordSet& words) { CurrenciesBefore().AddStarters(words); }

std::optional<MeasuringUnit> ReadCurrencyBefore(const Scan& scan, size_t at) {
  const auto found = CurrenciesBefore().Find(scan, at);
  if (!found) return std::nullopt;
  return MeasuringUnit{found->meaning, 1, found->end};
}

std::optional<MeasuringUnit> ReadCurrencyBehind(const Scan& scan, size_t at) {
  const auto found = CurrenciesBehind().FindBehind(scan, at);
  if (!found) return std::nullopt;
  return MeasuringUnit{found->meaning, 1, found->end};
}

std::string_view CurrencyOf(std::string_view text) {
  const std::vector<Word> words = SplitWords(text);
  const auto unit = ReadCurrencyBehind(Scan(text, words, ScanMode::kValue), 0);
  return unit && unit->end == words.size() ? unit->name : std::string_view();
}

}  // namespace docent
