#include "bot/dialogue/check.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "bot/answering/wording.h"
#include "bot/dialogue/around.h"
#include "bot/dialogue/split.h"
#include "bot/reading/marks.h"

namespace docent {
namespace {

class CheckReader {
 public:
  CheckReader(const MarkedQuestion& message, const Brain& brain)
      : message_(message), brain_(brain), around_(message, brain), end_(message.words.size()) {}

  std::optional<std::string> Read() const {
    const std::optional<WordSpan> quotation = Quotation();
    const std::optional<WordSpan> statement = quotation ? quotation : Statement();
    if (!statement) return std::nullopt;
    const size_t begin = BehindWhoSaysSo(*statement);
    const WordSpan head = {0, begin};
    const WordSpan tail = {statement->end, end_};
    if (!around_.IsOnlyAsking(head) || !around_.IsOnlyAsking(tail)) return std::nullopt;
    if (AsksForMore(head) || AsksForMore(tail) || IsQuestion({begin, statement->end})) return std::nullopt;
    if (IsToldByOthers({begin, statement->end})) return std::nullopt;
    const std::optional<bool> holds = AsksIfItHolds(head, tail, {begin, statement->end});
    if (!holds) return std::nullopt;
    return Say(brain_.language(), *holds ? "claim to check" : "claim to deny", message_.language,
               {{"claim", TextOf(message_, {begin, statement->end})}});
  }

 private:
  static constexpr size_t kMostWordsOfTag = 2;  // ", no?", ", or yes?"

  // Whether it is asked if the statement holds, or if it does not; nothing if neither, or if a negation or another's
  // judgement leaves open which: "I say that it is nonsense. Am I right?"
  std::optional<bool> AsksIfItHolds(WordSpan head, WordSpan tail, WordSpan claim) const {
    // "No?" at the end denies nothing.
    const bool is_tag =
        around_.Says(tail, "judges at the end") && tail.size() <= kMostWordsOfTag && message_.text.ends_with('?');
    if (around_.IsNegated(head) || (around_.IsNegated(tail) && !is_tag)) return std::nullopt;
    const bool is_led = head.size() > 0 && (around_.LengthOf("leads to a claim", head.end - 1) > 0 ||
                                            (head.end < end_ && IsAfterColon(message_, head.end)));
    const bool is_asked_first = message_.text.find('?') < message_.words[head.end].begin || is_led;
    const WordSpan judging = around_.Says(tail, "judges") || around_.Says(tail, "judges false") || is_tag ? tail : head;
    if (judging == head && !is_asked_first) return std::nullopt;
    const bool is_true = around_.Says(judging, "judges") || is_tag;
    const bool is_false = around_.Says(judging, "judges false");
    if (is_true && is_false) {
      // "True or made up" asks whether it is true.
      return around_.SentencesOf(judging).size() == 1 && around_.Says(judging, "offers a choice") ? std::optional(true)
                                                                                                  : std::nullopt;
    }
    if (judging == tail && around_.Says(head, "judges false")) return std::nullopt;
    if (is_true || is_false) return is_true;
    // "Just so that I understand you: Aurora has two funnels?"
    const bool is_sentence = HoldsMark(message_, claim, "finite verb", brain_.rules());
    return tail.size() == 0 && is_led && is_sentence && message_.text.ends_with('?') ? std::optional(true)
                                                                                     : std::nullopt;
  }

  // What stands between the only quotation marks, if it is more than a name and nothing beside it names anything.
  std::optional<WordSpan> Quotation() const {
    constexpr size_t kFewest = 4;
    std::vector<size_t> quotes;
    for (size_t i = 0; i < end_; ++i) {
      if (IsQuoteBetween(i > 0 ? message_.words[i - 1].end : 0, message_.words[i].begin)) quotes.push_back(i);
    }
    if (end_ > 0 && IsQuoteBetween(message_.words[end_ - 1].end, message_.text.size())) quotes.push_back(end_);
    if (quotes.size() != 2 || quotes[1] - quotes[0] < kFewest) return std::nullopt;
    const WordSpan inside = {quotes[0], quotes[1]};
    const bool is_whole =
        around_.HoldsName(inside) && !around_.HoldsName({0, inside.begin}) && !around_.HoldsName({inside.end, end_});
    return is_whole ? std::optional(inside) : std::nullopt;
  }

  bool IsQuoteBetween(size_t begin, size_t end) const {
    constexpr std::array<std::string_view, 5> kQuotes = {"\"", "“", "”", "«", "»"};
    const std::string_view between = begin < end ? std::string_view(message_.text).substr(begin, end - begin) : "";
    return std::any_of(kQuotes.begin(), kQuotes.end(),
                       [&](std::string_view quote) { return between.find(quote) != std::string_view::npos; });
  }

  // The one sentence that names anything, without what stands before a colon in it and without the judgement behind it.
  std::optional<WordSpan> Statement() const {
    std::optional<WordSpan> statement = around_.SentenceThatNames();
    if (!statement) return std::nullopt;
    for (size_t i = statement->begin + 1; i < statement->end; ++i) {
      if (IsAfterColon(message_, i) && around_.IsOnlyAsking({statement->begin, i})) statement->begin = i;
    }
    for (size_t i = statement->end; i-- > statement->begin + 1;) {
      if (message_.words[i].after_break && around_.IsOnlyAsking({i, statement->end})) statement->end = i;
    }
    return statement;
  }

  // Where the statement begins behind "somebody told me that", "I have it in my notes that".
  size_t BehindWhoSaysSo(WordSpan statement) const {
    const size_t end = around_.EndOfAsking(statement);
    size_t begin = statement.begin;
    for (size_t i = begin; i < end; ++i) {
      size_t length = around_.LengthOf("leads to a claim", i);
      if (length == 0 && i > statement.begin) length = around_.LengthOf("says so", i);
      if (length > 0 && i + length <= end) begin = i + length;
    }
    return begin;
  }

  // "A broker told me that Aurora has two funnels": who says so may be a part of what is claimed.
  bool IsToldByOthers(WordSpan statement) const {
    size_t name = statement.begin;
    while (name < statement.end && !around_.HoldsName({statement.begin, name + 1})) ++name;
    return around_.Says({statement.begin, name}, "says so") ||
           around_.Says({statement.begin, name}, "leads to a claim");
  }

  bool IsQuestion(WordSpan span) const {
    constexpr size_t kFewest = 3;
    if (span.size() < kFewest || HoldsQuestionWord(message_, span.begin, span.end, brain_.vocabulary(), brain_.rules()))
      return true;
    return std::any_of(message_.mentions.begin(), message_.mentions.end(), [&](const Mention& mention) {
      const Meaning auxiliary = {MeaningKind::kFunction, kAuxiliary};
      return mention.span.begin == span.begin &&
             (IsMarked(mention, "request", brain_.rules()) || IsMarked(mention, "finite verb", brain_.rules()) ||
              std::find(mention.meanings.begin(), mention.meanings.end(), auxiliary) != mention.meanings.end());
    });
  }

  // "Is that right, and who runs it?", "tell me"; not "that is what they claim" nor "how true is that".
  bool AsksForMore(WordSpan span) const {
    const std::vector<WordSpan> sentences = around_.SentencesOf(span);
    return std::any_of(sentences.begin(), sentences.end(), [&](WordSpan sentence) {
      const size_t end = message_.words[sentence.end - 1].end;
      const bool is_question = message_.text.find('?', end) == end;
      const size_t last = is_question ? sentence.end : sentence.begin + 1;
      return HoldsQuestionWord(message_, sentence.begin, last, brain_.vocabulary(), brain_.rules()) &&
             !around_.Says(sentence, "asks for judgement");
    });
  }

  const MarkedQuestion& message_;
  const Brain& brain_;
  Around around_;
  size_t end_;
};

}  // namespace

std::optional<std::string> CheckAskedFor(const MarkedQuestion& message, const Brain& brain) {
  return CheckReader(message, brain).Read();
}

}  // namespace docent
