// bot/knowledge/number_lists.h
// A list of numbers for each key from 0 on, in two arrays: all lists one after another, and where each begins. What a
// vector of vectors takes three times the room for.
//
// Immutable once built, but for the order within a list; safe to share between threads.

#pragma once

#include <cstdint>
#include <span>
#include <tuple>
#include <vector>

#include "bot/knowledge/packing.h"

namespace docent {

class NumberLists {
 public:
  struct Entry {
    uint32_t key;
    uint32_t number;
  };

  NumberLists() = default;
  // The numbers of each key stay in the order of `entries`; all keys are below `keys`.
  NumberLists(size_t keys, const std::vector<Entry>& entries);

  // Empty for a key that there is not.
  std::span<const uint32_t> Of(uint32_t key) const;
  // To be put in another order, for a key that there is.
  std::span<uint32_t> Of(uint32_t key);

  friend auto MembersOf(docent::Of<NumberLists> auto& lists) { return std::tie(lists.begins_, lists.numbers_); }

 private:
  std::vector<uint32_t> begins_;  // one more than keys
  std::vector<uint32_t> numbers_;
};

}  // namespace docent
