#include "bot/reading/mention.h"

#include <algorithm>
#include <array>
#include <span>
#include <tuple>
#include <utility>

#include "bot/reading/mend.h"

namespace docent {
namespace {

struct Candidate {
  WordSpan span;
  std::span<const Meaning> meanings;  // of a quantity none
  const Quantity* quantity = nullptr;
  bool is_name = false;
  bool begins_with_grammar = false;  // "the cider", beside "cider press" in "the cider press"
  size_t length = span.size();       // in words; of a phrase that is parted, with what parts it
  bool is_parted() const { return length != span.size(); }
};

bool HoldsName(std::span<const Meaning> meanings) {
  return std::any_of(meanings.begin(), meanings.end(),
                     [](const Meaning& meaning) { return meaning.kind == MeaningKind::kEntity; });
}

bool HoldsFunction(std::span<const Meaning> meanings) {
  return std::any_of(meanings.begin(), meanings.end(),
                     [](const Meaning& meaning) { return meaning.kind == MeaningKind::kFunction; });
}

// How many words at `position` may part a phrase whose last word ends the clause: a pronoun, or a name with its
// article; 0 if none.
size_t PartingWords(const Vocabulary::Matches& matches, const std::vector<Word>& words, size_t position) {
  size_t parting = 0;
  const auto take = [&](size_t length) {
    const size_t behind = position + length + 1;
    if (behind >= words.size() || words[behind].after_break) parting = std::max(parting, length);
  };
  for (const Vocabulary::Match& match : matches.At(position)) {
    if (HoldsName(match.meanings)) take(match.length);
    if (match.length != 1 || !HoldsFunction(match.meanings)) continue;
    take(1);
    if (position + 1 >= words.size()) continue;
    for (const Vocabulary::Match& named : matches.At(position + 1)) {
      if (HoldsName(named.meanings)) take(1 + named.length);
    }
  }
  return parting;
}

// "Who put it up", "why did they turn the Aurora down": the first word stands for the phrase, and the last for nothing.
void AddPartedPhrase(const Vocabulary& vocabulary, const Vocabulary::Matches& matches, const std::vector<Word>& words,
                     size_t position, std::vector<Candidate>& candidates) {
  for (const Vocabulary::Match& match : matches.At(position)) {
    if (match.length == 1 && HoldsFunction(match.meanings)) return;
  }
  static constexpr std::array<Meaning, 1> kNothing = {Meaning{MeaningKind::kFunction, 0}};
  const size_t parting = position + 2 < words.size() ? PartingWords(matches, words, position + 1) : 0;
  const size_t last = position + 1 + parting;
  if (parting == 0 || last >= words.size() || words[last].shape != WordShape::kLetters) return;
  for (const Vocabulary::Match& match : vocabulary.MatchesAt({words[position], words[last]}, 0)) {
    const bool is_class =
        match.length == 2 && std::any_of(match.meanings.begin(), match.meanings.end(),
                                         [](const auto& meaning) { return meaning.kind == MeaningKind::kClass; });
    if (!is_class) continue;
    const size_t length = parting + 2;
    candidates.push_back({{position, position + 1}, match.meanings, nullptr, false, false, length});
    candidates.push_back({{last, last + 1}, kNothing, nullptr, false, false, length});
  }
}

// "The old mill house by the weir", of which both "old mill house" and "mill house by the weir" are names: one name of
// all these words. `candidates` stand in the order of their first words.
void JoinNames(std::vector<Candidate>& candidates) {
  const size_t found = candidates.size();
  for (size_t i = 0; i < found; ++i) {
    const Candidate first = candidates[i];
    for (size_t k = i + 1; first.is_name && k < found; ++k) {
      const Candidate second = candidates[k];
      if (second.is_parted()) continue;  // stands out of that order
      if (second.span.begin >= first.span.end) break;
      if (!second.is_name || second.span.begin == first.span.begin || second.span.end <= first.span.end) continue;
      const WordSpan both = {first.span.begin, second.span.end};
      for (const auto& [one, other] : {std::pair(first, second), std::pair(second, first)}) {
        if (one.meanings.size() != 1 ||
            std::find(other.meanings.begin(), other.meanings.end(), one.meanings.front()) == other.meanings.end())
          continue;
        candidates.push_back({both, one.meanings, nullptr, true});
        break;
      }
    }
  }
}

std::vector<Candidate> FindCandidates(const Vocabulary& vocabulary, const std::vector<Word>& words,
                                      const std::vector<Quantity>& quantities) {
  std::vector<Candidate> candidates;
  const Vocabulary::Matches matches = vocabulary.MatchesIn(words);
  for (size_t position = 0; position < words.size(); ++position) {
    for (const Vocabulary::Match& match : matches.At(position)) {
      candidates.push_back({{position, position + match.length}, match.meanings, nullptr, HoldsName(match.meanings)});
    }
    AddPartedPhrase(vocabulary, matches, words, position, candidates);
  }
  JoinNames(candidates);
  std::vector<bool> is_grammar(words.size(), false);
  for (const Candidate& candidate : candidates) {
    if (candidate.span.size() == 1 && HoldsFunction(candidate.meanings)) is_grammar[candidate.span.begin] = true;
  }
  for (Candidate& candidate : candidates) candidate.begins_with_grammar = is_grammar[candidate.span.begin];
  // "Set up in 2016": the preposition belongs to the date.
  const auto takes_from_date = [&](const Candidate& candidate) {
    const size_t end = candidate.span.end;
    return !candidate.is_name && !candidate.is_parted() && candidate.span.size() > 1 && is_grammar[end - 1] &&
           std::any_of(quantities.begin(), quantities.end(), [end](const Quantity& quantity) {
             return quantity.kind == QuantityKind::kDate && quantity.span.begin == end;
           });
  };
  std::erase_if(candidates, takes_from_date);
  for (const Quantity& quantity : quantities) candidates.push_back({quantity.span, {}, &quantity});
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& one, const Candidate& other) {
    return std::make_tuple(other.length, one.is_parted(), other.is_name, one.begins_with_grammar, one.span.begin) <
           std::make_tuple(one.length, other.is_parted(), one.is_name, other.begins_with_grammar, other.span.begin);
  });
  return candidates;
}

void Merge(const Candidate& candidate, Mention& mention) {
  if (candidate.quantity != nullptr) mention.quantity = *candidate.quantity;
  for (const Meaning& meaning : candidate.meanings) {
    if (std::find(mention.meanings.begin(), mention.meanings.end(), meaning) == mention.meanings.end()) {
      mention.meanings.push_back(meaning);
    }
  }
}

// A word of grammar or without content shares its stem with a word of a class by chance only ("quite", "quit").
void DropChanceClasses(Mention& mention) {
  const bool is_empty_word = std::any_of(mention.meanings.begin(), mention.meanings.end(), [](const Meaning& meaning) {
    return meaning.kind == MeaningKind::kFiller || meaning.kind == MeaningKind::kFunction;
  });
  if (is_empty_word)
    std::erase_if(mention.meanings, [](const Meaning& meaning) { return meaning.kind == MeaningKind::kClass; });
  // An author's "does", for what a thing does, stands in every other question.
  const Meaning auxiliary = {MeaningKind::kFunction, kAuxiliary};
  if (std::find(mention.meanings.begin(), mention.meanings.end(), auxiliary) != mention.meanings.end())
    std::erase_if(mention.meanings, [](const Meaning& meaning) { return meaning.kind == MeaningKind::kAttribute; });
}

std::vector<Mention> ChooseMentions(const std::vector<Candidate>& candidates, size_t word_count) {
  constexpr size_t kFree = static_cast<size_t>(-1);
  std::vector<size_t> owner(word_count, kFree);
  std::vector<Mention> mentions;
  for (const Candidate& candidate : candidates) {
    const size_t held = owner[candidate.span.begin];
    if (held != kFree && mentions[held].span == candidate.span) {
      Merge(candidate, mentions[held]);
      continue;
    }
    const bool free = std::all_of(owner.begin() + static_cast<long>(candidate.span.begin),
                                  owner.begin() + static_cast<long>(candidate.span.end),
                                  [&](size_t holder) { return holder == kFree; });
    if (!free) continue;
    std::fill(owner.begin() + static_cast<long>(candidate.span.begin),
              owner.begin() + static_cast<long>(candidate.span.end), mentions.size());
    mentions.emplace_back().span = candidate.span;
    Merge(candidate, mentions.back());
  }
  for (Mention& mention : mentions) DropChanceClasses(mention);
  std::sort(mentions.begin(), mentions.end(),
            [](const Mention& one, const Mention& other) { return one.span.begin < other.span.begin; });
  return mentions;
}

std::string LanguageOf(const std::vector<Word>& words) {
  const auto chinese =
      std::count_if(words.begin(), words.end(), [](const Word& word) { return word.shape == WordShape::kHan; });
  const auto letters =
      std::count_if(words.begin(), words.end(), [](const Word& word) { return word.shape == WordShape::kLetters; });
  return chinese > 0 && chinese >= letters ? "zh" : "en";
}

MarkedQuestion Mark(const Vocabulary& vocabulary, MarkedQuestion question) {
  const std::vector<Quantity> quantities = FindQuantities(question.text, question.words);
  question.mentions = ChooseMentions(FindCandidates(vocabulary, question.words, quantities), question.words.size());
  question.language = LanguageOf(question.words);
  return question;
}

}  // namespace

bool Has(const Mention& mention, MeaningKind kind) {
  return std::any_of(mention.meanings.begin(), mention.meanings.end(),
                     [&](const Meaning& meaning) { return meaning.kind == kind; });
}

bool IsPlural(const Word& word) {
  return word.text.ends_with("s") && !word.text.ends_with("ss") && word.text != word.stem;
}

bool IsBeforeThing(const MarkedQuestion& marked, WordSpan span) {
  constexpr std::array<MeaningKind, 4> kThings = {MeaningKind::kEntity, MeaningKind::kType, MeaningKind::kAttribute,
                                                  MeaningKind::kClass};
  return std::any_of(marked.mentions.begin(), marked.mentions.end(), [&](const Mention& mention) {
    return mention.span.begin == span.end && !marked.words[span.end].after_break &&
           std::any_of(kThings.begin(), kThings.end(), [&](MeaningKind kind) { return Has(mention, kind); });
  });
}

std::string TextOf(const MarkedQuestion& marked, WordSpan span) {
  if (span.size() == 0) return {};
  const size_t begin = marked.words[span.begin].begin;
  return marked.text.substr(begin, marked.words[span.end - 1].end - begin);
}

MarkedQuestion MarkQuestion(const Vocabulary& vocabulary, std::string_view text, Spelling spelling) {
  if (spelling == Spelling::kAsWritten) return MarkText(vocabulary, text);
  MarkedQuestion question;
  question.text = std::string(text);
  question.words = SplitWords(text);
  question.corrections = MendWords(vocabulary, question.text, question.words);
  return Mark(vocabulary, std::move(question));
}

MarkedQuestion MarkText(const Vocabulary& vocabulary, std::string_view text) {
  MarkedQuestion marked;
  marked.text = std::string(text);
  marked.words = SplitWords(text);
  return Mark(vocabulary, std::move(marked));
}

}  // namespace docent
