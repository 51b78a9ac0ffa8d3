#include "bot/dialogue/around.h"

#include <algorithm>
#include <array>

#include "bot/reading/marks.h"

namespace docent {
namespace {

constexpr std::array<std::string_view, 9> kOfAsking = {"of asking",         "asks to know", "says so",
                                                       "leads to a claim",  "judges",       "judges false",
                                                       "judges at the end", "speaker",      "spoken to"};
// Grammar that changes what is asked.
constexpr std::array<std::string_view, 4> kChanging = {"only", "condition", "contrasts", "exactly"};

bool IsName(const Mention& mention) {
  return Has(mention, MeaningKind::kEntity) || Has(mention, MeaningKind::kWorldName);
}

bool HoldsKind(const Vocabulary::Match& match, MeaningKind kind) {
  return std::any_of(match.meanings.begin(), match.meanings.end(),
                     [&](const Meaning& meaning) { return meaning.kind == kind; });
}

}  // namespace

Around::Around(const MarkedQuestion& message, const Brain& brain)
    : message_(message), brain_(brain), is_thing_(message.words.size(), false) {
  for (const Mention& mention : message.mentions) {
    if (!mention.quantity && (!IsName(mention) || IsNamedByAsking(mention))) continue;
    for (size_t i = mention.span.begin; i < mention.span.end; ++i) is_thing_[i] = true;
  }
}

std::vector<WordSpan> Around::SentencesOf(WordSpan span) const {
  std::vector<WordSpan> sentences;
  for (size_t begin = span.begin; begin < span.end;) {
    size_t end = begin + 1;
    while (end < span.end && !message_.words[end].starts_sentence) ++end;
    sentences.push_back({begin, end});
    begin = end;
  }
  return sentences;
}

std::optional<WordSpan> Around::SentenceThatNames() const {
  std::vector<WordSpan> naming;
  for (const WordSpan sentence : SentencesOf({0, message_.words.size()})) {
    if (HoldsName(sentence)) naming.push_back(sentence);
  }
  // "Does the article agree?" beside a claim names the article, where that is a thing of which there are facts.
  if (naming.size() > 1) {
    std::erase_if(naming, [&](WordSpan sentence) {
      return std::all_of(message_.mentions.begin(), message_.mentions.end(), [&](const Mention& mention) {
        return !sentence.Holds(mention.span) || !IsName(mention) || IsNamedByAsking(mention);
      });
    });
  }
  return naming.size() == 1 ? std::optional(naming.front()) : std::nullopt;
}

bool Around::IsNamedByAsking(const Mention& mention) const {
  for (size_t i = mention.span.begin; i < mention.span.end; ++i) {
    if (LengthOfAsking(i, 1) == 0) return false;
  }
  return true;
}

bool Around::HoldsName(WordSpan span) const {
  return std::any_of(message_.mentions.begin(), message_.mentions.end(),
                     [&](const Mention& mention) { return span.Holds(mention.span) && IsName(mention); });
}

size_t Around::LengthOf(std::string_view mark, size_t at) const {
  size_t length = 0;
  for (const Vocabulary::Match& match : brain_.vocabulary().MatchesAt(message_.words, at)) {
    const Mention mention = {{at, at + match.length}, {match.meanings.begin(), match.meanings.end()}, {}};
    if (IsMarked(mention, mark, brain_.rules())) length = match.length;
  }
  return length;
}

bool Around::Says(WordSpan span, std::string_view mark) const {
  for (size_t i = span.begin; i < span.end; ++i) {
    if (LengthOf(mark, i) > 0) return true;
  }
  return false;
}

bool Around::IsNegated(WordSpan span) const {
  return std::any_of(message_.mentions.begin(), message_.mentions.end(), [&](const Mention& mention) {
    return span.Holds(mention.span) && IsNegation(message_, mention, brain_.vocabulary(), brain_.rules()) &&
           !Says(mention.span, "judges false");
  });
}

size_t Around::LengthOfAsking(size_t at, size_t most) const {
  size_t length = 0;
  for (const Vocabulary::Match& match : brain_.vocabulary().MatchesAt(message_.words, at)) {
    if (match.length > most) continue;
    const Mention mention = {{at, at + match.length}, {match.meanings.begin(), match.meanings.end()}, {}};
    const auto is_marked = [&](std::string_view mark) { return IsMarked(mention, mark, brain_.rules()); };
    const bool is_empty = HoldsKind(match, MeaningKind::kFunction) || HoldsKind(match, MeaningKind::kFiller);
    const bool changes = std::any_of(kChanging.begin(), kChanging.end(), is_marked);
    if ((is_empty && !changes) || std::any_of(kOfAsking.begin(), kOfAsking.end(), is_marked)) length = match.length;
  }
  return length;
}

size_t Around::EndOfAsking(WordSpan span) const {
  size_t i = span.begin;
  while (i < span.end && !is_thing_[i]) {
    const size_t length = LengthOfAsking(i, span.end - i);
    if (length == 0) break;
    i += length;
  }
  return i;
}

bool Around::IsOnlyAsking(WordSpan span) const {
  return std::none_of(is_thing_.begin() + static_cast<long>(span.begin),
                      is_thing_.begin() + static_cast<long>(span.end), [](bool is_thing) { return is_thing; }) &&
         EndOfAsking(span) == span.end;
}

}  // namespace docent
