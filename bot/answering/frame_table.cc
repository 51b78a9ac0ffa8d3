#include "bot/answering/frame_table.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

namespace docent {
namespace {

uint64_t StandingOf(const FrameTerm& term) {
  return uint64_t{std::bit_cast<uint32_t>(term.quality)} << 32 | term.places;
}

template <typename T>
Bytes BytesOf(std::span<const T> values) {
  return {reinterpret_cast<const unsigned char*>(values.data()), values.size_bytes()};
}

template <typename T>
std::span<const T> ValuesOf(Bytes bytes) {
  return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
}

}  // namespace

void FrameTable::Add(const FrameStretch& stretch) {
  Filled& packed = filled_.emplace_back();
  packed.begins.reserve(stretch.counts.size() + 1);
  packed.begins.push_back(0);
  for (const uint32_t count : stretch.counts) packed.begins.push_back(packed.begins.back() + count);
  packed.keys.reserve(stretch.terms.size());
  std::vector<uint32_t> standings;
  standings.reserve(stretch.terms.size());
  for (const FrameTerm& term : stretch.terms) {
    const uint32_t key = keys_.NumberOf(term.key);
    if (key == counts_.size()) counts_.push_back(0);
    ++counts_[key];
    packed.keys.push_back(key);
    standings.push_back(standings_.NumberOf(StandingOf(term)));
  }
  if (standings_.size() <= std::numeric_limits<uint16_t>::max()) {
    packed.standings.reserve(standings.size());
    for (const uint32_t standing : standings) packed.standings.push_back(static_cast<uint16_t>(standing));
  } else {
    packed.wide = std::move(standings);
  }
  stretches_.push_back(packed.Shown());
  facts_ += stretch.counts.size();
  terms_ += stretch.terms.size();
}

void FrameTable::Seal() {
  const std::vector<uint32_t> renumbered = keys_.Sort();
  for (Filled& stretch : filled_) {
    for (uint32_t& key : stretch.keys) key = renumbered[key];
  }
  std::vector<uint32_t> counts(counts_.size());
  for (size_t key = 0; key < counts.size(); ++key) counts[renumbered[key]] = counts_[key];
  counts_ = std::move(counts);
  ListFacts();
}

void FrameTable::ListFacts() {
  own_list_begins_.reserve(counts_.size() + 1);
  own_list_begins_.push_back(0);
  for (const uint32_t count : counts_)
    own_list_begins_.push_back(own_list_begins_.back() + std::min(count, kMostListed));
  own_listed_.resize(own_list_begins_.back());
  std::vector<uint32_t> ends(own_list_begins_.begin(), own_list_begins_.end() - 1);
  FactId fact = 0;
  for (const Stretch& stretch : stretches_) {
    for (size_t place = 0; place + 1 < stretch.begins.size(); ++place, ++fact) {
      for (uint32_t at = stretch.begins[place]; at < stretch.begins[place + 1]; ++at) {
        const uint32_t key = stretch.keys[at];
        if (ends[key] < own_list_begins_[key + 1]) own_listed_[ends[key]++] = fact;
      }
    }
  }
  list_begins_ = own_list_begins_;
  listed_ = own_listed_;
}

std::vector<Bytes> FrameTable::Parts() const {
  std::vector<Bytes> parts = {BytesOf<uint64_t>(keys_.values()), BytesOf<uint64_t>(standings_.values()),
                              BytesOf<uint32_t>(counts_), BytesOf<uint32_t>(list_begins_), BytesOf<uint32_t>(listed_)};
  for (const Stretch& stretch : stretches_) {
    for (const std::span<const uint32_t> array : {stretch.begins, stretch.keys, stretch.wide})
      parts.push_back(BytesOf<uint32_t>(array));
    parts.push_back(BytesOf<uint16_t>(stretch.standings));
  }
  return parts;
}

std::optional<FrameTable> FrameTable::Of(std::span<const Bytes> parts) {
  constexpr size_t kBefore = 5;
  constexpr size_t kOfStretch = 4;
  if (parts.size() < kBefore || (parts.size() - kBefore) % kOfStretch != 0) return std::nullopt;
  FrameTable table;
  const std::span<const uint32_t> counts = ValuesOf<uint32_t>(parts[2]);
  table.keys_ = Numbering(ValuesOf<uint64_t>(parts[0]));
  table.standings_ = Numbering(ValuesOf<uint64_t>(parts[1]));
  table.counts_.assign(counts.begin(), counts.end());
  table.list_begins_ = ValuesOf<uint32_t>(parts[3]);
  table.listed_ = ValuesOf<uint32_t>(parts[4]);
  if (table.list_begins_.size() != counts.size() + 1 || table.list_begins_.back() != table.listed_.size())
    return std::nullopt;
  for (size_t i = kBefore; i < parts.size(); i += kOfStretch) {
    const Stretch stretch = {ValuesOf<uint32_t>(parts[i]), ValuesOf<uint32_t>(parts[i + 1]),
                             ValuesOf<uint16_t>(parts[i + 3]), ValuesOf<uint32_t>(parts[i + 2])};
    if (stretch.begins.empty() || stretch.begins.back() != stretch.keys.size() ||
        stretch.keys.size() != stretch.standings.size() + stretch.wide.size()) {
      return std::nullopt;
    }
    table.facts_ += stretch.begins.size() - 1;
    table.terms_ += stretch.keys.size();
    table.stretches_.push_back(stretch);
  }
  return table;
}

FrameTable::Terms FrameTable::TermsOf(FactId fact) const {
  const Stretch& stretch = stretches_[fact / kFactsOfStretch];
  const size_t place = fact % kFactsOfStretch;
  return {{*this, stretch, stretch.begins[place]}, {*this, stretch, stretch.begins[place + 1]}};
}

std::optional<FrameTerm> FrameTable::Find(FactId fact, TermKey key) const {
  const uint32_t number = keys_.Find(key);
  if (number == Numbering::kUnknown) return std::nullopt;
  const Stretch& stretch = stretches_[fact / kFactsOfStretch];
  const size_t place = fact % kFactsOfStretch;
  const auto begin = stretch.keys.begin() + stretch.begins[place];
  const auto end = stretch.keys.begin() + stretch.begins[place + 1];
  const auto found = std::lower_bound(begin, end, number);
  if (found == end || *found != number) return std::nullopt;
  return TermAt(stretch, static_cast<uint32_t>(found - stretch.keys.begin()));
}

std::span<const uint32_t> FrameTable::NumbersOf(FactId fact) const {
  const Stretch& stretch = stretches_[fact / kFactsOfStretch];
  const uint32_t begin = stretch.begins[fact % kFactsOfStretch];
  return stretch.keys.subspan(begin, stretch.begins[fact % kFactsOfStretch + 1] - begin);
}

FrameTerm FrameTable::TermOf(FactId fact, size_t place) const {
  const Stretch& stretch = stretches_[fact / kFactsOfStretch];
  return TermAt(stretch, stretch.begins[fact % kFactsOfStretch] + place);
}

uint32_t FrameTable::FactsWith(TermKey key) const {
  const uint32_t number = keys_.Find(key);
  return number == Numbering::kUnknown ? 0 : counts_[number];
}

std::span<const FactId> FrameTable::FactsHolding(TermKey key) const {
  const uint32_t number = keys_.Find(key);
  if (number == Numbering::kUnknown) return {};
  return listed_.subspan(list_begins_[number], list_begins_[number + 1] - list_begins_[number]);
}

}  // namespace docent
