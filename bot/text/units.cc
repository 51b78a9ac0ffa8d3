#include "bot/text/units.h"

#include <string>
#include <unordered_set>

#include "bot/text/phrases.h"
#include "bot/text/words.h"

namespace docent {
namespace {

struct TimeUnit {
  std::string_view name;
  double factor = 1;
  double extra = 0;
};

const PhraseTable<TimeUnit>& TimeUnits() {
  static const PhraseTable<TimeUnit> units = {{"year", {"year"}},
                                              {"years", {"year"}},
                                              {"yr", {"year"}},
                                              {"yrs", {"year"}},
                                              {"month", {"month"}},
                                              {"months", {"month"}},
                                              {"mth", {"month"}},
                                              {"mths", {"month"}},
                                              {"week", {"week"}},
                                              {"weeks", {"week"}},
                                              {"wk", {"week"}},
                                              {"wks", {"week"}},
                                              {"day", {"day"}},
                                              {"days", {"day"}},
                                              {"hour", {"hour"}},
                                              {"hours", {"hour"}},
                                              {"hr", {"hour"}},
                                              {"hrs", {"hour"}},
                                              {"h", {"hour"}},
                                              {"minute", {"minute"}},
                                              {"minutes", {"minute"}},
                                              {"min", {"minute"}},
                                              {"mins", {"minute"}},
                                              {"second", {"second"}},
                                              {"seconds", {"second"}},
                                              {"sec", {"second"}},
                                              {"secs", {"second"}},
                                              {"decade", {"year", 10}},
                                              {"decades", {"year", 10}},
                                              {"century", {"year", 100}},
                                              {"centuries", {"year", 100}},
                                              {"fortnight", {"week", 2}},
                                              {"fortnights", {"week", 2}},
                                              {"年", {"year"}},
                                              {"周年", {"year"}},
                                              {"个月", {"month"}},
                                              {"周", {"week"}},
                                              {"星期", {"week"}},
                                              {"个星期", {"week"}},
                                              {"个礼拜", {"week"}},
                                              {"天", {"day"}},
                                              {"小时", {"hour"}},
                                              {"个小时", {"hour"}},
                                              {"个钟头", {"hour"}},
                                              {"分钟", {"minute"}},
                                              {"秒", {"second"}},
                                              {"秒钟", {"second"}},
                                              {"个世纪", {"year", 100}},
                                              {"个半月", {"month", 1, 0.5}},
                                              {"个半小时", {"hour", 1, 0.5}},
                                              {"个半钟头", {"hour", 1, 0.5}},
                                              {"个半星期", {"week", 1, 0.5}},
                                              {"个半世纪", {"year", 100, 0.5}}};
  return units;
}

struct NoMeaning {};

const PhraseTable<NoMeaning>& Measures() {
  static const PhraseTable<NoMeaning> measures = {{"km", {}},
                                                  {"kilometre", {}},
                                                  {"kilometres", {}},
                                                  {"kilometer", {}},
                                                  {"kilometers", {}},
                                                  {"m", {}},
                                                  {"metre", {}},
                                                  {"metres", {}},
                                                  {"meter", {}},
                                                  {"meters", {}},
                                                  {"cm", {}},
                                                  {"centimetres", {}},
                                                  {"centimeters", {}},
                                                  {"mm", {}},
                                                  {"millimetres", {}},
                                                  {"millimeters", {}},
                                                  {"nm", {}},
                                                  {"nanometres", {}},
                                                  {"nanometers", {}},
                                                  {"mile", {}},
                                                  {"miles", {}},
                                                  {"mi", {}},
                                                  {"foot", {}},
                                                  {"feet", {}},
                                                  {"ft", {}},
                                                  {"inch", {}},
                                                  {"inches", {}},
                                                  {"yard", {}},
                                                  {"yards", {}},
                                                  {"kg", {}},
                                                  {"kilogram", {}},
                                                  {"kilograms", {}},
                                                  {"kilos", {}},
                                                  {"gram", {}},
                                                  {"grams", {}},
                                                  {"ton", {}},
                                                  {"tons", {}},
                                                  {"tonne", {}},
                                                  {"tonnes", {}},
                                                  {"t", {}},
                                                  {"lb", {}},
                                                  {"lbs", {}},
                                                  {"litre", {}},
                                                  {"litres", {}},
                                                  {"liter", {}},
                                                  {"liters", {}},
                                                  {"hectare", {}},
                                                  {"hectares", {}},
                                                  {"ha", {}},
                                                  {"acre", {}},
                                                  {"acres", {}},
                                                  {"sqm", {}},
                                                  {"sqkm", {}},
                                                  {"sq m", {}},
                                                  {"sq km", {}},
                                                  {"sq ft", {}},
                                                  {"sq mi", {}},
                                                  {"km2", {}},
                                                  {"m2", {}},
                                                  {"m3", {}},
                                                  {"square metres", {}},
                                                  {"square meters", {}},
                                                  {"square kilometres", {}},
                                                  {"square kilometers", {}},
                                                  {"square km", {}},
                                                  {"square miles", {}},
                                                  {"square mile", {}},
                                                  {"square feet", {}},
                                                  {"cubic metres", {}},
                                                  {"cubic meters", {}},
                                                  {"km h", {}},
                                                  {"kmh", {}},
                                                  {"kph", {}},
                                                  {"mph", {}},
                                                  {"m s", {}},
                                                  {"knots", {}},
                                                  {"kw", {}},
                                                  {"mw", {}},
                                                  {"gw", {}},
                                                  {"kwh", {}},
                                                  {"mwh", {}},
                                                  {"gwh", {}},
                                                  {"megawatts", {}},
                                                  {"gigawatts", {}},
                                                  {"kilowatts", {}},
                                                  {"watts", {}},
                                                  {"mb", {}},
                                                  {"gb", {}},
                                                  {"tb", {}},
                                                  {"pb", {}},
                                                  {"hz", {}},
                                                  {"khz", {}},
                                                  {"mhz", {}},
                                                  {"ghz", {}},
                                                  {"degrees", {}},
                                                  {"am", {}},
                                                  {"pm", {}},
                                                  {"a m", {}},
                                                  {"p m", {}},
                                                  {"percentage point", {}},
                                                  {"percentage points", {}},
                                                  {"公里", {}},
                                                  {"千米", {}},
                                                  {"米", {}},
                                                  {"厘米", {}},
                                                  {"毫米", {}},
                                                  {"平方米", {}},
                                                  {"平方公里", {}},
                                                  {"平方千米", {}},
                                                  {"平米", {}},
                                                  {"立方米", {}},
                                                  {"亩", {}},
                                                  {"公顷", {}},
                                                  {"吨", {}},
                                                  {"公斤", {}},
                                                  {"千克", {}},
                                                  {"克", {}},
                                                  {"升", {}},
                                                  {"千瓦", {}},
                                                  {"兆瓦", {}},
                                                  {"千瓦时", {}},
                                                  {"度", {}},
                                                  {"英里", {}},
                                                  {"英尺", {}},
                                                  {"倍", {}},
                                                  {"个百分点", {}},
                                                  {"海里", {}}};
  return measures;
}

}  // namespace

std::optional<MeasuringUnit> ReadTimeUnit(const Scan& scan, size_t at) {
  const auto found = TimeUnits().FindBehind(scan, at);
  if (!found) return std::nullopt;
  const std::string_view next = scan.Follows(found->end) ? scan.Text(found->end) : "";
  const bool other_word = next == "级" || next == "代";  // "五年级", "九十年代"
  if (scan.Text(found->end - 1) == "年" && other_word) return std::nullopt;
  return MeasuringUnit{found->meaning.name, found->meaning.factor, found->end, found->meaning.extra};
}

std::optional<MeasuringUnit> ReadMeasure(const Scan& scan, size_t at) {
  static const std::unordered_set<std::string_view> kIn = {"a", "an", "per", "every"};
  const auto found = Measures().FindBehind(scan, at);
  if (!found) return std::nullopt;
  size_t end = found->end;
  if (scan.Follows(end) && kIn.contains(scan.Text(end))) {
    if (const auto time = ReadTimeUnit(scan, end + 1); time && time->factor == 1) end = time->end;
  }
  return MeasuringUnit{"", 1, end};
}

bool IsMeasure(std::string_view text) {
  const std::string measured = "1 " + std::string(text);
  const std::vector<Word> words = SplitWords(measured);
  const std::optional<MeasuringUnit> unit = ReadMeasure(Scan(measured, words, ScanMode::kValue), 1);
  return unit && unit->end == words.size();
}

bool IsMeasureWord(const Scan& scan, size_t at) {
  static const std::unordered_set<std::string_view> kMeasureWords = {
      "个", "家", "名", "位", "所", "项", "台", "部", "座", "只", "支", "种", "类", "次", "条", "件", "人", "员",
      "大", "层", "篇", "辆", "架", "艘", "间", "栋", "套", "份", "批", "组", "届", "枚", "张", "本", "字", "场",
      "轮", "门", "片", "户", "款", "队", "口", "头", "匹", "棵", "株", "岁", "国", "省", "市", "区", "县", "城"};
  return scan.Follows(at) && kMeasureWords.contains(scan.Text(at));
}

}  // namespace docent
