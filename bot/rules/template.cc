#include "bot/rules/template.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "bot/text/words.h"

namespace docent {
namespace {

constexpr size_t kMostPermuted = 4;    // 4! orders; more would be a sentence that nobody can foresee
constexpr size_t kMostSpellings = 64;  // of one word with bracketed parts
constexpr size_t kDeepest = 24;        // nested brackets
constexpr size_t kMostNodes = 50'000;  // with every copy that an order or an expansion is
constexpr std::string_view kSpecial = "()[]{}<>|;*^\"";

bool IsSpace(char c) { return c == ' ' || c == '\t'; }
bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '\'';
}

TemplateNode Sequence(std::vector<TemplateNode> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  TemplateNode sequence;
  sequence.node = TemplateSequence{std::move(parts)};
  return sequence;
}

size_t CountNodes(const TemplateNode& node) {
  const auto all = [](const std::vector<TemplateNode>& parts) {
    size_t count = 1;
    for (const TemplateNode& part : parts) count += CountNodes(part);
    return count;
  };
  if (const auto* sequence = std::get_if<TemplateSequence>(&node.node)) return all(sequence->parts);
  if (const auto* choice = std::get_if<TemplateChoice>(&node.node)) return all(choice->parts);
  return 1;
}

TemplateNode WordsOf(std::string_view text, bool exact) {
  std::vector<Word> words = SplitWords(text);
  if (text.starts_with('\'') && !words.empty()) {
    // The 's of a contraction is a word of its own only behind another one.
    words = SplitWords(std::string("it").append(text));
    words.erase(words.begin());
  }
  std::vector<TemplateNode> parts;
  for (Word& word : words) parts.push_back({TemplateWord{std::move(word.text), std::move(word.stem), exact}});
  return Sequence(std::move(parts));
}

class TemplateParser {
 public:
  TemplateParser(std::string_view text, const ExpansionLookup& expansions) : text_(text), expansions_(expansions) {}

  std::variant<TemplateNode, TemplateError> Parse() {
    TemplateNode root = ParseSequence();
    if (!error_ && position_ < text_.size()) Fail(position_, 1, "nothing is open that this could close", "take it out");
    if (error_) return *std::move(error_);
    return root;
  }

 private:
  bool AtEnd() const { return error_ || position_ >= text_.size(); }
  char Peek() const { return text_[position_]; }

  void Fail(size_t offset, size_t length, std::string message, std::string remedy) {
    if (!error_) error_ = TemplateError{offset, std::max<size_t>(length, 1), std::move(message), std::move(remedy)};
    position_ = text_.size();
  }

  // Everything up to a `|`, `;` or closing bracket of the level above.
  TemplateNode ParseSequence() {
    std::vector<TemplateNode> parts;
    while (!AtEnd()) {
      const char c = Peek();
      if (IsSpace(c)) {
        ++position_;
      } else if (c == '|' || c == ';' || c == ')' || c == ']') {
        break;
      } else {
        parts.push_back(ParsePart(c));
      }
    }
    return Sequence(std::move(parts));
  }

  TemplateNode ParsePart(char c) {
    if (std::optional<TemplateNode> word = ParseWordWithParts()) return *std::move(word);
    switch (c) {
      case '(':
        return ParseGroup(')');
      case '[':
        return ParseGroup(']');
      case '{':
        return ParseSlot();
      case '^':
        return ParseTouchingSlot();
      case '<':
        return ParseExpansion();
      case '"':
        return WordsOf(Enclosed('"', "this quotation mark"), true);
      case '*':
        ++position_;
        return {TemplateAny{"*"}};
      case '}':
      case '>':
        Fail(position_, 1, "nothing is open that this could close", "take it out");
        return {};
      default:
        return ParseWords();
    }
  }

  TemplateNode ParseWords() {
    const size_t begin = position_;
    while (position_ < text_.size() && !IsSpace(Peek()) && kSpecial.find(Peek()) == std::string_view::npos) ++position_;
    return WordsOf(text_.substr(begin, position_ - begin), false);
  }

  TemplateNode ParseGroup(char close) {
    const size_t begin = position_++;
    if (++depth_ > kDeepest) Fail(begin, 1, "too many brackets within each other", "use an expansion");
    std::vector<TemplateNode> parts;
    char separator = 0;
    while (true) {
      parts.push_back(ParseSequence());
      if (AtEnd()) {
        Fail(begin, 1, "this bracket is never closed", std::string("close it with ") + close);
        return {};
      }
      const char c = Peek();
      if (c == ')' || c == ']') break;
      if (separator != 0 && separator != c) {
        Fail(position_, 1, "| and ; in one bracket", "put one of them into a bracket of its own");
      }
      separator = c;
      ++position_;
    }
    if (!error_ && Peek() != close)
      Fail(position_, 1, "this closes another kind of bracket", std::string("use ") + close);
    --depth_;
    ++position_;
    return CloseGroup(std::move(parts), separator, close, begin);
  }

  TemplateNode CloseGroup(std::vector<TemplateNode> parts, char separator, char close, size_t begin) {
    if (separator == ';') parts = Permuted(std::move(parts), begin);
    if (close == ']') parts.emplace_back().node.emplace<TemplateSequence>();
    if (parts.size() == 1) return std::move(parts.front());
    return {TemplateChoice{std::move(parts)}};
  }

  std::vector<TemplateNode> Permuted(std::vector<TemplateNode> parts, size_t begin) {
    std::vector<TemplateNode> orders;
    if (parts.size() > kMostPermuted) {
      Fail(begin, 1, "more than four parts in any order", "split the rule");
      return orders;
    }
    size_t orders_of_them = 1;
    for (size_t i = 2; i <= parts.size(); ++i) orders_of_them *= i;
    for (const TemplateNode& part : parts) {
      if (!Copies(orders_of_them * CountNodes(part), begin)) return orders;
    }
    std::vector<size_t> order(parts.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    do {
      std::vector<TemplateNode> sequence;
      for (const size_t i : order) sequence.push_back(parts[i]);
      orders.push_back({TemplateSequence{std::move(sequence)}});
    } while (std::next_permutation(order.begin(), order.end()));
    return orders;
  }

  // Any order within any order, and expansions within expansions, multiply: whether there is room for so many copies.
  bool Copies(size_t nodes, size_t begin) {
    copied_ += nodes;
    if (copied_ > kMostNodes) Fail(begin, 1, "this makes the template too large", "split the rule");
    return copied_ <= kMostNodes;
  }

  // The text between here and `close`, both passed over.
  std::string_view Enclosed(char close, std::string_view what) {
    const size_t begin = position_;
    const size_t end = text_.find(close, begin + 1);
    if (end == std::string_view::npos) {
      Fail(begin, 1, std::string(what) + " is never closed", std::string("close it with ") + close);
      return {};
    }
    position_ = end + 1;
    return text_.substr(begin + 1, end - begin - 1);
  }

  TemplateNode ParseSlot() {
    const size_t begin = position_;
    const std::string_view inner = Enclosed('}', "this slot");
    if (error_) return {};
    const size_t colon = inner.find(':');
    const std::string_view kinds = inner.substr(0, colon);
    TemplateSlot slot;
    for (size_t at = 0; at <= kinds.size();) {
      const size_t end = std::min(kinds.find('|', at), kinds.size());
      slot.kinds.push_back(KindToken(kinds.substr(at, end - at)));
      at = end + 1;
    }
    slot.name = colon == std::string_view::npos ? slot.kinds.front() : KindToken(inner.substr(colon + 1));
    if (kinds == "*") return {TemplateAny{slot.name.empty() ? "*" : slot.name}};
    if (slot.name.empty() ||
        std::any_of(slot.kinds.begin(), slot.kinds.end(), [](auto& kind) { return kind.empty(); })) {
      Fail(begin, position_ - begin, "a slot needs a kind", "write {kind} or {kind:name}");
    }
    return {std::move(slot)};
  }

  TemplateNode ParseTouchingSlot() {
    const size_t begin = position_++;
    if (AtEnd() || Peek() != '{') {
      Fail(begin, 1, "no slot follows", "write ^{kind}");
      return {};
    }
    TemplateNode node = ParseSlot();
    if (auto* slot = std::get_if<TemplateSlot>(&node.node)) slot->touches = true;
    return node;
  }

  TemplateNode ParseExpansion() {
    const size_t begin = position_;
    const std::string_view name = Enclosed('>', "this expansion");
    if (error_) return {};
    const TemplateNode* expansion = expansions_(name);
    if (expansion != nullptr) return Copies(CountNodes(*expansion), begin) ? *expansion : TemplateNode{};
    Fail(begin, position_ - begin, "no expansion <" + std::string(name) + ">",
         "declare it with \"expansion:\" and \"means:\"");
    return {};
  }

  // A word some of whose letters stand in brackets, `light[s]` or `quick(er|est)`, as a choice of its spellings;
  // nothing if the text here is no such word.
  std::optional<TemplateNode> ParseWordWithParts() {
    std::vector<std::string> spellings = {""};
    size_t at = position_;
    bool has_letters = false;
    bool has_brackets = false;
    while (at < text_.size() && (IsLetter(text_[at]) || text_[at] == '[' || text_[at] == '(')) {
      std::vector<std::string> endings;
      if (IsLetter(text_[at])) {
        has_letters = true;
        endings.emplace_back(1, text_[at++]);
      } else {
        const char open = text_[at];
        const size_t end = text_.find(open == '[' ? ']' : ')', at);
        if (end == std::string_view::npos) return std::nullopt;
        std::optional<std::vector<std::string>> inner = Letters(text_.substr(at + 1, end - at - 1));
        if (!inner) return std::nullopt;
        endings = *std::move(inner);
        if (open == '[') endings.emplace_back();
        has_brackets = true;
        at = end + 1;
      }
      spellings = Combine(spellings, endings);
    }
    const bool ends = at >= text_.size() || IsSpace(text_[at]) || text_[at] == '|' || text_[at] == ';' ||
                      text_[at] == ')' || text_[at] == ']';
    if (!has_letters || !has_brackets || !ends || spellings.size() > kMostSpellings) return std::nullopt;
    position_ = at;
    TemplateChoice choice;
    for (const std::string& spelling : spellings) choice.parts.push_back(WordsOf(spelling, false));
    return TemplateNode{std::move(choice)};
  }

  // The alternatives of `text` if it holds nothing but letters and `|`.
  static std::optional<std::vector<std::string>> Letters(std::string_view text) {
    std::vector<std::string> parts = {""};
    for (const char c : text) {
      if (c == '|') {
        parts.emplace_back();
      } else if (IsLetter(c)) {
        parts.back() += c;
      } else {
        return std::nullopt;
      }
    }
    return parts;
  }

  static std::vector<std::string> Combine(const std::vector<std::string>& starts,
                                          const std::vector<std::string>& endings) {
    std::vector<std::string> combined;
    for (const std::string& start : starts) {
      for (const std::string& ending : endings) {
        if (combined.size() <= kMostSpellings) combined.push_back(start + ending);
      }
    }
    return combined;
  }

  std::string_view text_;
  const ExpansionLookup& expansions_;
  size_t position_ = 0;
  size_t depth_ = 0;
  size_t copied_ = 0;
  std::optional<TemplateError> error_;
};

constexpr size_t kMostCounted = 1'000'000'000;

struct VariantCounter {
  size_t operator()(const TemplateWord&) const { return 1; }
  size_t operator()(const TemplateSlot&) const { return 1; }
  size_t operator()(const TemplateAny&) const { return 1; }
  size_t operator()(const TemplateSequence& sequence) const {
    size_t count = 1;
    for (const TemplateNode& part : sequence.parts) count = std::min(count * CountVariants(part), kMostCounted);
    return count;
  }
  size_t operator()(const TemplateChoice& choice) const {
    size_t count = 0;
    for (const TemplateNode& part : choice.parts) count = std::min(count + CountVariants(part), kMostCounted);
    return count;
  }
};

bool IsEmpty(const TemplateNode& node) {
  const auto* sequence = std::get_if<TemplateSequence>(&node.node);
  return sequence != nullptr && sequence->parts.empty();
}

struct Printer {
  std::string operator()(const TemplateWord& word) const { return word.exact ? '"' + word.text + '"' : word.text; }
  std::string operator()(const TemplateSlot& slot) const {
    std::string text = slot.touches ? "^{" : "{";
    for (const std::string& kind : slot.kinds) text += (&kind == &slot.kinds.front() ? "" : "|") + kind;
    if (slot.kinds.size() > 1 || slot.name != slot.kinds.front()) text += ":" + slot.name;
    return text + "}";
  }
  std::string operator()(const TemplateAny& any) const { return any.name == "*" ? "*" : "{*:" + any.name + "}"; }
  std::string operator()(const TemplateSequence& sequence) const {
    std::string text;
    for (const TemplateNode& part : sequence.parts) text += (text.empty() ? "" : " ") + ToString(part);
    return text;
  }
  std::string operator()(const TemplateChoice& choice) const {
    const bool optional = IsEmpty(choice.parts.back());
    std::string text;
    for (size_t i = 0; i + (optional ? 1 : 0) < choice.parts.size(); ++i) {
      text += (i == 0 ? "" : "|") + ToString(choice.parts[i]);
    }
    return optional ? "[" + text + "]" : "(" + text + ")";
  }
};

}  // namespace

std::variant<TemplateNode, TemplateError> ParseTemplate(std::string_view text, const ExpansionLookup& expansions) {
  return TemplateParser(text, expansions).Parse();
}

size_t CountVariants(const TemplateNode& node) { return std::visit(VariantCounter{}, node.node); }

std::string KindToken(std::string_view kind) {
  std::string token;
  for (const Word& word : SplitWords(kind)) {
    // A sign is one only at the beginning of a word, and joined words have none.
    const bool is_signed = word.shape == WordShape::kNumber && (word.text.front() == '-' || word.text.front() == '+');
    token.append(token.empty() ? "" : "_").append(word.text, is_signed ? 1 : 0, std::string::npos);
  }
  return token;
}

std::string ToString(const TemplateNode& node) { return std::visit(Printer{}, node.node); }

}  // namespace docent
