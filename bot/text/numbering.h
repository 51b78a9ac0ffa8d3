// bot/text/numbering.h
// Numbers for 64-bit values, from 0 on, in an array of numbers and one of values: what a hash table of nodes takes five
// times the room for. There are millions of them where there are many facts.
//
// Not thread-safe while numbers are given; safe to share once they are.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace docent {

class Numbering {
 public:
  static constexpr uint32_t kUnknown = 0xFFFFFFFF;

  Numbering() = default;
  // Of values that are all different, in their order.
  explicit Numbering(std::span<const uint64_t> values);

  // The number of `value`; a new one, the next, if it has none.
  uint32_t NumberOf(uint64_t value);
  // kUnknown if it has none.
  uint32_t Find(uint64_t value) const;
  uint64_t ValueOf(uint32_t number) const { return values_[number]; }
  size_t size() const { return values_.size(); }
  // By number.
  std::span<const uint64_t> values() const { return values_; }

  // Numbers the values anew in their order; the result says for each old number the new one.
  std::vector<uint32_t> Sort();

 private:
  void Spread(size_t places);
  uint32_t& PlaceOf(uint64_t value);

  std::vector<uint64_t> values_;
  std::vector<uint32_t> places_;  // numbers, or kUnknown; a power of two of them, at most half taken
};

}  // namespace docent
