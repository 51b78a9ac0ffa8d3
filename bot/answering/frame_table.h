// bot/answering/frame_table.h
// The terms of all facts, packed: a million facts have fifty million of them. And the other way round, which facts hold
// a term: an inverted index.
//
// Representation: a term is two numbers, six bytes in all. One is that of its key, in the order of keys, so that the
// terms of a fact stand in the same order by number as by key; the other is that of its quality and places together,
// of which there are few. Facts lie in stretches, each in arrays of its own: nothing is copied while the table grows.
//
// Filled by one thread, then sealed; or put together of the parts that a sealed one was kept as, where they lie. From
// then on immutable and safe to share between threads.

#pragma once

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

// Some facts in a row: the terms of each, by key, one after another.
struct FrameStretch {
  std::vector<FrameTerm> terms;
  std::vector<uint32_t> counts;  // how many each fact has
};

class FrameTable {
  struct Stretch;

 public:
  // Facts to a stretch; only the last one may have fewer.
  static constexpr size_t kFactsOfStretch = 4096;
  // Facts that are listed for a term. What more facts hold than may be scored for a question chooses none of them.
  static constexpr uint32_t kMostListed = 512;

  FrameTable() = default;
  FrameTable(FrameTable&&) = default;
  FrameTable& operator=(FrameTable&&) = default;

  void Add(const FrameStretch& stretch);
  // Once, after the last Add and before anything is looked up.
  void Seal();

  // All that a sealed table is made of; views into it.
  std::vector<Bytes> Parts() const;
  // The table of such parts, in the same order, aligned for what they hold; they must outlive it. Nothing if they are
  // no parts of a table.
  static std::optional<FrameTable> Of(std::span<const Bytes> parts);

  // Reads terms where they lie; what it gives is a copy.
  class Terms {
   public:
    class Iterator {
     public:
      Iterator(const FrameTable& table, const Stretch& stretch, uint32_t at)
          : table_(&table), stretch_(&stretch), at_(at) {}
      FrameTerm operator*() const { return table_->TermAt(*stretch_, at_); }
      // How many facts hold the term.
      uint32_t FactsWith() const { return table_->counts_[stretch_->keys[at_]]; }
      Iterator& operator++() {
        ++at_;
        return *this;
      }
      friend bool operator==(const Iterator& one, const Iterator& other) { return one.at_ == other.at_; }

     private:
      const FrameTable* table_;
      const Stretch* stretch_;
      uint32_t at_;
    };
    Terms(Iterator begin, Iterator end) : begin_(begin), end_(end) {}
    Iterator begin() const { return begin_; }
    Iterator end() const { return end_; }

   private:
    Iterator begin_;
    Iterator end_;
  };

  // By key.
  Terms TermsOf(FactId fact) const;
  std::optional<FrameTerm> Find(FactId fact, TermKey key) const;
  // How many facts hold the term.
  uint32_t FactsWith(TermKey key) const;
  // The first kMostListed facts that hold the term, in their order.
  std::span<const FactId> FactsHolding(TermKey key) const;

  // For whoever asks many facts for the same terms: the number of a key, Numbering::kUnknown if no fact holds it; those
  // of a fact's terms, ascending; and the term at a place among these.
  uint32_t NumberOf(TermKey key) const { return keys_.Find(key); }
  std::span<const uint32_t> NumbersOf(FactId fact) const;
  FrameTerm TermOf(FactId fact, size_t place) const;

  size_t size() const { return facts_; }
  // Of all facts together.
  uint64_t terms() const { return terms_; }

 private:
  struct Stretch {
    std::span<const uint32_t> begins;     // where the terms of each fact begin, and the end
    std::span<const uint32_t> keys;       // numbers of keys_
    std::span<const uint16_t> standings;  // numbers of standings_
    std::span<const uint32_t> wide;       // the same, in place of `standings` where there are too many for 16 bits
  };
  // What the spans of a stretch show, if it was filled here; its arrays stay where they are when this is moved.
  struct Filled {
    std::vector<uint32_t> begins;
    std::vector<uint32_t> keys;
    std::vector<uint16_t> standings;
    std::vector<uint32_t> wide;
    Stretch Shown() const { return {begins, keys, standings, wide}; }
  };
  FrameTerm TermAt(const Stretch& stretch, size_t at) const {
    const uint64_t standing = standings_.ValueOf(stretch.wide.empty() ? stretch.standings[at] : stretch.wide[at]);
    return {keys_.ValueOf(stretch.keys[at]), std::bit_cast<float>(static_cast<uint32_t>(standing >> 32)),
            static_cast<uint32_t>(standing)};
  }

  void ListFacts();

  std::vector<Filled> filled_;
  std::vector<Stretch> stretches_;
  Numbering keys_;
  Numbering standings_;           // quality and places
  std::vector<uint32_t> counts_;  // by number of the key
  // The facts of each key, one key after another, and where those of each key begin; they lie where the parts lie, or
  // in the arrays below.
  std::span<const uint32_t> list_begins_;
  std::span<const FactId> listed_;
  std::vector<uint32_t> own_list_begins_;
  std::vector<FactId> own_listed_;
  size_t facts_ = 0;
  uint64_t terms_ = 0;
};

}  // namespace docent
