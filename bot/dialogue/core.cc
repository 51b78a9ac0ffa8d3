#include "bot/dialogue/core.h"

#include "bot/dialogue/around.h"
#include "bot/dialogue/split.h"
#include "bot/reading/marks.h"

namespace docent {
namespace {

class CoreReader {
 public:
  CoreReader(const MarkedQuestion& message, const Brain& brain)
      : message_(message), brain_(brain), around_(message, brain) {}

  std::optional<std::string> Read() const {
    const std::optional<WordSpan> sentence = around_.SentenceThatNames();
    if (!sentence) return std::nullopt;
    const std::optional<size_t> begin = BeginOfQuestion(*sentence);
    if (!begin || !around_.HoldsName({*begin, sentence->end})) return std::nullopt;
    const size_t end = EndOfQuestion({*begin, sentence->end});
    const WordSpan head = {0, *begin};
    const WordSpan tail = {end, message_.words.size()};
    if ((head.size() == 0 && tail.size() == 0) || !IsAside(head) || !IsAside(tail)) return std::nullopt;
    return TextOf(message_, {*begin, end});
  }

 private:
  bool Asks(WordSpan span) const {
    return HoldsQuestionWord(message_, span.begin, span.end, brain_.vocabulary(), brain_.rules());
  }

  // The first question word, with the preposition before it: "in which". Behind a noun it begins a relative clause:
  // "the one who".
  std::optional<size_t> BeginOfQuestion(WordSpan sentence) const {
    for (size_t i = sentence.begin; i < sentence.end; ++i) {
      if (!Asks({i, i + 1})) continue;
      const bool is_led = i > sentence.begin && !message_.words[i].after_break &&
                          HoldsMark(message_, {i - 1, i}, "leads to a question word", brain_.rules());
      const size_t begin = is_led ? i - 1 : i;
      const bool is_free = begin == sentence.begin || message_.words[begin].after_break || LeadsToAQuestion(begin - 1);
      return is_free ? std::optional(begin) : std::nullopt;
    }
    return std::nullopt;
  }

  // "Know", "tell me", "the foggiest", "about".
  bool LeadsToAQuestion(size_t before) const {
    return around_.LengthOf("asks to know", before) > 0 || around_.LengthOf("says so", before) > 0 ||
           around_.LengthOf("speaker", before) > 0 || around_.LengthOf("leads to a question", before) > 0;
  }

  // Before ", but I can't recall it", "and I had no reply".
  size_t EndOfQuestion(WordSpan question) const {
    for (size_t i = question.begin + 1; i + 1 < question.end; ++i) {
      const bool is_joined = HoldsMark(message_, {i, i + 1}, "joins clauses", brain_.rules());
      const bool parts = message_.words[i].after_break || is_joined;
      const size_t next = is_joined ? i + 1 : i;
      if (parts && around_.HoldsName({question.begin, i}) && around_.LengthOf("speaker", next) > 0 &&
          IsAside({i, question.end}))
        return i;
    }
    return question.end;
  }

  // Whether each sentence of it speaks of asking and of nothing else; not "were you right?".
  bool IsAside(WordSpan span) const {
    for (const WordSpan sentence : around_.SentencesOf(span)) {
      const bool speaks = around_.Says(sentence, "speaker") || around_.Says(sentence, "spoken to") ||
                          around_.Says(sentence, "asks to know");
      if (!speaks || around_.Says(sentence, "judges") || around_.Says(sentence, "judges false")) return false;
    }
    return !Asks(span) && around_.IsOnlyAsking(span);
  }

  const MarkedQuestion& message_;
  const Brain& brain_;
  Around around_;
};

}  // namespace

std::optional<std::string> CoreOf(const MarkedQuestion& message, const Brain& brain) {
  return CoreReader(message, brain).Read();
}

}  // namespace docent
