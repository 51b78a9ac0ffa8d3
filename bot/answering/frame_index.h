// bot/answering/frame_index.h
// What each fact can be asked by, as terms with a quality: names and attributes count fully, the words of its
// sentence a little less. Rare terms weigh more than common ones (inverse document frequency, Sparck Jones 1972).
//
// Built once for a Brain; immutable; safe to share between threads.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "bot/answering/frame_table.h"
#include "bot/knowledge/fact.h"
#include "bot/knowledge/number_lists.h"
#include "bot/knowledge/packing.h"
#include "bot/knowledge/progress.h"
#include "bot/knowledge/store.h"
#include "bot/reading/term.h"
#include "bot/rules/language.h"
#include "bot/rules/rule_set.h"
#include "bot/rules/vocabulary.h"

namespace docent {

// Whether the term is a word or a name in the subject or the attribute of its fact.
bool IsOfTopic(const FrameTerm& term);

class FrameIndex {
 public:
  static FrameIndex Build(const Knowledge& knowledge, const Vocabulary& vocabulary, const RuleSet& rules,
                          const Progress& progress);

  // What is kept of it from one start to the next: all but its table and its words, which are kept where they lie.
  void Pack(Packer& packer) const;
  // The index that was packed, with the table and words that it had; see Unpacker for bytes that are none.
  static FrameIndex Unpack(Unpacker& unpacker, FrameTable table, std::shared_ptr<const StoreImage> words);
  // Reads terms in `table` and `words` from now on, which hold the same as its own.
  void LieIn(FrameTable table, std::shared_ptr<const StoreImage> words) {
    table_ = std::move(table);
    words_ = std::move(words);
  }

  // The fact's terms by key.
  std::vector<FrameTerm> TermsOf(FactId fact) const { return table_.TermsOf(fact); }
  std::optional<FrameTerm> Find(FactId fact, TermKey key) const { return table_.Find(fact, key); }

  // A claim that the fact shows to be false.
  struct Denial {
    std::vector<std::vector<TermKey>> words;  // of each word what else may stand for it
    std::string language;
    bool negates = false;  // "not interested"

    friend auto MembersOf(Of<Denial> auto& denial) { return std::tie(denial.words, denial.language, denial.negates); }
  };
  std::span<const Denial> DenialsOf(FactId fact) const;

  const FrameTable& table() const { return table_; }
  // The full-text index of the facts; see word_index.h.
  const std::shared_ptr<const StoreImage>& words() const { return words_; }

  // How many facts hold the term.
  uint32_t FactsWith(TermKey key) const { return table_.FactsWith(key); }
  // The facts that hold the entity in a slot, at most `kMaxFactsOfEntity` of them.
  std::span<const FactId> FactsOf(EntityId entity) const;

  // Entities that stand inside the entity's own name ("Aurora" in "Aurora Shipyard").
  std::span<const EntityId> NestedIn(EntityId entity) const { return nested_[entity]; }

  // From 0 (in every fact) to 1 (in none).
  double Weight(uint32_t facts_with) const {
    return facts_with < weights_.size() ? weights_[facts_with] : WorkOutWeight(facts_with);
  }
  // Of all words and names of what the fact is about: its subject and attribute.
  double WeightOfTopic(FactId fact) const { return topics_[fact]; }

  size_t size() const { return table_.size(); }

 private:
  void NestNames(const Knowledge& knowledge, const Vocabulary& vocabulary);
  // Fills denials_.
  void ReadDenials(const Knowledge& knowledge, const Vocabulary& vocabulary, const RuleSet& rules);
  // Fills facts_of_.
  void IndexSlots(const Knowledge& knowledge);
  // Fill weights_ and topics_.
  void WeighCounts();
  void WeighTopics();
  double WorkOutWeight(uint32_t facts_with) const;

  FrameTable table_;
  std::shared_ptr<const StoreImage> words_;
  std::unordered_map<FactId, std::vector<Denial>> denials_;  // few facts have any
  NumberLists facts_of_;                                     // by entity
  std::vector<std::vector<EntityId>> nested_;
  std::vector<double> weights_;  // by how many facts hold a term, of small numbers
  std::vector<double> topics_;   // by fact
};

}  // namespace docent
