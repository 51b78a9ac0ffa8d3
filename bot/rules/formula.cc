#include "bot/rules/formula.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "bot/knowledge/fact.h"

namespace docent {
namespace {

using Operation = Formula::Operation;

constexpr std::array<std::string_view, 4> kQualifierWords = {"at", "in", "for", "during"};
constexpr size_t kDeepest = 32;

struct Piece {
  enum class Form { kWord, kSlot, kOpen, kClose, kEnd };
  Form form = Form::kEnd;
  std::string text;
  size_t offset = 0;
  size_t length = 1;
};

// Whether it stands in the place of a slot without being one.
bool IsKeyword(const std::string& slot) {
  const auto is = [&](std::string_view word) { return word == slot; };
  return std::any_of(std::begin(kComparisonWords), std::end(kComparisonWords), is) ||
         std::any_of(std::begin(kDirectionWords), std::end(kDirectionWords), is);
}

class FormulaParser {
 public:
  explicit FormulaParser(std::string_view text) { Split(text); }

  std::variant<Formula, TemplateError> Parse() {
    Formula formula = ParseJoin();
    if (!error_ && Next().form != Piece::Form::kEnd)
      Fail("nothing is expected here", "see docs/rules.md#find for what find: understands");
    if (error_) return *std::move(error_);
    return formula;
  }

 private:
  void Split(std::string_view text) {
    size_t at = 0;
    while (at < text.size()) {
      const char c = text[at];
      if (c == ' ' || c == '\t') {
        ++at;
      } else if (c == '(' || c == ')') {
        pieces_.push_back({c == '(' ? Piece::Form::kOpen : Piece::Form::kClose, std::string(1, c), at++, 1});
      } else if (c == '{') {
        const size_t end = text.find('}', at);
        if (end == std::string_view::npos || text.substr(at + 1, end - at).find('{') != std::string_view::npos) {
          error_ = TemplateError{at, 1, "this slot is never closed", "close it with }"};
          break;
        }
        std::string slot = KindToken(text.substr(at + 1, end - at - 1));
        if (IsKeyword(slot)) {
          error_ = TemplateError{at, end + 1 - at, "\"" + slot + "\" is a word of find: and no name for a slot",
                                 "give it a name of its own, as in {" + slot + ":one}"};
          break;
        }
        pieces_.push_back({Piece::Form::kSlot, std::move(slot), at, end + 1 - at});
        at = end + 1;
      } else {
        const size_t end = std::min(text.find_first_of(" \t(){", at), text.size());
        pieces_.push_back({Piece::Form::kWord, std::string(text.substr(at, end - at)), at, end - at});
        at = end;
      }
    }
    pieces_.push_back({Piece::Form::kEnd, "", text.size(), 1});
  }

  const Piece& Next() const { return pieces_[position_]; }
  Piece Take() { return position_ + 1 < pieces_.size() ? pieces_[position_++] : pieces_.back(); }

  bool IsWord(std::string_view word) const { return Next().form == Piece::Form::kWord && Next().text == word; }
  bool TakeWord(std::string_view word) {
    if (!IsWord(word)) return false;
    ++position_;
    return true;
  }

  void Fail(std::string message, std::string remedy) {
    if (!error_) error_ = TemplateError{Next().offset, Next().length, std::move(message), std::move(remedy)};
    position_ = pieces_.size() - 1;
  }

  void Expect(std::string_view word) {
    if (!TakeWord(word))
      Fail("\"" + std::string(word) + "\" is expected here", "see docs/rules.md#find for what find: understands");
  }

  std::string TakeSlot() {
    if (Next().form == Piece::Form::kSlot) return Take().text;
    Fail("a {slot} is expected here", "name one of the rule's slots");
    return {};
  }

  std::string TakeSlotIfAny() { return Next().form == Piece::Form::kSlot ? Take().text : std::string(); }

  // A slot, or one of the words that may stand in its place.
  template <size_t n>
  std::string TakeSlotOr(const std::string_view (&words)[n]) {
    for (const std::string_view word : words) {
      if (TakeWord(word)) return std::string(word);
    }
    return TakeSlot();
  }

  Formula ParseJoin() {
    Formula left = ParseTerm();
    while (!error_) {
      Operation operation = Operation::kAnd;
      if (TakeWord("or")) {
        operation = Operation::kOr;
      } else if (TakeWord("except")) {
        operation = Operation::kExcept;
      } else if (!TakeWord("and")) {
        break;
      }
      Formula right = ParseTerm();
      left = {operation, {}, {std::move(left), std::move(right)}};
    }
    return left;
  }

  Formula ParseTerm() {
    Formula term = ParseFactor();
    while (!error_ && Next().form == Piece::Form::kWord) {
      if (TakeWord("related")) {
        const Operation operation = TakeWord("from") ? Operation::kRelatedFrom : Operation::kRelated;
        if (operation == Operation::kRelated) Expect("to");
        Formula other = ParseFactor();
        term = {operation, {TakeRelation()}, {std::move(term), std::move(other)}};
      } else if (TakeWord("inside")) {
        term = {Operation::kInside, {}, {std::move(term), ParseFactor()}};
      } else if (TakeWord("where")) {
        term = ParseFilter(std::move(term));
      } else if (TakeWord("with")) {
        term = ParseWith(std::move(term));
      } else if (TakeWord("rank")) {
        term = {Operation::kRank, {TakeSlot()}, {std::move(term)}};
      } else if (TakeWord("as")) {
        term = {Operation::kAs, {TakeSlot()}, {std::move(term)}};
      } else {
        break;
      }
    }
    return term;
  }

  std::string TakeRelation() { return TakeWord("by") ? TakeSlot() : std::string(); }

  Formula ParseFilter(Formula set) {
    std::string first = TakeSlotOr(kComparisonWords);
    const bool has_comparison =
        Next().form == Piece::Form::kWord || (Next().form == Piece::Form::kSlot && FollowedByBound());
    std::string attribute;
    if (has_comparison) {
      attribute = std::move(first);
      first = TakeSlotOr(kComparisonWords);
    }
    return {Operation::kFilter, {attribute, first}, {std::move(set), ParseFactor()}};
  }

  // Whether the slot here is a comparison, because a bound stands behind it.
  bool FollowedByBound() const {
    const Piece::Form form = pieces_[std::min(position_ + 1, pieces_.size() - 1)].form;
    return form == Piece::Form::kSlot || form == Piece::Form::kOpen;
  }

  Formula ParseWith(Formula set) {
    if (TakeWord("number")) {
      std::string number = TakeSlot();
      Expect("of");
      Formula counted = ParseFactor();
      return {Operation::kCountFilter, {number, TakeRelation()}, {std::move(set), std::move(counted)}};
    }
    const bool counts = IsWord("most") || IsWord("fewest");
    std::string superlative = TakeSlotOr(kDirectionWords);
    if (counts || TakeWord("of")) {
      Formula counted = ParseFactor();
      return {Operation::kMost, {superlative, TakeRelation()}, {std::move(set), std::move(counted)}};
    }
    std::string attribute = TakeSlotIfAny();
    std::string rank = TakeWord("rank") ? TakeSlot() : std::string();
    return {Operation::kExtreme, {superlative, attribute, rank}, {std::move(set)}};
  }

  Formula ParseFactor() {
    if (++depth_ > kDeepest) Fail("too deep", "split the rule");
    Formula factor = ParseOpenFactor();
    --depth_;
    return factor;
  }

  Formula ParseOpenFactor() {
    if (Next().form == Piece::Form::kOpen) {
      Take();
      Formula inner = ParseJoin();
      if (Next().form == Piece::Form::kClose) {
        Take();
      } else {
        Fail("a closing parenthesis is expected here", "close what was opened with )");
      }
      return inner;
    }
    if (Next().form == Piece::Form::kSlot) return ParseSlotOrValue();
    if (Next().form == Piece::Form::kWord) return ParseWordFactor();
    Fail("a {slot} or an operation is expected here", "see docs/rules.md#find for what find: understands");
    return {};
  }

  Formula ParseSlotOrValue() {
    std::string slot = TakeSlot();
    if (!TakeWord("of")) return {Operation::kSlot, {slot}, {}};
    Formula value{Operation::kValue, {slot}, {ParseFactor()}};
    while (Next().form == Piece::Form::kWord &&
           std::find(kQualifierWords.begin(), kQualifierWords.end(), Next().text) != kQualifierWords.end()) {
      Take();
      value.slots.push_back(TakeSlot());
    }
    return value;
  }

  Formula ParseWordFactor() {
    if (TakeWord("what")) {
      Expect("has");
      std::string attribute = TakeSlot();
      return {Operation::kHolders, {attribute}, {ParseFactor()}};
    }
    for (const auto& [word, operation] :
         {std::pair("count", Operation::kCount), std::pair("sum", Operation::kSum),
          std::pair("average", Operation::kAverage), std::pair("whether", Operation::kWhether)}) {
      if (TakeWord(word)) return {operation, {}, {ParseFactor()}};
    }
    for (const auto& [word, operation] :
         {std::pair("difference", Operation::kDifference), std::pair("ratio", Operation::kRatio)}) {
      if (!TakeWord(word)) continue;
      Formula one = ParseFactor();
      Expect("and");
      return {operation, {}, {std::move(one), ParseFactor()}};
    }
    if (Next().text.find_first_not_of("0123456789.") == std::string::npos)
      return {Operation::kNumber, {Take().text}, {}};
    if (KindOfName(Next().text)) {
      std::string kind = Take().text;
      Expect("of");
      return {Operation::kKindValue, {kind}, {ParseFactor()}};
    }
    Fail("no operation \"" + Next().text + "\"", "see docs/rules.md#find for what find: understands");
    return {};
  }

  std::vector<Piece> pieces_;
  size_t position_ = 0;
  size_t depth_ = 0;
  std::optional<TemplateError> error_;
};

void CollectSlots(const Formula& formula, std::vector<std::string>& slots) {
  if (formula.operation == Operation::kKindValue || formula.operation == Operation::kNumber) {
    for (const Formula& part : formula.parts) CollectSlots(part, slots);
    return;
  }
  // Parts may stand before or behind slots in the text; an order by place is not worth keeping.
  for (const std::string& slot : formula.slots) {
    if (slot.empty() || IsKeyword(slot)) continue;
    if (std::find(slots.begin(), slots.end(), slot) == slots.end()) slots.push_back(slot);
  }
  for (const Formula& part : formula.parts) CollectSlots(part, slots);
}

std::string Slot(const std::string& slot) {
  if (IsKeyword(slot)) return slot;
  std::string text(1, '{');
  return text.append(slot).append(1, '}');
}
std::string Optional(std::string_view before, const std::string& slot) {
  return slot.empty() ? std::string() : std::string(before) + Slot(slot);
}

std::string Print(const Formula& formula);

std::string PrintOpen(const Formula& formula) {
  const std::vector<std::string>& slots = formula.slots;
  const auto part = [&](size_t i) { return Print(formula.parts[i]); };
  switch (formula.operation) {
    case Operation::kSlot:
      return Slot(slots[0]);
    case Operation::kNumber:
      return slots[0];
    case Operation::kValue: {
      std::string text = Slot(slots[0]) + " of " + part(0);
      for (size_t i = 1; i < slots.size(); ++i) text += " at " + Slot(slots[i]);
      return text;
    }
    case Operation::kKindValue:
      return slots[0] + " of " + part(0);
    case Operation::kHolders:
      return "what has " + Slot(slots[0]) + " " + part(0);
    case Operation::kRelated:
      return part(0) + " related to " + part(1) + Optional(" by ", slots[0]);
    case Operation::kRelatedFrom:
      return part(0) + " related from " + part(1) + Optional(" by ", slots[0]);
    case Operation::kInside:
      return part(0) + " inside " + part(1);
    case Operation::kFilter:
      return part(0) + " where" + Optional(" ", slots[0]) + " " + Slot(slots[1]) + " " + part(1);
    case Operation::kExtreme:
      return part(0) + " with " + Slot(slots[0]) + Optional(" ", slots[1]) + Optional(" rank ", slots[2]);
    case Operation::kMost:
      return part(0) + " with " + Slot(slots[0]) + (IsKeyword(slots[0]) ? " " : " of ") + part(1) +
             Optional(" by ", slots[1]);
    case Operation::kCountFilter:
      return part(0) + " with number " + Slot(slots[0]) + " of " + part(1) + Optional(" by ", slots[1]);
    case Operation::kRank:
      return part(0) + " rank " + Slot(slots[0]);
    case Operation::kAs:
      return part(0) + " as " + Slot(slots[0]);
    case Operation::kAnd:
      return part(0) + " and " + part(1);
    case Operation::kOr:
      return part(0) + " or " + part(1);
    case Operation::kExcept:
      return part(0) + " except " + part(1);
    case Operation::kDifference:
      return "difference " + part(0) + " and " + part(1);
    case Operation::kRatio:
      return "ratio " + part(0) + " and " + part(1);
    case Operation::kCount:
      return "count " + part(0);
    case Operation::kSum:
      return "sum " + part(0);
    case Operation::kAverage:
      return "average " + part(0);
    case Operation::kWhether:
      return "whether " + part(0);
  }
  return {};
}

std::string Print(const Formula& formula) {
  if (formula.parts.empty()) return PrintOpen(formula);
  std::string text(1, '(');
  return text.append(PrintOpen(formula)).append(1, ')');
}

}  // namespace

std::variant<Formula, TemplateError> ParseFormula(std::string_view text) { return FormulaParser(text).Parse(); }

std::vector<std::string> SlotsOf(const Formula& formula) {
  std::vector<std::string> slots;
  CollectSlots(formula, slots);
  return slots;
}

std::string ToString(const Formula& formula) { return Print(formula); }

}  // namespace docent
