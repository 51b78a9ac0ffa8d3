// bot/answering/held_terms.h
// What facts hold of the terms that a question asks for. The terms are looked up once for the question; each fact then
// costs one pass over its own, most of which a filter passes by, and not a search for each of the question's.
//
// Not thread-safe: the terms of one fact at a time. The index must outlive it.

#pragma once

#include <bitset>
#include <optional>
#include <vector>

#include "bot/answering/frame_index.h"
#include "bot/answering/unit.h"

namespace docent {

class HeldTerms {
 public:
  // Asks for all terms, parts and opposites of the units.
  HeldTerms(const std::vector<Unit>& units, const FrameIndex& index);

  // From here on it is about this fact.
  void Turn(FactId fact);

  // What FrameIndex::Find gives, if `key` was asked for.
  std::optional<FrameTerm> Find(TermKey key) const;
  // By key.
  const std::vector<FrameTerm>& held() const { return held_; }

 private:
  static constexpr size_t kPlaces = 8192;  // of the filter; a question asks for some tens of terms

  const FrameTable& table_;
  std::vector<uint32_t> numbers_;  // of what is asked for, ascending
  std::bitset<kPlaces> filter_;    // by number, cut to size
  std::vector<FrameTerm> held_;
};

}  // namespace docent
