// bot/answering/frame_table.h
// The terms of all facts, packed: a million facts have fifty million of them.
//
// Representation: what a name adds to a fact is kept once for all facts that hold the name; a fact says which names it
// holds and where, and has terms of its own only for what else it says. A term is two numbers, six bytes in all. One is
// that of its key, in the order of keys, so that the terms of a list stand in the same order by number as by key; the
// other is that of its quality and places together, of which there are few. Lists lie in stretches, each in arrays of
// its own: nothing is copied while the table grows.
//
// Filled by one thread, then sealed; or put together of the parts that a sealed one was kept as, where they lie. From
// then on immutable and safe to share between threads.

#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "bot/answering/frame_term.h"
#include "bot/knowledge/fact.h"
#include "bot/knowledge/index_cache.h"
#include "bot/text/numbering.h"

namespace docent {

// Some names or facts in a row: the terms of each, by key, one after another.
struct FrameStretch {
  std::vector<FrameTerm> terms;
  std::vector<uint32_t> counts;  // how many each has
  std::vector<NameUse> uses;     // of facts only: the names that each holds, one fact after another
  std::vector<uint32_t> use_counts;
};

class FrameTable {
  struct Lists;

 public:
  // Names or facts to a stretch; only the last one of each may have fewer.
  static constexpr size_t kOfStretch = 4096;

  FrameTable() = default;
  FrameTable(FrameTable&&) = default;
  FrameTable& operator=(FrameTable&&) = default;

  // All names in the order of their numbers, then all facts.
  void AddNames(const FrameStretch& stretch);
  void Add(const FrameStretch& stretch);
  // Once, after the last Add and before anything is looked up.
  void Seal();

  // All that a sealed table is made of; views into it.
  std::vector<Bytes> Parts() const;
  // The table of such parts, in the same order, aligned for what they hold; they must outlive it. Nothing if they are
  // no parts of a table.
  static std::optional<FrameTable> Of(std::span<const Bytes> parts);

  // By key. Reads all that the fact holds: for one term there is Find, for some there is Visit.
  std::vector<FrameTerm> TermsOf(FactId fact) const;
  std::optional<FrameTerm> Find(FactId fact, TermKey key) const;
  // How many terms the fact holds.
  uint32_t LengthOf(FactId fact) const;
  // How many facts hold the term.
  uint32_t FactsWith(TermKey key) const;
  uint32_t FactsWithNumber(uint32_t number) const { return counts_[number]; }

  // The number of a key, by which Visit tells terms; Numbering::kUnknown if nothing holds it.
  uint32_t NumberOf(TermKey key) const { return keys_.Find(key); }
  // How many keys there are; numbers begin at 0.
  size_t keys() const { return keys_.size(); }
  // Calls `see` with the number of each term that the fact holds, some of them more than once.
  template <typename See>
  void EachNumber(FactId fact, const See& see) const {
    EachNumber(stretches_[fact / kOfStretch], fact % kOfStretch, see);
  }
  // Gives `take` the number and the term of all that the fact holds and whose number `is_wanted`. What it holds in
  // several places may come several times, each time with some of them; MergeTerms makes one term of it.
  template <typename IsWanted, typename Take>
  void Visit(FactId fact, const IsWanted& is_wanted, const Take& take) const;

  size_t size() const { return facts_; }
  // Of all facts together.
  uint64_t terms() const { return terms_; }

 private:
  // Lists of terms, a stretch of them.
  struct Lists {
    std::span<const uint32_t> begins;     // where the terms of each list begin, and the end
    std::span<const uint32_t> keys;       // numbers of keys_
    std::span<const uint16_t> standings;  // numbers of standings_
    std::span<const uint32_t> wide;       // the same, in place of `standings` where there are too many for 16 bits
    std::span<const uint32_t> Of(size_t list) const {
      return keys.subspan(begins[list], begins[list + 1] - begins[list]);
    }
  };
  // Of facts also the names that each holds, as UseOf packs them, and how many terms it holds in all.
  struct Facts {
    Lists own;
    std::span<const uint32_t> use_begins;
    std::span<const uint32_t> uses;
    std::span<const uint32_t> lengths;
    std::span<const uint32_t> UsesOf(size_t fact) const {
      return uses.subspan(use_begins[fact], use_begins[fact + 1] - use_begins[fact]);
    }
  };
  // What those spans show, if it was filled here; the arrays stay where they are when this is moved.
  struct Filled {
    std::vector<uint32_t> begins;
    std::vector<uint32_t> keys;
    std::vector<uint16_t> standings;
    std::vector<uint32_t> wide;
    std::vector<uint32_t> use_begins;
    std::vector<uint32_t> uses;
    std::vector<uint32_t> lengths;
    Lists Shown() const { return {begins, keys, standings, wide}; }
  };

  // A NameUse in one number: the upper bits say which bit of the places it is.
  static constexpr unsigned kNameBits = 27;
  static uint32_t Packed(const NameUse& use) {
    return use.name | static_cast<uint32_t>(std::countr_zero(use.place)) << kNameBits;
  }
  static NameUse UseOf(uint32_t packed) {
    return {packed & ((uint32_t{1} << kNameBits) - 1), uint32_t{1} << (packed >> kNameBits)};
  }

  Filled Fill(const FrameStretch& stretch);
  // Of parts; false if these are no parts of any.
  static bool TakeLists(std::span<const Bytes> parts, Lists& lists);
  static bool TakeFacts(std::span<const Bytes> parts, Facts& facts);
  template <typename See>
  void EachNumber(const Facts& stretch, size_t place, const See& see) const;
  const Lists& ListsOf(uint32_t name) const { return names_[name / kOfStretch]; }
  FrameTerm TermAt(const Lists& lists, size_t at) const {
    const uint64_t standing = standings_.ValueOf(lists.wide.empty() ? lists.standings[at] : lists.wide[at]);
    return {keys_.ValueOf(lists.keys[at]), std::bit_cast<float>(static_cast<uint32_t>(standing >> 32)),
            static_cast<uint32_t>(standing)};
  }

  std::vector<Filled> filled_;
  std::vector<Lists> names_;
  std::vector<Facts> stretches_;
  Numbering keys_;
  Numbering standings_;              // quality and places
  std::vector<uint32_t> counts_;     // by number of the key: facts that hold it
  std::vector<FactId> last_;         // while it is filled: the last of them
  std::array<uint32_t, 2> shape_{};  // how many stretches of names, and of facts, once it is sealed
  size_t facts_ = 0;
  uint64_t terms_ = 0;
};

template <typename See>
void FrameTable::EachNumber(const Facts& stretch, size_t place, const See& see) const {
  for (const uint32_t number : stretch.own.Of(place)) see(number);
  for (const uint32_t packed : stretch.UsesOf(place)) {
    const uint32_t name = UseOf(packed).name;
    for (const uint32_t number : ListsOf(name).Of(name % kOfStretch)) see(number);
  }
}

template <typename IsWanted, typename Take>
void FrameTable::Visit(FactId fact, const IsWanted& is_wanted, const Take& take) const {
  const Facts& stretch = stretches_[fact / kOfStretch];
  const size_t place = fact % kOfStretch;
  const auto visit = [&](const Lists& lists, size_t list, uint32_t places) {
    for (uint32_t at = lists.begins[list]; at < lists.begins[list + 1]; ++at) {
      if (!is_wanted(lists.keys[at])) continue;
      FrameTerm term = TermAt(lists, at);
      if (places != 0) term.places = places;
      take(lists.keys[at], term);
    }
  };
  visit(stretch.own, place, 0);
  for (const uint32_t packed : stretch.UsesOf(place)) {
    const NameUse use = UseOf(packed);
    visit(ListsOf(use.name), use.name % kOfStretch, use.place);
  }
}

}  // namespace docent
