#include "bot/dialogue/core.h"

#include <algorithm>
#include <array>

#include "bot/dialogue/split.h"
#include "bot/reading/marks.h"

namespace docent {
namespace {

class CoreReader {
 public:
  CoreReader(const MarkedQuestion& message, const Brain& brain) : message_(message), brain_(brain) {}

  std::optional<std::string> Read() const {
    const std::optional<WordSpan> sentence = SentenceThatNames();
    if (!sentence) return std::nullopt;
    const std::optional<size_t> begin = BeginOfQuestion(*sentence);
    if (!begin || !HoldsName({*begin, sentence->end})) return std::nullopt;
    const size_t end = EndOfQuestion({*begin, sentence->end});
    const WordSpan all = {0, message_.words.size()};
    if ((*begin == 0 && end == all.end) || !IsAside({0, *begin}) || !IsAside({end, all.end})) return std::nullopt;
    return TextOf(message_, {*begin, end});
  }

 private:
  bool Holds(WordSpan span, MeaningKind kind) const {
    return std::any_of(message_.mentions.begin(), message_.mentions.end(),
                       [&](const Mention& mention) { return span.Holds(mention.span) && Has(mention, kind); });
  }
  bool HoldsName(WordSpan span) const {
    return Holds(span, MeaningKind::kEntity) || Holds(span, MeaningKind::kWorldName);
  }
  bool Asks(WordSpan span) const {
    return HoldsQuestionWord(message_, span.begin, span.end, brain_.vocabulary(), brain_.rules());
  }

  // Nothing if none names anything, or more than one does.
  std::optional<WordSpan> SentenceThatNames() const {
    std::optional<WordSpan> found;
    for (size_t begin = 0; begin < message_.words.size();) {
      size_t end = begin + 1;
      while (end < message_.words.size() && !message_.words[end].starts_sentence) ++end;
      if (HoldsName({begin, end})) {
        if (found) return std::nullopt;
        found = WordSpan{begin, end};
      }
      begin = end;
    }
    return found;
  }

  // The first question word, with the preposition before it: "in which".
  std::optional<size_t> BeginOfQuestion(WordSpan sentence) const {
    for (size_t i = sentence.begin; i < sentence.end; ++i) {
      if (!Asks({i, i + 1})) continue;
      const bool is_led = i > sentence.begin && !message_.words[i].after_break &&
                          HoldsMark(message_, {i - 1, i}, "leads to a question word", brain_.rules());
      return is_led ? i - 1 : i;
    }
    return std::nullopt;
  }

  // Before ", but I can't recall it", "and I had no reply".
  size_t EndOfQuestion(WordSpan question) const {
    for (size_t i = question.begin + 1; i < question.end; ++i) {
      const bool parts =
          message_.words[i].after_break || HoldsMark(message_, {i, i + 1}, "joins clauses", brain_.rules());
      if (parts && HoldsName({question.begin, i}) && IsAside({i, question.end}) && SpeaksOfAsking({i, question.end}))
        return i;
    }
    return question.end;
  }

  bool SpeaksOfAsking(WordSpan span) const {
    constexpr std::array<std::string_view, 3> kMarks = {"speaker", "spoken to", "asks to know"};
    return std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) {
      for (size_t i = span.begin; i < span.end; ++i) {
        if (BeginsMark(message_, i, mark, brain_.vocabulary(), brain_.rules())) return true;
      }
      return false;
    });
  }

  // Whether each sentence of it speaks of the asker or of asking, and of nothing that the facts know but what is the
  // asker's own: "my teacher".
  bool IsAside(WordSpan span) const {
    for (size_t begin = span.begin; begin < span.end;) {
      size_t end = begin + 1;
      while (end < span.end && !message_.words[end].starts_sentence) ++end;
      if (!SpeaksOfAsking({begin, end})) return false;
      begin = end;
    }
    return !HoldsName(span) && !Asks(span) &&
           std::none_of(message_.mentions.begin(), message_.mentions.end(), [&](const Mention& mention) {
             if (!span.Holds(mention.span)) return false;
             const size_t at = mention.span.begin;
             const bool is_own = at > 0 && HoldsMark(message_, {at - 1, at}, "speaker", brain_.rules());
             const bool is_known = Has(mention, MeaningKind::kType) || Has(mention, MeaningKind::kAttribute);
             return mention.quantity.has_value() || (is_known && !is_own);
           });
  }

  const MarkedQuestion& message_;
  const Brain& brain_;
};

}  // namespace

std::optional<std::string> CoreOf(const MarkedQuestion& message, const Brain& brain) {
  return CoreReader(message, brain).Read();
}

}  // namespace docent
