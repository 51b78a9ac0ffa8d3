#include "bot/knowledge/kind_fit.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <span>
#include <string>
#include <string_view>

#include "bot/text/quantity.h"
#include "bot/text/words.h"

namespace docent {
namespace {

bool IsOneOf(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string LowerCase(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower;
}

// How spreadsheets say that a cell is empty.
bool IsBlank(std::string_view text) {
  constexpr std::array<std::string_view, 10> kBlanks = {"n.a.", "n/a", "na",  "#n/a", "nan",
                                                        "null", "nil", "tbd", "tba",  "t.b.d."};
  return IsOneOf(LowerCase(text), kBlanks) || text.find_first_not_of("-?.") == std::string_view::npos;
}

// "nobody", "free of charge": a zero in words.
bool IsNothing(const std::vector<Word>& words) {
  constexpr std::array<std::string_view, 8> kNothings = {"nobody", "none", "nothing", "no", "free", "zero", "无", "没"};
  return !words.empty() && IsOneOf(words.front().text, kNothings);
}

bool IsYesOrNo(std::string_view text) {
  constexpr std::array<std::string_view, 8> kAnswers = {"yes", "no", "true", "false", "是", "否", "有", "没有"};
  return IsOneOf(LowerCase(text), kAnswers);
}

bool IsCalendarWord(const std::string& word) {
  constexpr std::array<std::string_view, 12> kWords = {"spring", "summer", "autumn",    "fall",   "winter", "day",
                                                       "eve",    "year",   "christmas", "easter", "week",   "noon"};
  constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                        "may",       "june",     "july",     "august",
                                                        "september", "october",  "november", "december"};
  return IsOneOf(word, kWords) || IsOneOf(word, kMonths) || word.ends_with("day") || word.ends_with("days");
}

// "Maria Silva": words with capitals throughout, and none of a calendar's.
bool LooksLikeName(std::string_view text) {
  const std::vector<Word> words = SplitWords(text);
  return words.size() >= 2 && std::all_of(words.begin(), words.end(), [](const Word& word) {
           return word.shape == WordShape::kLetters && word.capitalized && !IsCalendarWord(word.text);
         });
}

bool EntityCanBe(EntityId id, Kind kind, const Knowledge& knowledge) {
  const Kind is = knowledge.KindOf(id);
  switch (kind) {
    case Kind::kPerson:
      return is != Kind::kPlace && !knowledge.entities[id].is_event;
    case Kind::kBody:
      return !knowledge.entities[id].is_event;
    case Kind::kPlace:
      return is != Kind::kPerson;
    case Kind::kDate:
      return is == Kind::kOpen;  // the day of a feast, the time of an event
    default:
      return false;
  }
}

bool QuantityCanBe(const Quantity& quantity, Kind kind) {
  const QuantityKind is = quantity.kind;
  switch (kind) {
    case Kind::kMoney:
      return is == QuantityKind::kMoney || is == QuantityKind::kNumber;
    case Kind::kCount:
    case Kind::kNumber:
      // "1500" is read as a year wherever it stands, and counts all the same.
      return is != QuantityKind::kDate ||
             (quantity.date.month == 0 && quantity.date.half == 0 && quantity.date.season == 0);
    case Kind::kShare:
      return is == QuantityKind::kShare || is == QuantityKind::kNumber;
    case Kind::kDate:
      return is != QuantityKind::kMoney && is != QuantityKind::kShare &&
             (is != QuantityKind::kNumber || (quantity.unit.empty() && quantity.number == std::floor(quantity.number)));
    case Kind::kSpan:
      return is == QuantityKind::kSpan || (is == QuantityKind::kNumber && !quantity.unit.empty());
    case Kind::kPlace:
      return is == QuantityKind::kNumber || is == QuantityKind::kOrdinal;  // a room, a street
    default:
      return false;
  }
}

bool TextCanBe(const std::string& text, Kind kind) {
  const std::vector<Word> words = SplitWords(text);
  switch (kind) {
    case Kind::kMoney:
    case Kind::kCount:
    case Kind::kNumber:
    case Kind::kShare:
      return IsNothing(words) || !FindQuantities(text, words).empty();
    case Kind::kDate:
      return !LooksLikeName(text);
    default:
      return true;
  }
}

}  // namespace

bool CanBe(const Value& value, Kind kind, const Knowledge& knowledge) {
  switch (kind) {
    case Kind::kOpen:
    case Kind::kName:
    case Kind::kText:
    case Kind::kList:
    case Kind::kReason:
    case Kind::kManner:
      return true;
    case Kind::kFlag:
      return IsYesOrNo(value.text);
    default:
      break;
  }
  if (IsBlank(value.text)) return false;
  if (value.entity != kNone) return EntityCanBe(value.entity, kind, knowledge);
  return value.quantity ? QuantityCanBe(*value.quantity, kind) : TextCanBe(value.text, kind);
}

std::optional<Kind> KindThatTellsToo(Kind asked) {
  switch (asked) {
    case Kind::kDate:
      return Kind::kSpan;
    case Kind::kSpan:
      return Kind::kDate;
    case Kind::kCount:
      return Kind::kShare;
    default:
      return std::nullopt;
  }
}

}  // namespace docent
