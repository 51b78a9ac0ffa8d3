#include "bot/knowledge/value_review.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "bot/knowledge/builder.h"
#include "bot/text/quantity.h"
#include "bot/text/spelling.h"
#include "bot/text/words.h"

namespace docent {
namespace {

// The quantities of a value, or of a text that holds more than one.
std::vector<Quantity> QuantitiesIn(std::string_view text) { return FindQuantities(text, SplitWords(text)); }

// How a figure of the attribute is written so that it is read as one; empty if its values are texts.
std::string HowToWrite(const Attribute& attribute) {
  switch (attribute.kind) {
    case Kind::kMoney:
      return "write it like \"more than 60 billion yuan\" or \"35 crowns\"; what else it is belongs in the sentence";
    case Kind::kCount:
    case Kind::kNumber:
      return "write the number and its unit, of up to three words: \"about 12 cubic metres\"; what else it is belongs "
             "in the sentence";
    case Kind::kShare:
      return "write it like \"12 %\" or \"about one third\"";
    case Kind::kDate:
      return "write it like \"24 May 2018\", \"2018-05-24\", \"May 2018\" or \"2018\"";
    case Kind::kSpan:
      return "write it like \"five years\" or \"18 months\"";
    case Kind::kOpen:
    case Kind::kFlag:
      return "if it is a figure, say so in a block \"attribute: " + attribute.name +
             "\" with \"kind: number\", and write \"12 tonnes\", a unit of up to three words; if it is text, with "
             "\"kind: text\"";
    default:
      return {};
  }
}

class ValueReviewer {
 public:
  ValueReviewer(const Fact& fact, const Knowledge& knowledge, Diagnostics& diagnostics)
      : fact_(fact), knowledge_(knowledge), diagnostics_(diagnostics) {}

  void Review(const Entry& entry) {
    if (entry.key == "from") ReviewFrom(entry);
    if (entry.key != "value" || entry.language != "en") return;
    const Slot* slot = fact_.Find(Role::kValue);
    if (slot == nullptr) return;
    for (const Value& value : slot->values) {
      if (entry.value.find(value.text) == std::string::npos) continue;
      if (value.entity == kNone && !value.quantity) ReviewText(entry, value);
      if (value.quantity) ReviewSentence(entry, value);
    }
  }

 private:
  // "Since 2017" said by "from: 2017".
  void ReviewFrom(const Entry& entry) {
    const Slot* from = fact_.Find(Role::kFrom);
    const auto is_date = [](const Slot* slot) {
      if (slot == nullptr) return false;
      const Value& first = slot->values.front();
      return first.quantity && first.quantity->kind == QuantityKind::kDate;
    };
    // What was put off from one year to another.
    const bool is_moved = is_date(fact_.Find(Role::kValue)) || is_date(fact_.Find(Role::kTo));
    if (!is_date(from) || is_moved) return;
    const std::string date = from->values.front().text;
    if (entry.value.find(date) == std::string::npos) return;
    diagnostics_.Warn(PlaceOfPart(entry, date), "from-date",
                      "\"from\" is the value or the place before, and \"" + date + "\" is a date",
                      "what has been so since then is \"when: since " + date + "\"");
  }

  // A value that is no number and no name, but is almost one.
  void ReviewText(const Entry& entry, const Value& value) {
    const Kind kind = fact_.attribute == kNone ? Kind::kText : knowledge_.attributes[fact_.attribute].kind;
    if ((kind == Kind::kOpen || kind == Kind::kMoney) && IsRate(value.text)) {
      const std::string figure = FindQuantities(value.text, SplitWords(value.text)).front().text;
      diagnostics_.Warn(PlaceOfPart(entry, value.text), "unread-rate",
                        "\"" + value.text + "\" is a rate, which is kept as text and neither compared nor added up",
                        "write \"" + figure + "\", and for what length of time it is in the sentence");
      return;
    }
    if (LooksLikeNumber(value.text)) {
      if (fact_.attribute == kNone) return;
      const Attribute& attribute = knowledge_.attributes[fact_.attribute];
      if (IsSeason(value.text) && (attribute.kind == Kind::kOpen || attribute.kind == Kind::kDate)) {
        if (attribute.kind == Kind::kDate) return;  // told to whoever asks when
        diagnostics_.Warn(PlaceOfPart(entry, value.text), "unread-number",
                          "\"" + value.text + "\" begins like a number but is kept as text",
                          "a season is told as it stands: say so in a block \"attribute: " + attribute.name +
                              "\" with \"kind: date\" if people ask when, or else \"kind: text\"");
        return;
      }
      if (const std::string remedy = HowToWrite(attribute); !remedy.empty())
        diagnostics_.Warn(PlaceOfPart(entry, value.text), "unread-number",
                          "\"" + value.text + "\" begins like a number but is kept as text", remedy);
      return;
    }
    const std::string name = KnowledgeBuilder::Key(value.text);
    for (const Entity& entity : knowledge_.entities) {
      const std::string other = KnowledgeBuilder::Key(entity.name);
      if (name == other || EditDistance(name, other, MendableEdits(other)) > MendableEdits(other)) continue;
      diagnostics_.Warn(PlaceOfPart(entry, value.text), "near-name",
                        "\"" + value.text + "\" names nothing, but there is \"" + entity.name + "\"",
                        "did you mean \"" + entity.name + "\"?");
      return;
    }
  }

  // "2023/24", "2023-2024", "2021 to 2023": what begins in one year and ends in another.
  static bool IsSeason(std::string_view text) {
    constexpr size_t kYear = 4;
    constexpr std::array<std::string_view, 4> kBetween = {"/", "-", " to ", "–"};
    const auto is_digits = [](std::string_view part) {
      return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    if (text.size() <= kYear || !is_digits(text.substr(0, kYear))) return false;
    return std::any_of(kBetween.begin(), kBetween.end(), [&](std::string_view between) {
      if (!text.substr(kYear).starts_with(between)) return false;
      const std::string_view end = text.substr(kYear + between.size());
      return is_digits(end) && (end.size() == 2 || end.size() == kYear);
    });
  }

  // "35 pounds a year", "12 euros per person": a sum, and then for each of what.
  static bool IsRate(std::string_view text) {
    constexpr std::array<std::string_view, 5> kEach = {"a", "an", "per", "each", "every"};
    const std::vector<Word> words = SplitWords(text);
    const std::vector<Quantity> found = FindQuantities(text, words);
    if (found.empty() || found.front().span.begin != 0 || found.front().kind != QuantityKind::kMoney) return false;
    const size_t end = found.front().span.end;
    return end + 1 < words.size() && std::find(kEach.begin(), kEach.end(), words[end].text) != kEach.end();
  }

  // Digits first, and then no more than a unit.
  static bool LooksLikeNumber(std::string_view text) {
    const std::vector<Word> words = SplitWords(text);
    const bool starts =
        !words.empty() &&
        (words[0].shape == WordShape::kNumber ||
         (words[0].shape == WordShape::kSymbol && words.size() > 1 && words[1].shape == WordShape::kNumber));
    return starts && words.size() <= 3 && !IsTimeOfDay(text, words);
  }

  // "10:30", "8.30 am", "6 o'clock": a text, for whoever asks when.
  static bool IsTimeOfDay(std::string_view text, const std::vector<Word>& words) {
    if (text.find(':') != std::string_view::npos) return true;
    return std::any_of(words.begin() + 1, words.end(), [](const Word& word) {
      return word.text == "am" || word.text == "pm" || word.text == "a.m" || word.text == "p.m" ||
             word.text == "o'clock" || word.text == "noon";
    });
  }

  // The sentence is what the asker reads: it must state the same number.
  void ReviewSentence(const Entry& entry, const Value& value) {
    if (fact_.says.empty() || fact_.says.front().language != "en") return;
    const Quantity& quantity = *value.quantity;
    bool has_any = false;
    for (const Quantity& said : QuantitiesIn(fact_.says.front().text)) {
      // "From 20 minutes to 14", "30 of the 47 minutes": the unit is said once.
      const bool is_bare = said.kind == QuantityKind::kNumber && said.unit.empty();
      if (is_bare && quantity.kind != QuantityKind::kDate && said.number == quantity.number) return;
      if (said.kind != quantity.kind) continue;
      has_any = true;
      if (said.number == quantity.number && said.date == quantity.date) return;
    }
    if (!has_any) return;  // it may be said in other words
    diagnostics_.Warn(PlaceOfPart(entry, value.text), "unsaid-value",
                      "the sentence of this fact states another value than \"" + value.text + "\"",
                      "mend the value, or the \"says:\" line");
  }

  const Fact& fact_;
  const Knowledge& knowledge_;
  Diagnostics& diagnostics_;
};

}  // namespace

void ReviewValues(const Block& block, const Fact& fact, const Knowledge& knowledge, Diagnostics& diagnostics) {
  ValueReviewer reviewer(fact, knowledge, diagnostics);
  for (const Entry& entry : block.entries) reviewer.Review(entry);
}

}  // namespace docent
