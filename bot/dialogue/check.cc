#include "bot/dialogue/check.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "bot/answering/wording.h"
#include "bot/dialogue/split.h"
#include "bot/reading/marks.h"

namespace docent {
namespace {

bool HoldsAny(const MarkedQuestion& marked, WordSpan span, std::initializer_list<MeaningKind> kinds) {
  return std::any_of(marked.mentions.begin(), marked.mentions.end(), [&](const Mention& mention) {
    return span.Holds(mention.span) &&
           std::any_of(kinds.begin(), kinds.end(), [&](MeaningKind kind) { return Has(mention, kind); });
  });
}

bool HoldsName(const MarkedQuestion& marked, WordSpan span) {
  return HoldsAny(marked, span, {MeaningKind::kEntity, MeaningKind::kWorldName});
}

class CheckReader {
 public:
  CheckReader(const MarkedQuestion& message, const Brain& brain)
      : message_(message), brain_(brain), end_(message.words.size()) {}

  std::optional<std::string> Read() const {
    const std::optional<WordSpan> quotation = Quotation();
    const std::optional<WordSpan> statement = quotation ? quotation : Statement();
    if (!statement) return std::nullopt;
    const size_t begin = BehindWhoSaysSo(*statement);
    const WordSpan head = {0, begin};
    const WordSpan tail = {statement->end, end_};
    const bool is_judged = IsJudged(tail) || Says(tail, "judges at the end") || IsJudged(head);
    // "True or made up" asks whether it is true, and "I don't believe it. Am I right?" or "without error" whether it is
    // not, or not false.
    const bool is_called_false = (IsJudged(tail) || IsJudged(head)) && !Says(tail, "judges") && !Says(head, "judges");
    const bool is_turned = IsNegated(head) && (Says(tail, "speaker") || Says(head, "judges false"));
    const bool is_false = is_called_false != is_turned;
    if (tail.size() > kMostWordsOfTail || IsQuestion({begin, statement->end})) return std::nullopt;
    if (is_judged ? AsksForMore(head) || AsksForMore(tail) : quotation || tail.size() > 0 || !IsDoubted(*statement))
      return std::nullopt;
    return Say(brain_.language(), is_false ? "claim to deny" : "claim to check", message_.language,
               {{"claim", TextOf(message_, {begin, statement->end})}});
  }

 private:
  static constexpr size_t kMostWordsOfTail = 14;

  // What stands between quotation marks, if it is more than a name and nothing beside it names anything.
  std::optional<WordSpan> Quotation() const {
    constexpr size_t kFewest = 4;
    WordSpan inside = {end_, end_};
    for (size_t i = 0; i < end_; ++i) {
      const bool opens = i > 0 ? IsQuoteBetween(message_.words[i - 1].end, message_.words[i].begin)
                               : IsQuoteBetween(0, message_.words[i].begin);
      if (opens && inside.begin == end_) {
        inside.begin = i;
      } else if (opens) {
        inside.end = i;
        break;
      }
    }
    const bool is_whole = inside.size() >= kFewest && HoldsName(message_, inside) &&
                          !HoldsName(message_, {0, inside.begin}) && !HoldsName(message_, {inside.end, end_});
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
    std::optional<WordSpan> statement;
    for (size_t begin = 0; begin < end_;) {
      size_t end = begin + 1;
      while (end < end_ && !message_.words[end].starts_sentence) ++end;
      if (HoldsName(message_, {begin, end})) {
        if (statement) return std::nullopt;
        statement = WordSpan{begin, end};
      }
      begin = end;
    }
    if (!statement) return std::nullopt;
    for (size_t i = statement->begin + 1; i < statement->end; ++i) {
      if (IsAfterColon(message_, i) && !HoldsName(message_, {statement->begin, i})) statement->begin = i;
    }
    for (size_t i = statement->end; i-- > statement->begin + 1;) {
      if (HoldsName(message_, {i, statement->end})) break;
      const WordSpan behind = {i, statement->end};
      if (message_.words[i].after_break && (IsJudged(behind) || Says(behind, "judges at the end"))) statement->end = i;
    }
    return statement;
  }

  // Whether words that are marked so begin anywhere in the span, be it in a longer phrase.
  bool Says(WordSpan span, std::string_view mark) const {
    for (size_t i = span.begin; i < span.end; ++i) {
      if (BeginsMark(message_, i, mark, brain_.vocabulary(), brain_.rules())) return true;
    }
    return false;
  }
  // But not by "wrong to say that".
  bool IsNegated(WordSpan span) const {
    return std::any_of(message_.mentions.begin(), message_.mentions.end(), [&](const Mention& mention) {
      return span.Holds(mention.span) && IsMarked(mention, "negation", brain_.rules()) &&
             !Says(mention.span, "judges false");
    });
  }
  bool IsJudged(WordSpan span) const { return Says(span, "judges") || Says(span, "judges false"); }

  // How many words are marked so from `at` on, at most; 0: none.
  size_t LengthOf(std::string_view mark, size_t at) const {
    size_t length = 0;
    for (const Vocabulary::Match& match : brain_.vocabulary().MatchesAt(message_.words, at)) {
      const Mention mention = {{at, at + match.length}, {match.meanings.begin(), match.meanings.end()}, {}};
      if (IsMarked(mention, mark, brain_.rules())) length = match.length;
    }
    return length;
  }

  // Where the statement begins behind "somebody on the train said", "I have it in my notes that"; what the facts know
  // by name is a part of it.
  size_t BehindWhoSaysSo(WordSpan statement) const {
    size_t begin = statement.begin;
    for (size_t i = begin; i < statement.end && !HoldsName(message_, {statement.begin, i}); ++i) {
      size_t length = LengthOf("leads to a claim", i);
      if (length == 0 && i > begin) length = LengthOf("says so", i);
      if (length > 0 && !HoldsName(message_, {statement.begin, i + length})) begin = i + length;
    }
    return begin;
  }

  bool IsQuestion(WordSpan span) const {
    const Mention* first = nullptr;
    for (const Mention& mention : message_.mentions) {
      if (mention.span.begin == span.begin) first = &mention;
    }
    const Meaning auxiliary = {MeaningKind::kFunction, kAuxiliary};
    return span.size() < kFewestWords ||
           HoldsQuestionWord(message_, span.begin, span.end, brain_.vocabulary(), brain_.rules()) ||
           (first != nullptr &&
            (IsMarked(*first, "request", brain_.rules()) || IsMarked(*first, "finite verb", brain_.rules()) ||
             std::find(first->meanings.begin(), first->meanings.end(), auxiliary) != first->meanings.end()));
  }

  // "Is that right, and who runs it?", "what is his right title"; not "that is what they claim. Is it so?".
  bool AsksForMore(WordSpan tail) const {
    for (size_t begin = tail.begin; begin < tail.end;) {
      size_t end = begin + 1;
      while (end < tail.end && !message_.words[end].starts_sentence) ++end;
      const WordSpan sentence = {begin, end};
      const size_t asking = IsJudged(sentence) ? end : begin + 1;
      if (HoldsQuestionWord(message_, begin, asking, brain_.vocabulary(), brain_.rules()) &&
          !Says(sentence, "asks for judgement"))
        return true;
      begin = end;
    }
    return false;
  }

  // "Just so that I understand you: Aurora has two funnels?"
  bool IsDoubted(WordSpan statement) const {
    return statement.begin > 0 && message_.text.find_last_of("?") != std::string::npos &&
           !HoldsQuestionWord(message_, 0, end_, brain_.vocabulary(), brain_.rules()) &&
           HoldsMark(message_, statement, "finite verb", brain_.rules());
  }

  static constexpr size_t kFewestWords = 3;

  const MarkedQuestion& message_;
  const Brain& brain_;
  size_t end_;
};

}  // namespace

std::optional<std::string> CheckAskedFor(const MarkedQuestion& message, const Brain& brain) {
  return CheckReader(message, brain).Read();
}

}  // namespace docent
