#include "bot/rules/vocabulary.h"

#include <algorithm>
#include <functional>
#include <tuple>

#include "bot/text/spelling.h"

namespace docent {
namespace {

bool Has(const std::vector<Meaning>& meanings, const Meaning& meaning) {
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

uint32_t Vocabulary::Step(uint32_t node, uint32_t key, By by) const {
  const auto found = steps_.find(EdgeOf(node, key, by));
  return found == steps_.end() ? 0 : found->second;
}

uint32_t Vocabulary::KeyOf(const std::string& word) const {
  const auto found = keys_.find(word);
  return found == keys_.end() ? kNoKey : found->second;
}

void Vocabulary::Add(const std::vector<Word>& words, Meaning meaning, bool exact) {
  uint32_t node = 0;
  for (const Word& word : words) {
    ++known_[word.text];
    ++stems_[word.stem];
    if (exact) of_facts_.insert(word.text);
    if (meaning.kind == MeaningKind::kEntity) of_names_.insert(word.text);
    if (meaning.kind == MeaningKind::kFunction && words.size() == 1 && word.text.size() >= 3)
      grammar_.insert(word.text);
    const auto number = static_cast<uint32_t>(keys_.size());
    const uint32_t key = keys_.try_emplace(exact ? word.text : word.stem, number).first->second;
    const auto next = static_cast<uint32_t>(meanings_.size());
    const auto [step, is_new] = steps_.try_emplace(EdgeOf(node, key, exact ? By::kWord : By::kStem), next);
    if (is_new) meanings_.emplace_back();
    node = step->second;
  }
  if (!Has(meanings_[node], meaning)) meanings_[node].push_back(meaning);
}

std::vector<Vocabulary::Match> Vocabulary::MatchesAt(const std::vector<Word>& words, size_t position) const {
  std::vector<Match> matches;
  uint32_t by_word = 0;
  uint32_t by_stem = 0;
  for (size_t length = 1; position + length <= words.size(); ++length) {
    const Word& word = words[position + length - 1];
    const bool first = length == 1;
    by_word = first || by_word != 0 ? Step(by_word, KeyOf(word.text), By::kWord) : 0;
    by_stem = first || by_stem != 0 ? Step(by_stem, KeyOf(word.stem), By::kStem) : 0;
    for (const uint32_t node : {by_word, by_stem}) {
      if (node != 0 && !meanings_[node].empty()) matches.push_back({length, &meanings_[node]});
    }
    if (by_word == 0 && by_stem == 0) break;
  }
  return matches;
}

bool Vocabulary::Knows(const Word& word) const { return known_.contains(word.text) || stems_.contains(word.stem); }

void Vocabulary::IndexSpelling(const std::vector<std::string>& extra) {
  for (const std::string& word : extra) {
    ++known_[word];
    of_facts_.insert(word);
    ++stems_[Stem(word)];
  }
  for (const auto& [word, uses] : known_) {
    if ((word.size() >= 4 || grammar_.contains(word)) && word.size() <= kLongestMendable) spellings_.push_back(word);
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
  // So short a word is a slip of grammar at most: "wat", "hwo", "hav".
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
    if (is_short && !grammar_.contains(spelling)) continue;
    if (distance > edits) continue;
    near.push_back(
        {spelling, distance, known_.at(spelling), of_facts_.contains(spelling), of_names_.contains(spelling)});
  }
  std::sort(near.begin(), near.end(), [](const Neighbour& one, const Neighbour& other) {
    return std::tie(one.edits, other.uses, one.word) < std::tie(other.edits, one.uses, other.word);
  });
  if (near.size() > limit) near.resize(limit);
  return near;
}

}  // namespace docent
