#include "bot/text/numbering.h"

#include <algorithm>
#include <numeric>

namespace docent {
namespace {

// Spreads values that differ in few bits (Knuth's multiplicative hashing); the upper bits are the good ones.
size_t HashOf(uint64_t value) { return static_cast<size_t>((value * 0x9E3779B97F4A7C15ULL) >> 32); }

constexpr size_t kFewest = 64;  // places

}  // namespace

Numbering::Numbering(std::span<const uint64_t> values) : values_(values.begin(), values.end()) {
  size_t places = kFewest;
  while (places < 2 * (values_.size() + 1)) places *= 2;
  Spread(places);
}

uint32_t& Numbering::PlaceOf(uint64_t value) {
  const size_t mask = places_.size() - 1;
  size_t place = HashOf(value) & mask;
  while (places_[place] != kUnknown && values_[places_[place]] != value) place = (place + 1) & mask;
  return places_[place];
}

void Numbering::Spread(size_t places) {
  places_.assign(places, kUnknown);
  for (uint32_t number = 0; number < values_.size(); ++number) PlaceOf(values_[number]) = number;
}

uint32_t Numbering::NumberOf(uint64_t value) {
  if (2 * (values_.size() + 1) > places_.size()) Spread(std::max(kFewest, 2 * places_.size()));
  uint32_t& place = PlaceOf(value);
  if (place == kUnknown) {
    place = static_cast<uint32_t>(values_.size());
    values_.push_back(value);
  }
  return place;
}

uint32_t Numbering::Find(uint64_t value) const {
  if (places_.empty()) return kUnknown;
  const size_t mask = places_.size() - 1;
  for (size_t place = HashOf(value) & mask;; place = (place + 1) & mask) {
    const uint32_t number = places_[place];
    if (number == kUnknown || values_[number] == value) return number;
  }
}

std::vector<uint32_t> Numbering::Sort() {
  std::vector<uint32_t> order(values_.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [this](uint32_t one, uint32_t other) { return values_[one] < values_[other]; });
  std::vector<uint32_t> renumbered(order.size());
  for (uint32_t number = 0; number < order.size(); ++number) renumbered[order[number]] = number;
  std::sort(values_.begin(), values_.end());
  values_.shrink_to_fit();
  Spread(places_.size());
  return renumbered;
}

}  // namespace docent
