// bot/rules/vocabulary.h
// All words and phrases that mean something, from fact files (names, types, attributes) and rule files (synonym
// classes, fillers, kinds, marks), in one trie over words. A phrase is found by its stems, names by their words.
//
// Immutable once built; safe to share between threads.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "bot/knowledge/packing.h"
#include "bot/text/numbering.h"
#include "bot/text/words.h"

namespace docent {

enum class MeaningKind : uint8_t {
  kEntity,     // id: EntityId
  kType,       // id: TypeId
  kAttribute,  // id: AttributeId
  kReverse,    // id: AttributeId, asked from its value
  kHigh,       // id: AttributeId, its largest
  kLow,        // id: AttributeId, its smallest
  kClass,      // id: index of a synonym class
  kKindNoun,   // id: a Kind
  kWorldName,  // id: index of a group of well-known names (place, body, person)
  kMark,       // id: index of a `mark:` block of the rule files
  kNeeded,     // only a fact that says so answers: "chairman", "salary", "cancel"
  kLight,      // little content: "keep", "get", "thing"
  kFiller,     // no content
  kFunction,   // grammar; content only for rules
};

// The id of a kFunction meaning that is an auxiliary verb ("does", "has"); other words of grammar have 0.
inline constexpr uint32_t kAuxiliary = 1;

struct Meaning {
  MeaningKind kind = MeaningKind::kFunction;
  uint32_t id = 0;
  friend bool operator==(const Meaning&, const Meaning&) = default;
};

using WordUses = std::unordered_map<std::string, uint32_t>;

class Vocabulary {
 public:
  // Adds a phrase; `words` is not empty. By stem unless `exact`, which names are.
  void Add(const std::vector<Word>& words, Meaning meaning, bool exact);

  struct Match {
    size_t length = 0;                  // words covered
    std::span<const Meaning> meanings;  // never empty
  };

  // Every phrase that begins at `position`, shortest first.
  std::vector<Match> MatchesAt(const std::vector<Word>& words, size_t position) const;

  // The same for all positions.
  class Matches {
   public:
    std::span<const Match> At(size_t position) const {
      return std::span(all_).subspan(begins_[position], begins_[position + 1] - begins_[position]);
    }

   private:
    friend class Vocabulary;
    std::vector<Match> all_;
    std::vector<size_t> begins_;  // one more than words
  };
  Matches MatchesIn(const std::vector<Word>& words) const;

  // Whether any phrase holds this word, as it is or by its stem.
  bool Knows(const Word& word) const;
  // Whether the word stands somewhere as it is, not only another one of its stem.
  bool IsUsed(const Word& word) const;
  // Whether it is a word of a name or of a fact, and not only of the language.
  bool IsOfFacts(const Word& word) const;
  // Whether it is a word of the world's names, and of no fact.
  bool IsOfWorldOnly(const Word& word) const;
  // Whether it is a word of a name.
  bool IsOfName(const Word& word) const;

  // The known words within the mendable distance of `word`, nearest first, then by frequency; at most `limit`.
  // Looked up in a deletion neighbourhood (Bocek, Hunt, Stiller 2007), never by scanning.
  struct Neighbour {
    std::string word;
    size_t edits = 0;
    uint32_t uses = 0;
    bool is_of_facts = false;  // a name, or a word of a fact
    bool is_of_name = false;
  };
  std::vector<Neighbour> Near(std::string_view word, size_t limit) const;

  // Makes Near usable; call once after the last Add. `extra` are further correct words (of sentences), each with how
  // often it is used.
  void IndexSpelling(const WordUses& extra);

  // All of it, kept from one start to the next.
  void Pack(Packer& packer) const;
  // The vocabulary that was packed; nothing if it is none.
  static std::optional<Vocabulary> Unpack(Unpacker& unpacker);

 private:
  // A trie over words, not over letters: a question has a dozen words, and a step is one look-up of two numbers. An
  // automaton (Aho and Corasick 1975) would save the few steps of beginning anew at each word, and cost a link and an
  // output list for each of the nodes. Exact words and stems share it, told apart in the edge.
  enum class By : uint64_t { kStem, kWord };
  static uint64_t EdgeOf(uint32_t node, uint32_t word, By by) {
    return uint64_t{node} << 32 | uint64_t{word} << 1 | static_cast<uint64_t>(by);
  }
  // The numbers of a word and of its stem; kUnknown for what nothing holds.
  struct Numbers {
    uint32_t word;
    uint32_t stem;
  };
  Numbers NumbersOf(const Word& word) const { return {Find(word.text), Find(word.stem)}; }
  // Appends every phrase that begins at `position`. `numbers_at` gives the Numbers of the word at a position.
  template <typename NumbersAt>
  void Append(size_t words, size_t position, const NumbersAt& numbers_at, std::vector<Match>& matches) const;
  // 0 if there is no such step.
  uint32_t Step(uint32_t node, uint32_t word, By by) const;
  // The number of a word or stem, given to it if it has none.
  uint32_t NumberOf(const std::string& word);
  // kUnknown, which no step has, if nothing holds it.
  static constexpr uint32_t kUnknown = (uint32_t{1} << 31) - 1;
  uint32_t Find(const std::string& word) const;
  void AddMeaning(uint32_t node, Meaning meaning);
  std::span<const Meaning> MeaningsOf(uint32_t node) const;

  // What is known of a word, or of a stem, by itself.
  struct Known {
    uint32_t uses = 0;  // as it stands
    bool is_stem = false;
    bool is_of_facts = false;
    bool is_of_world = false;  // a well-known name of the world
    bool is_of_name = false;
    bool is_grammar = false;  // a single word without content
    friend auto MembersOf(Of<Known> auto& known) {
      return std::tie(known.uses, known.is_stem, known.is_of_facts, known.is_of_world, known.is_of_name,
                      known.is_grammar);
    }
  };
  std::unordered_map<std::string, uint32_t> numbers_;           // of words and stems
  std::vector<Known> known_;                                    // by number
  Numbering steps_;                                             // by EdgeOf; the step with number n leads to node n + 1
  std::vector<std::optional<Meaning>> meanings_{1};             // by node; 0 is the root. Most have one or none
  std::unordered_map<uint32_t, std::vector<Meaning>> several_;  // all of a node that has more than one
  struct Shortened {
    uint64_t hash;  // of a known word with some letters taken out
    uint32_t word;  // index into spellings_
  };
  std::vector<std::string> spellings_;
  std::vector<Shortened> shortened_;  // sorted by hash
};

}  // namespace docent
