#include "bot/rules/vocabulary.h"

#include <algorithm>
#include <functional>
#include <tuple>

#include "bot/text/spelling.h"

namespace docent {
namespace {

bool Has(std::span<const Meaning> meanings, const Meaning& meaning) {
  return std::find(meanings.begin(), meanings.end(), meaning) != meanings.end();
}

// Hashes of `word` and of all its forms with up to `deletions` bytes taken out. Vocabulary that is mended is ASCII
// almost throughout; a multi-byte letter only costs more edits.
void CollectShortened(std::string_view word, size_t deletions, std::vector<uint64_t>& hashes) {
  hashes.push_back(std::hash<std::string_view>{}(word));
  if (deletions == 0 || word.size() <= 2) return;
  std::string shorter;
  for (size_t i = 0; i < word.size(); ++i) {
    shorter.assign(word.substr(0, i));
    shorter.append(word.substr(i + 1));
    CollectShortened(shorter, deletions - 1, hashes);
  }
}

std::vector<uint64_t> ShortenedHashes(std::string_view word, size_t deletions) {
  std::vector<uint64_t> hashes;
  CollectShortened(word, deletions, hashes);
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

// Longer words are not mended: nobody types them, and their neighbourhoods grow with the square of their length.
constexpr size_t kLongestMendable = 24;

}  // namespace

uint32_t Vocabulary::Step(uint32_t node, uint32_t word, By by) const {
  const uint32_t step = steps_.Find(EdgeOf(node, word, by));
  return step == Numbering::kUnknown ? 0 : step + 1;
}

uint32_t Vocabulary::NumberOf(const std::string& word) {
  const auto [entry, is_new] = numbers_.try_emplace(word, static_cast<uint32_t>(numbers_.size()));
  if (is_new) known_.emplace_back();
  return entry->second;
}

uint32_t Vocabulary::Find(const std::string& word) const {
  const auto found = numbers_.find(word);
  return found == numbers_.end() ? kUnknown : found->second;
}

void Vocabulary::AddMeaning(uint32_t node, Meaning meaning) {
  const std::span<const Meaning> known = MeaningsOf(node);
  if (known.empty()) {
    meanings_[node] = meaning;
  } else if (!Has(known, meaning)) {
    std::vector<Meaning>& several = several_[node];
    if (several.empty()) several.assign(known.begin(), known.end());
    several.push_back(meaning);
  }
}

std::span<const Meaning> Vocabulary::MeaningsOf(uint32_t node) const {
  if (!meanings_[node]) return {};
  const auto several = several_.find(node);
  if (several != several_.end()) return several->second;
  return {&*meanings_[node], 1};
}

void Vocabulary::Add(const std::vector<Word>& words, Meaning meaning, bool exact) {
  uint32_t node = 0;
  for (const Word& word : words) {
    const uint32_t number = NumberOf(word.text);
    const uint32_t stem = word.stem == word.text ? number : NumberOf(word.stem);
    ++known_[number].uses;
    known_[stem].is_stem = true;
    const bool is_of_world = meaning.kind == MeaningKind::kWorldName;
    if (exact && is_of_world) known_[number].is_of_world = true;
    if (exact && !is_of_world && meaning.kind != MeaningKind::kClass) known_[number].is_of_facts = true;
    if (meaning.kind == MeaningKind::kEntity) known_[number].is_of_name = true;
    if (meaning.kind == MeaningKind::kFunction && words.size() == 1 && word.text.size() >= 3)
      known_[number].is_grammar = true;
    node = steps_.NumberOf(exact ? EdgeOf(node, number, By::kWord) : EdgeOf(node, stem, By::kStem)) + 1;
    if (node == meanings_.size()) meanings_.emplace_back();
  }
  AddMeaning(node, meaning);
}

template <typename NumbersAt>
void Vocabulary::Append(size_t words, size_t position, const NumbersAt& numbers_at, std::vector<Match>& matches) const {
  uint32_t by_word = 0;
  uint32_t by_stem = 0;
  for (size_t length = 1; position + length <= words; ++length) {
    const Numbers numbers = numbers_at(position + length - 1);
    const bool first = length == 1;
    by_word = first || by_word != 0 ? Step(by_word, numbers.word, By::kWord) : 0;
    by_stem = first || by_stem != 0 ? Step(by_stem, numbers.stem, By::kStem) : 0;
    for (const uint32_t node : {by_word, by_stem}) {
      if (node != 0 && meanings_[node]) matches.push_back({length, MeaningsOf(node)});
    }
    if (by_word == 0 && by_stem == 0) break;
  }
}

std::vector<Vocabulary::Match> Vocabulary::MatchesAt(const std::vector<Word>& words, size_t position) const {
  std::vector<Match> matches;
  Append(
      words.size(), position, [&](size_t at) { return NumbersOf(words[at]); }, matches);
  return matches;
}

Vocabulary::Matches Vocabulary::MatchesIn(const std::vector<Word>& words) const {
  std::vector<Numbers> numbers;
  numbers.reserve(words.size());
  for (const Word& word : words) numbers.push_back(NumbersOf(word));
  Matches matches;
  matches.begins_.reserve(words.size() + 1);
  for (size_t position = 0; position < words.size(); ++position) {
    matches.begins_.push_back(matches.all_.size());
    Append(
        words.size(), position, [&](size_t at) { return numbers[at]; }, matches.all_);
  }
  matches.begins_.push_back(matches.all_.size());
  return matches;
}

bool Vocabulary::Knows(const Word& word) const {
  if (IsUsed(word)) return true;
  const uint32_t stem = Find(word.stem);
  return stem != kUnknown && known_[stem].is_stem;
}

bool Vocabulary::IsUsed(const Word& word) const {
  const uint32_t number = Find(word.text);
  return number != kUnknown && known_[number].uses > 0;
}

bool Vocabulary::IsOfFacts(const Word& word) const {
  const uint32_t number = Find(word.text);
  return number != kUnknown && (known_[number].is_of_facts || known_[number].is_of_world);
}

bool Vocabulary::IsOfWorldOnly(const Word& word) const {
  const uint32_t number = Find(word.text);
  return number != kUnknown && known_[number].is_of_world && !known_[number].is_of_facts;
}

bool Vocabulary::IsOfName(const Word& word) const {
  const uint32_t number = Find(word.text);
  return number != kUnknown && known_[number].is_of_name;
}

void Vocabulary::IndexSpelling(const WordUses& extra) {
  for (const auto& [word, uses] : extra) {
    known_[NumberOf(Stem(word))].is_stem = true;
    Known& known = known_[NumberOf(word)];
    known.uses += uses;
    known.is_of_facts = true;
  }
  for (const auto& [word, number] : numbers_) {
    const Known& known = known_[number];
    if (known.uses > 0 && (word.size() >= 4 || known.is_grammar) && word.size() <= kLongestMendable)
      spellings_.push_back(word);
  }
  std::sort(spellings_.begin(), spellings_.end());
  for (uint32_t i = 0; i < spellings_.size(); ++i) {
    // A word one letter shorter or longer than the bound may still be the one that was meant.
    const size_t deletions = spellings_[i].size() >= 8 ? 2 : 1;
    for (const uint64_t hash : ShortenedHashes(spellings_[i], deletions)) shortened_.push_back({hash, i});
  }
  std::sort(shortened_.begin(), shortened_.end(), [](const Shortened& one, const Shortened& other) {
    return std::tie(one.hash, one.word) < std::tie(other.hash, other.word);
  });
}

std::vector<Vocabulary::Neighbour> Vocabulary::Near(std::string_view word, size_t limit) const {
  std::vector<Neighbour> near;
  // So short a word is a slip of grammar, "wat", "hwo", "hav", or a word of the facts without a letter.
  const bool is_short = word.size() == 3;
  const size_t edits = std::max<size_t>(MendableEdits(word), word.size() == 4 || is_short ? 1 : 0);
  if (edits == 0 || word.size() > kLongestMendable) return near;
  std::vector<uint32_t> candidates;
  for (const uint64_t hash : ShortenedHashes(word, edits)) {
    const auto begin = std::lower_bound(shortened_.begin(), shortened_.end(), hash,
                                        [](const Shortened& entry, uint64_t value) { return entry.hash < value; });
    for (auto entry = begin; entry != shortened_.end() && entry->hash == hash; ++entry)
      candidates.push_back(entry->word);
  }
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  for (const uint32_t candidate : candidates) {
    const std::string& spelling = spellings_[candidate];
    const size_t distance = EditDistance(word, spelling, edits);
    const Known& known = known_[Find(spelling)];
    // Of so short a word letters are left out or swapped, no more: "shp" is no "she", but may be the "ship" of a fact.
    const bool is_longer = spelling.size() == word.size() + 1;
    const bool is_swapped =
        spelling.size() == word.size() && std::is_permutation(word.begin(), word.end(), spelling.begin());
    const bool may_be_meant = known.is_grammar ? is_longer || is_swapped : known.is_of_facts && is_longer;
    if (is_short && !may_be_meant) continue;
    if (distance <= edits)
      near.push_back({spelling, distance, known.uses, known.is_of_facts || known.is_of_world, known.is_of_name});
  }
  // Letters are left out or swapped more often than added, and seldom replaced: "wich" is "which" before "with".
  const auto rarity = [&](const Neighbour& neighbour) {
    if (neighbour.word.size() != word.size()) return neighbour.word.size() > word.size() ? 0 : 1;
    return std::is_permutation(word.begin(), word.end(), neighbour.word.begin()) ? 0 : 2;
  };
  std::sort(near.begin(), near.end(), [&](const Neighbour& one, const Neighbour& other) {
    return std::make_tuple(one.edits, rarity(one), other.uses, one.word) <
           std::make_tuple(other.edits, rarity(other), one.uses, other.word);
  });
  if (near.size() > limit) near.resize(limit);
  return near;
}

}  // namespace docent
