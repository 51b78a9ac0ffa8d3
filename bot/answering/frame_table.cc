#include "bot/answering/frame_table.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <numeric>
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

// Of the arrays that parts are of: what stands before all stretches, and how many are of a stretch.
constexpr size_t kBefore = 4;
constexpr size_t kOfNames = 4;
constexpr size_t kOfFacts = 7;

// Where each of these begins that are so long, and the end.
std::vector<uint32_t> BeginsOf(const std::vector<uint32_t>& lengths) {
  std::vector<uint32_t> begins;
  begins.reserve(lengths.size() + 1);
  begins.push_back(0);
  for (const uint32_t length : lengths) begins.push_back(begins.back() + length);
  return begins;
}

}  // namespace

FrameTable::Filled FrameTable::Fill(const FrameStretch& stretch) {
  Filled packed;
  packed.begins = BeginsOf(stretch.counts);
  packed.keys.reserve(stretch.terms.size());
  std::vector<uint32_t> standings;
  standings.reserve(stretch.terms.size());
  for (const FrameTerm& term : stretch.terms) {
    packed.keys.push_back(keys_.NumberOf(term.key));
    standings.push_back(standings_.NumberOf(StandingOf(term)));
  }
  if (standings_.size() <= std::numeric_limits<uint16_t>::max()) {
    packed.standings.reserve(standings.size());
    for (const uint32_t standing : standings) packed.standings.push_back(static_cast<uint16_t>(standing));
  } else {
    packed.wide = std::move(standings);
  }
  counts_.resize(keys_.size());
  last_.resize(keys_.size(), kNone);
  return packed;
}

void FrameTable::AddNames(const FrameStretch& stretch) {
  filled_.push_back(Fill(stretch));
  names_.push_back(filled_.back().Shown());
}

void FrameTable::Add(const FrameStretch& stretch) {
  Filled& packed = filled_.emplace_back(Fill(stretch));
  packed.use_begins = BeginsOf(stretch.use_counts);
  packed.uses.reserve(stretch.uses.size());
  for (const NameUse& use : stretch.uses) packed.uses.push_back(Packed(use));
  packed.lengths.reserve(stretch.counts.size());
  Facts shown = {packed.Shown(), packed.use_begins, packed.uses, {}};
  for (size_t place = 0; place < stretch.counts.size(); ++place) {
    const auto fact = static_cast<FactId>(facts_ + place);
    uint32_t length = 0;
    EachNumber(shown, place, [&](uint32_t number) {
      if (last_[number] == fact) return;
      last_[number] = fact;
      ++counts_[number];
      ++length;
    });
    packed.lengths.push_back(length);
    terms_ += length;
  }
  shown.lengths = packed.lengths;
  stretches_.push_back(shown);
  facts_ += stretch.counts.size();
}

void FrameTable::Seal() {
  const std::vector<uint32_t> renumbered = keys_.Sort();
  for (Filled& stretch : filled_) {
    for (uint32_t& key : stretch.keys) key = renumbered[key];
  }
  std::vector<uint32_t> counts(counts_.size());
  for (size_t key = 0; key < counts.size(); ++key) counts[renumbered[key]] = counts_[key];
  counts_ = std::move(counts);
  last_ = {};
  shape_ = {static_cast<uint32_t>(names_.size()), static_cast<uint32_t>(stretches_.size())};
}

std::vector<Bytes> FrameTable::Parts() const {
  std::vector<Bytes> parts = {BytesOf<uint32_t>(shape_), BytesOf<uint64_t>(keys_.values()),
                              BytesOf<uint64_t>(standings_.values()), BytesOf<uint32_t>(counts_)};
  const auto add = [&](const Lists& lists) {
    for (const std::span<const uint32_t> array : {lists.begins, lists.keys, lists.wide})
      parts.push_back(BytesOf<uint32_t>(array));
    parts.push_back(BytesOf<uint16_t>(lists.standings));
  };
  for (const Lists& lists : names_) add(lists);
  for (const Facts& stretch : stretches_) {
    add(stretch.own);
    for (const std::span<const uint32_t> array : {stretch.use_begins, stretch.uses, stretch.lengths})
      parts.push_back(BytesOf<uint32_t>(array));
  }
  return parts;
}

bool FrameTable::TakeLists(std::span<const Bytes> parts, Lists& lists) {
  lists = {ValuesOf<uint32_t>(parts[0]), ValuesOf<uint32_t>(parts[1]), ValuesOf<uint16_t>(parts[3]),
           ValuesOf<uint32_t>(parts[2])};
  return !lists.begins.empty() && lists.begins.back() == lists.keys.size() &&
         lists.keys.size() == lists.standings.size() + lists.wide.size();
}

bool FrameTable::TakeFacts(std::span<const Bytes> parts, Facts& facts) {
  if (!TakeLists(parts, facts.own)) return false;
  facts.use_begins = ValuesOf<uint32_t>(parts[kOfNames]);
  facts.uses = ValuesOf<uint32_t>(parts[kOfNames + 1]);
  facts.lengths = ValuesOf<uint32_t>(parts[kOfNames + 2]);
  return facts.use_begins.size() == facts.own.begins.size() && facts.use_begins.back() == facts.uses.size() &&
         facts.lengths.size() + 1 == facts.use_begins.size();
}

std::optional<FrameTable> FrameTable::Of(std::span<const Bytes> parts) {
  FrameTable table;
  if (parts.size() < kBefore || parts[0].size() != sizeof(table.shape_)) return std::nullopt;
  std::memcpy(table.shape_.data(), parts[0].data(), sizeof(table.shape_));
  const auto [names, facts] = table.shape_;
  table.keys_ = Numbering(ValuesOf<uint64_t>(parts[1]));
  table.standings_ = Numbering(ValuesOf<uint64_t>(parts[2]));
  const std::span<const uint32_t> counts = ValuesOf<uint32_t>(parts[3]);
  table.counts_.assign(counts.begin(), counts.end());
  parts = parts.subspan(kBefore);
  if (parts.size() != names * kOfNames + facts * kOfFacts) return std::nullopt;
  for (size_t i = 0; i < names; ++i, parts = parts.subspan(kOfNames)) {
    if (!TakeLists(parts, table.names_.emplace_back())) return std::nullopt;
  }
  for (size_t i = 0; i < facts; ++i, parts = parts.subspan(kOfFacts)) {
    Facts& stretch = table.stretches_.emplace_back();
    if (!TakeFacts(parts, stretch)) return std::nullopt;
    table.facts_ += stretch.lengths.size();
    table.terms_ += std::accumulate(stretch.lengths.begin(), stretch.lengths.end(), uint64_t{0});
  }
  return table;
}

std::vector<FrameTerm> FrameTable::TermsOf(FactId fact) const {
  std::vector<FrameTerm> terms;
  Visit(
      fact, [](uint32_t) { return true; }, [&](uint32_t, const FrameTerm& term) { terms.push_back(term); });
  MergeTerms(terms);
  return terms;
}

std::optional<FrameTerm> FrameTable::Find(FactId fact, TermKey key) const {
  const uint32_t wanted = keys_.Find(key);
  if (wanted == Numbering::kUnknown) return std::nullopt;
  std::vector<FrameTerm> found;
  const auto find = [&](const Lists& lists, size_t list, uint32_t places) {
    const std::span<const uint32_t> numbers = lists.Of(list);
    const auto at = std::lower_bound(numbers.begin(), numbers.end(), wanted);
    if (at == numbers.end() || *at != wanted) return;
    found.push_back(TermAt(lists, lists.begins[list] + static_cast<size_t>(at - numbers.begin())));
    if (places != 0) found.back().places = places;
  };
  const Facts& stretch = stretches_[fact / kOfStretch];
  find(stretch.own, fact % kOfStretch, 0);
  for (const uint32_t packed : stretch.UsesOf(fact % kOfStretch)) {
    const NameUse use = UseOf(packed);
    find(ListsOf(use.name), use.name % kOfStretch, use.place);
  }
  MergeTerms(found);
  if (found.empty()) return std::nullopt;
  return found.front();
}

uint32_t FrameTable::LengthOf(FactId fact) const { return stretches_[fact / kOfStretch].lengths[fact % kOfStretch]; }

uint32_t FrameTable::FactsWith(TermKey key) const {
  const uint32_t number = keys_.Find(key);
  return number == Numbering::kUnknown ? 0 : counts_[number];
}

}  // namespace docent
