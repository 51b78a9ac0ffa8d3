// bot/answering/frame_index.h
// What each fact can be asked by, as terms with a quality: names and attributes count fully, the words of its
// sentence a little less. Rare terms weigh more than common ones (inverse document frequency, Sparck Jones 1972).
//
// Built once for a Brain; immutable; safe to share between threads.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "bot/knowledge/fact.h"
#include "bot/reading/term.h"
#include "bot/rules/language.h"
#include "bot/rules/rule_set.h"
#include "bot/rules/vocabulary.h"

namespace docent {

// Bits of FrameTerm::places beside the slots' own (bit i is slot i).
inline constexpr uint32_t kInPredicate = uint32_t{1} << 31;  // attribute or verb
inline constexpr uint32_t kInSentence = uint32_t{1} << 30;
inline constexpr uint32_t kInFurtherWords = uint32_t{1} << 29;  // by which the author expects it to be asked for
inline constexpr size_t kMaxSlots = 29;

struct FrameTerm {
  TermKey key = 0;
  float quality = 0;  // 0..1, the best of its places
  uint32_t places = 0;
};

class FrameIndex {
 public:
  static FrameIndex Build(const Knowledge& knowledge, const Vocabulary& vocabulary, const RuleSet& rules);

  // The fact's terms by key; for look-up by binary search.
  std::span<const FrameTerm> TermsOf(FactId fact) const {
    return {terms_.data() + begins_[fact], terms_.data() + begins_[fact + 1]};
  }
  const FrameTerm* Find(FactId fact, TermKey key) const;

  // The claims that the fact shows to be false: of each, its words, and of each word what else may stand for it.
  using Denial = std::vector<std::vector<TermKey>>;
  std::span<const Denial> DenialsOf(FactId fact) const;

  // How many facts hold the term.
  uint32_t FactsWith(TermKey key) const;
  // The facts that hold the entity in a slot, at most `kMaxFactsOfEntity` of them.
  std::span<const FactId> FactsOf(EntityId entity) const;

  // Entities that stand inside the entity's own name ("Aurora" in "Aurora Shipyard").
  std::span<const EntityId> NestedIn(EntityId entity) const { return nested_[entity]; }

  // From 0 (in every fact) to 1 (in none).
  double Weight(uint32_t facts_with) const;

  // The words by which SQLite's full-text index finds the fact.
  std::vector<std::string> IndexTexts() const;

  size_t size() const { return begins_.size() - 1; }

 private:
  std::vector<FrameTerm> terms_;                             // of one fact after another
  std::vector<size_t> begins_{0};                            // where those of each fact begin, and the end
  std::unordered_map<FactId, std::vector<Denial>> denials_;  // few facts have any
  std::unordered_map<TermKey, uint32_t> counts_;
  std::unordered_map<EntityId, std::vector<FactId>> facts_of_;
  std::vector<std::vector<EntityId>> nested_;
};

}  // namespace docent
