// bot/rules/vocabulary.h
// All words and phrases that mean something, from fact files (names, types, attributes) and rule files (synonym
// classes, fillers, kinds, marks), in one trie over words. A phrase is found by its stems, names by their words.
//
// Immutable once built; safe to share between threads.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

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

struct Meaning {
  MeaningKind kind;
  uint32_t id = 0;
  friend bool operator==(const Meaning&, const Meaning&) = default;
};

class Vocabulary {
 public:
  // Adds a phrase; `words` is not empty. By stem unless `exact`, which names are.
  void Add(const std::vector<Word>& words, Meaning meaning, bool exact);

  struct Match {
    size_t length = 0;  // words covered
    const std::vector<Meaning>* meanings = nullptr;
  };

  // Every phrase that begins at `position`, shortest first.
  std::vector<Match> MatchesAt(const std::vector<Word>& words, size_t position) const;

  // Whether any phrase holds this word, as it is or by its stem.
  bool Knows(const Word& word) const;
  // Whether it is a word of a name or of a fact, and not only of the language.
  bool IsOfFacts(const Word& word) const { return of_facts_.contains(word.text); }

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

  // Makes Near usable; call once after the last Add. `extra` are further correct words (of sentences).
  void IndexSpelling(const std::vector<std::string>& extra);

 private:
  // A trie over words, not over letters: a question has a dozen words, and a step is one look-up of two numbers. An
  // automaton (Aho and Corasick 1975) would save the few steps of beginning anew at each word, and cost a link and an
  // output list for each of the nodes. Exact words and stems share it, told apart in the edge.
  enum class By : uint64_t { kStem, kWord };
  static uint64_t EdgeOf(uint32_t node, uint32_t key, By by) {
    return uint64_t{node} << 32 | uint64_t{key} << 1 | static_cast<uint64_t>(by);
  }
  // 0 if there is no such step.
  uint32_t Step(uint32_t node, uint32_t key, By by) const;
  // The number of a word or stem; kNoKey, which no step has, if no phrase holds it.
  static constexpr uint32_t kNoKey = (uint32_t{1} << 31) - 1;
  uint32_t KeyOf(const std::string& word) const;

  std::unordered_map<std::string, uint32_t> keys_;  // of words and stems in phrases
  std::unordered_map<uint64_t, uint32_t> steps_;    // by EdgeOf
  std::vector<std::vector<Meaning>> meanings_{1};   // by node; 0 is the root
  struct Shortened {
    uint64_t hash;  // of a known word with some letters taken out
    uint32_t word;  // index into spellings_
  };
  std::unordered_map<std::string, uint32_t> known_;  // word -> uses
  std::unordered_map<std::string, uint32_t> stems_;  // stem -> uses
  std::unordered_set<std::string> of_facts_;
  std::unordered_set<std::string> of_names_;
  std::unordered_set<std::string> grammar_;  // single words without content
  std::vector<std::string> spellings_;
  std::vector<Shortened> shortened_;  // sorted by hash
};

}  // namespace docent
