#include "bot/reading/term.h"

#include <algorithm>
#include <functional>

namespace docent {
namespace {

constexpr uint64_t kIdMask = (uint64_t{1} << kTermSortShift) - 1;

}  // namespace

TermKey KeyOf(TermSort sort, uint64_t id) { return (static_cast<uint64_t>(sort) << kTermSortShift) | (id & kIdMask); }
TermKey StemKey(std::string_view stem) { return KeyOf(TermSort::kStem, std::hash<std::string_view>{}(stem)); }
TermKey PairKey(std::string_view first, std::string_view second) {
  return KeyOf(TermSort::kPair, std::hash<std::string>{}(std::string(first) + std::string(second)));
}
TermKey PhraseKey(const std::vector<Word>& words, WordSpan span) {
  std::string stems;
  for (size_t i = span.begin; i < span.end; ++i) stems += (stems.empty() ? "" : " ") + words[i].stem;
  return StemKey(stems);
}

TermKey CharacterKey(std::string_view character) {
  return KeyOf(TermSort::kCharacter, std::hash<std::string_view>{}(character));
}
TermKey MeasureKey(const Quantity& quantity) {
  constexpr uint64_t kSpread = 0x9E3779B97F4A7C15;
  const uint64_t number = std::hash<double>{}(quantity.number);
  return KeyOf(TermSort::kFigure, number ^ (std::hash<std::string>{}(quantity.unit) * kSpread));
}

TermKey FigureKey(double number) { return KeyOf(TermSort::kFigure, std::hash<double>{}(number)); }

void AppendWordTerms(const std::vector<Word>& words, WordSpan span, std::vector<TermKey>& terms) {
  for (size_t i = span.begin; i < span.end; ++i) {
    if (words[i].shape != WordShape::kHan) {
      terms.push_back(StemKey(words[i].stem));
    } else if (i + 1 < span.end && words[i + 1].shape == WordShape::kHan) {
      terms.push_back(PairKey(words[i].text, words[i + 1].text));
    } else if (i == span.begin || words[i - 1].shape != WordShape::kHan) {
      terms.push_back(StemKey(words[i].text));
    }
  }
}

bool IsGrammar(const Mention& mention) {
  const auto is_empty = [](const Meaning& meaning) {
    return meaning.kind == MeaningKind::kFiller || meaning.kind == MeaningKind::kFunction;
  };
  const auto may_be_empty = [&](const Meaning& meaning) {
    return is_empty(meaning) || meaning.kind == MeaningKind::kMark || meaning.kind == MeaningKind::kKindNoun;
  };
  // A filler is a fixed form that people wrote down for having no content, whatever the thesaurus makes of its words.
  const bool is_filler = std::any_of(mention.meanings.begin(), mention.meanings.end(),
                                     [](const Meaning& meaning) { return meaning.kind == MeaningKind::kFiller; });
  const bool is_word = std::all_of(mention.meanings.begin(), mention.meanings.end(), [&](const Meaning& meaning) {
    return may_be_empty(meaning) || meaning.kind == MeaningKind::kClass || meaning.kind == MeaningKind::kLight;
  });
  if (is_filler && is_word) return true;
  return !mention.quantity && std::all_of(mention.meanings.begin(), mention.meanings.end(), may_be_empty) &&
         std::any_of(mention.meanings.begin(), mention.meanings.end(), is_empty);
}

std::vector<TermKey> TermsOfMention(const MarkedQuestion& marked, const Mention& mention) {
  std::vector<TermKey> terms;
  for (const Meaning& meaning : mention.meanings) {
    switch (meaning.kind) {
      case MeaningKind::kEntity:
        terms.push_back(KeyOf(TermSort::kEntity, meaning.id));
        break;
      case MeaningKind::kType:
        terms.push_back(KeyOf(TermSort::kType, meaning.id));
        break;
      case MeaningKind::kAttribute:
      case MeaningKind::kReverse:
      case MeaningKind::kHigh:
      case MeaningKind::kLow:
        terms.push_back(KeyOf(TermSort::kAttribute, meaning.id));
        break;
      case MeaningKind::kClass:
        terms.push_back(KeyOf(TermSort::kClass, meaning.id));
        break;
      case MeaningKind::kKindNoun:
      case MeaningKind::kWorldName:
      case MeaningKind::kMark:
      case MeaningKind::kNeeded:
      case MeaningKind::kLight:
      case MeaningKind::kFiller:
      case MeaningKind::kFunction:
        break;
    }
  }
  AppendWordTerms(marked.words, mention.span, terms);
  return terms;
}

std::vector<TermKey> TermsOfText(const MarkedQuestion& marked) {
  std::vector<TermKey> terms;
  size_t position = 0;
  const auto append_gap = [&](size_t end) {
    if (position < end) AppendWordTerms(marked.words, {position, end}, terms);
  };
  for (const Mention& mention : marked.mentions) {
    append_gap(mention.span.begin);
    position = mention.span.end;
    if (IsGrammar(mention)) continue;
    const std::vector<TermKey> own = TermsOfMention(marked, mention);
    terms.insert(terms.end(), own.begin(), own.end());
  }
  append_gap(marked.words.size());
  return terms;
}

}  // namespace docent
