#include "bot/reading/mend.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "bot/text/quantity.h"

namespace docent {
namespace {

constexpr size_t kShortestPart = 3;
constexpr size_t kSureLength = 8;

bool IsMendable(const Vocabulary& vocabulary, const Word& word) {
  const bool plain = std::none_of(word.text.begin(), word.text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return word.shape == WordShape::kLetters && plain && !vocabulary.Knows(word);
}

Word Respelled(const Word& word, std::string_view text) {
  Word respelled = word;
  respelled.text = std::string(text);
  respelled.stem = Stem(text);
  return respelled;
}

bool IsGrammar(const Vocabulary& vocabulary, const Word& word) {
  const std::vector<Vocabulary::Match> matches = vocabulary.MatchesAt({word}, 0);
  return std::any_of(matches.begin(), matches.end(), [](const Vocabulary::Match& match) {
    return std::any_of(match.meanings.begin(), match.meanings.end(),
                       [](const Meaning& meaning) { return meaning.kind == MeaningKind::kFunction; });
  });
}

// Whether they are the same but for two letters next to each other: "lenght".
bool AreSwapped(std::string_view word, std::string_view other) {
  if (word.size() != other.size()) return false;
  size_t at = 0;
  while (at < word.size() && word[at] == other[at]) ++at;
  return at + 1 < word.size() && word[at] == other[at + 1] && word[at + 1] == other[at] &&
         word.substr(at + 2) == other.substr(at + 2);
}

// Whether `word` may be a slip of the neighbour. People seldom miss the first letter, so it must agree unless the first
// two are swapped.
bool MayBeMeant(const Vocabulary& vocabulary, const Word& word, const Vocabulary::Neighbour& neighbour) {
  const bool same_start = neighbour.word.front() == word.text.front();
  const bool swapped_start = neighbour.word.size() > 1 && word.text.size() > 1 && neighbour.word[0] == word.text[1] &&
                             neighbour.word[1] == word.text[0];
  // "Pear" is no slip of "per": in a word of grammar people leave letters out or swap them.
  if (neighbour.word.size() < word.text.size() && IsGrammar(vocabulary, Respelled(word, neighbour.word))) return false;
  // "GDP" is a word of its own.
  constexpr size_t kLettersOfAName = 3;
  const bool is_like_name = word.capitalized && !word.starts_sentence && word.text.size() <= kLettersOfAName;
  if (is_like_name && !IsGrammar(vocabulary, Respelled(word, neighbour.word))) return false;
  // A word that only the thesaurus knows is seldom what was meant, unless that is sure.
  const bool likely = neighbour.is_of_facts || word.text.size() >= kSureLength || AreSwapped(word.text, neighbour.word);
  return likely && (same_start || swapped_start);
}

// The known word that `word` was meant to be, or nothing. Of several as near, a word of a name where it is written like
// one, else one that begins alike ("hwo" is "how" before "who"), else the most frequent.
std::string NearestKnown(const Vocabulary& vocabulary, const Word& word) {
  const bool is_like_name = word.capitalized && !word.starts_sentence;
  const auto worth = [&](const Vocabulary::Neighbour& neighbour) {
    return std::pair(is_like_name && neighbour.is_of_name, neighbour.word.front() == word.text.front());
  };
  std::optional<Vocabulary::Neighbour> nearest;
  for (Vocabulary::Neighbour& neighbour : vocabulary.Near(word.text, 8)) {
    if (nearest && neighbour.edits > nearest->edits) break;
    if (!MayBeMeant(vocabulary, word, neighbour) || (nearest && worth(neighbour) <= worth(*nearest))) continue;
    nearest = std::move(neighbour);
  }
  return nearest ? nearest->word : std::string();
}

// "Runing", "stoped": with the letter doubled that stands before the ending; nothing if that is no known word either.
std::string WithLetterDoubled(const Vocabulary& vocabulary, const Word& word) {
  for (const std::string_view ending : {"ing", "ed"}) {
    if (!word.text.ends_with(ending) || word.text.size() < ending.size() + kShortestPart) continue;
    std::string doubled = word.text;
    const size_t at = doubled.size() - ending.size();
    doubled.insert(at, 1, doubled[at - 1]);
    if (vocabulary.Knows(Respelled(word, doubled))) return doubled;
  }
  return {};
}

// "The brian base": a well-known name of the world in small letters, where the facts have the word with two of its
// letters the other way round.
std::string WithLettersSwapped(const Vocabulary& vocabulary, const Word& word) {
  if (word.shape != WordShape::kLetters || word.capitalized || !vocabulary.IsOfWorldOnly(word)) return {};
  for (size_t i = 1; i + 1 < word.text.size(); ++i) {
    std::string swapped = word.text;
    std::swap(swapped[i], swapped[i + 1]);
    const Word meant = Respelled(word, swapped);
    if (swapped != word.text && vocabulary.IsOfFacts(meant) && !vocabulary.IsOfWorldOnly(meant)) return swapped;
  }
  return {};
}

// Splits a word that is two known words run together, one of them a word of the facts, preferring the longest first
// part. "Deckhand" is a word of its own, though a thesaurus has both parts.
bool SplitRunTogether(const Vocabulary& vocabulary, const Word& word, Word& first, Word& second) {
  if (word.text.size() < 2 * kShortestPart) return false;
  for (size_t cut = word.text.size() - kShortestPart; cut >= kShortestPart; --cut) {
    first = Respelled(word, std::string_view(word.text).substr(0, cut));
    second = Respelled(word, std::string_view(word.text).substr(cut));
    const bool is_known = vocabulary.Knows(first) && vocabulary.Knows(second);
    if (is_known && (vocabulary.IsOfFacts(first) || vocabulary.IsOfFacts(second))) {
      first.end = second.begin = std::min(word.begin + cut, word.end);
      second.capitalized = second.starts_sentence = second.after_break = false;
      return true;
    }
  }
  return false;
}

// Whether a name, of a fact or of the world, ends with the word at `last`.
bool EndsName(const Vocabulary& vocabulary, const std::vector<Word>& words, size_t last) {
  constexpr size_t kMostWords = 8;
  for (size_t begin = last - std::min(last, kMostWords - 1); begin <= last; ++begin) {
    for (const Vocabulary::Match& match : vocabulary.MatchesAt(words, begin)) {
      if (begin + match.length != last + 1) continue;
      if (std::any_of(match.meanings.begin(), match.meanings.end(), [](const Meaning& meaning) {
            return meaning.kind == MeaningKind::kEntity || meaning.kind == MeaningKind::kWorldName;
          }))
        return true;
    }
  }
  return false;
}

// "What is auroras crew": a name with the ending of a possessive but no apostrophe, before what it has. Parts the
// word at `i` in two.
bool SplitPossessive(const Vocabulary& vocabulary, std::vector<Word>& words, size_t i) {
  const Word whole = words[i];
  const bool may_be = whole.shape == WordShape::kLetters && whole.text.size() > kShortestPart &&
                      whole.text.ends_with('s') && !whole.text.ends_with("ss") && i + 1 < words.size();
  if (!may_be || vocabulary.IsUsed(whole)) return false;
  const Word& next = words[i + 1];
  if (next.after_break || next.shape != WordShape::kLetters || IsGrammar(vocabulary, next)) return false;
  words[i] = Respelled(whole, std::string_view(whole.text).substr(0, whole.text.size() - 1));
  if (!EndsName(vocabulary, words, i)) {
    words[i] = whole;
    return false;
  }
  Word ending = Respelled(whole, "'s");
  words[i].end = ending.begin = whole.end - 1;
  ending.capitalized = ending.starts_sentence = ending.after_break = false;
  words.insert(words.begin() + static_cast<long>(i) + 1, ending);
  return true;
}

// Where the words of numbers and dates begin in the text: "March" is no slip of "match".
std::vector<size_t> BeginsOfFigures(std::string_view text, const std::vector<Word>& words) {
  std::vector<size_t> begins;
  for (const Quantity& quantity : FindQuantities(text, words)) {
    for (size_t i = quantity.span.begin; i < quantity.span.end; ++i) begins.push_back(words[i].begin);
  }
  return begins;
}

}  // namespace

std::vector<Correction> MendWords(const Vocabulary& vocabulary, std::string_view text, std::vector<Word>& words) {
  std::vector<Correction> corrections;
  const std::vector<size_t> figures = BeginsOfFigures(text, words);
  for (size_t i = 0; i < words.size(); ++i) {
    if (std::find(figures.begin(), figures.end(), words[i].begin) != figures.end()) continue;
    const Word original = words[i];
    const bool ends_plainly = text[original.end - 1] == 's' || text[original.end - 1] == 'S';
    if (ends_plainly && SplitPossessive(vocabulary, words, i)) {
      corrections.push_back({original.text, words[i].text + "'s"});
      ++i;
      continue;
    }
    if (!IsMendable(vocabulary, original)) {
      const std::string swapped = WithLettersSwapped(vocabulary, original);
      if (swapped.empty()) continue;
      corrections.push_back({original.text, swapped});
      words[i] = Respelled(original, swapped);
      continue;
    }
    if (i + 1 < words.size() && words[i + 1].shape == WordShape::kLetters) {
      const Word joined = Respelled(original, original.text + words[i + 1].text);
      if (vocabulary.Knows(joined)) {
        corrections.push_back({original.text + " " + words[i + 1].text, joined.text});
        const size_t end = words[i + 1].end;
        words[i] = joined;
        words[i].end = end;
        words.erase(words.begin() + static_cast<long>(i) + 1);
        continue;
      }
    }
    std::string nearest = NearestKnown(vocabulary, original);
    if (nearest.empty()) nearest = WithLetterDoubled(vocabulary, original);
    if (!nearest.empty()) {
      corrections.push_back({original.text, nearest});
      words[i] = Respelled(original, nearest);
      continue;
    }
    Word first;
    Word second;
    if (SplitRunTogether(vocabulary, original, first, second)) {
      corrections.push_back({original.text, first.text + " " + second.text});
      words[i] = first;
      words.insert(words.begin() + static_cast<long>(i) + 1, second);
      ++i;
    }
  }
  return corrections;
}

}  // namespace docent
