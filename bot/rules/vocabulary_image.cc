// A Vocabulary as bytes and back.

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "bot/knowledge/packing.h"
#include "bot/rules/vocabulary.h"

namespace docent {

auto MembersOf(Of<Meaning> auto& meaning) { return std::tie(meaning.kind, meaning.id); }

namespace {

// Nodes that have several meanings, and these.
struct Several {
  std::vector<uint32_t> nodes;
  std::vector<std::vector<Meaning>> meanings;
};

auto MembersOf(Of<Several> auto& several) { return std::tie(several.nodes, several.meanings); }

}  // namespace

void Vocabulary::Pack(Packer& packer) const {
  std::vector<std::string_view> words(numbers_.size());
  for (const auto& [word, number] : numbers_) words[number] = word;
  std::vector<MeaningKind> kinds;
  std::vector<uint32_t> ids;
  std::vector<uint32_t> nodes;
  for (uint32_t node = 0; node < meanings_.size(); ++node) {
    const std::optional<Meaning>& first = meanings_[node];
    if (!first) continue;
    nodes.push_back(node);
    kinds.push_back(first->kind);
    ids.push_back(first->id);
  }
  Several several;
  for (const auto& [node, meanings] : several_) several.nodes.push_back(node);
  std::sort(several.nodes.begin(), several.nodes.end());
  for (const uint32_t node : several.nodes) several.meanings.push_back(several_.at(node));
  std::vector<uint32_t> spellings;
  spellings.reserve(spellings_.size());
  for (const std::string& spelling : spellings_) spellings.push_back(Find(spelling));
  std::vector<uint64_t> hashes;
  std::vector<uint32_t> shortened;
  for (const Shortened& entry : shortened_) {
    hashes.push_back(entry.hash);
    shortened.push_back(entry.word);
  }
  packer.Put(words, known_, steps_.values(), meanings_.size(), nodes, kinds, ids, several, spellings, hashes,
             shortened);
}

std::optional<Vocabulary> Vocabulary::Unpack(Unpacker& unpacker) {
  Vocabulary vocabulary;
  std::vector<std::string> words;
  std::vector<uint64_t> steps;
  std::vector<uint32_t> nodes;
  std::vector<MeaningKind> kinds;
  std::vector<uint32_t> ids;
  Several several;
  std::vector<uint32_t> spellings;
  std::vector<uint64_t> hashes;
  std::vector<uint32_t> shortened;
  size_t all_nodes = 0;
  unpacker.Take(words, vocabulary.known_, steps, all_nodes, nodes, kinds, ids, several, spellings, hashes, shortened);
  const auto all_below = [](const std::vector<uint32_t>& numbers, size_t end) {
    return std::all_of(numbers.begin(), numbers.end(), [end](uint32_t number) { return number < end; });
  };
  const bool fits = unpacker.is_whole() && words.size() == vocabulary.known_.size() && all_nodes == steps.size() + 1 &&
                    nodes.size() == kinds.size() && nodes.size() == ids.size() && all_below(nodes, all_nodes) &&
                    several.nodes.size() == several.meanings.size() && all_below(several.nodes, all_nodes) &&
                    all_below(spellings, words.size()) && hashes.size() == shortened.size() &&
                    all_below(shortened, spellings.size());
  if (!fits) return std::nullopt;
  for (const uint32_t spelling : spellings) vocabulary.spellings_.push_back(words[spelling]);
  vocabulary.numbers_.reserve(words.size());
  for (uint32_t number = 0; number < words.size(); ++number)
    vocabulary.numbers_.emplace(std::move(words[number]), number);
  vocabulary.steps_ = Numbering(steps);
  vocabulary.meanings_.resize(all_nodes);
  for (size_t i = 0; i < nodes.size(); ++i) vocabulary.meanings_[nodes[i]] = Meaning{kinds[i], ids[i]};
  for (size_t i = 0; i < several.nodes.size(); ++i)
    vocabulary.several_.emplace(several.nodes[i], std::move(several.meanings[i]));
  vocabulary.shortened_.reserve(hashes.size());
  for (size_t i = 0; i < hashes.size(); ++i) vocabulary.shortened_.push_back({hashes[i], shortened[i]});
  return vocabulary;
}

}  // namespace docent
