// bot/text/phrases.h
// Fixed phrases with what each means, found by their first word and then longest first.

#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "bot/text/scan.h"
#include "bot/text/utf8.h"

namespace docent {

template <typename Meaning>
class PhraseTable {
 public:
  // `text` is normalised: English words joined by single spaces, or Chinese characters. It must outlive the table.
  struct Phrase {
    std::string_view text;
    Meaning meaning;
  };
  struct Found {
    Meaning meaning;
    size_t end;
  };

  PhraseTable(std::initializer_list<Phrase> phrases) {
    for (const Phrase& phrase : phrases) by_first_word_[FirstWord(phrase.text)].push_back(phrase);
    for (auto& [word, entries] : by_first_word_) {
      std::stable_sort(entries.begin(), entries.end(),
                       [](const Phrase& a, const Phrase& b) { return a.text.size() > b.text.size(); });
    }
  }

  // Adds the first word of every phrase.
  void AddStarters(std::unordered_set<std::string_view>& words) const {
    for (const auto& [word, phrases] : by_first_word_) words.insert(word);
  }

  // The longest phrase that begins at `at`.
  std::optional<Found> Find(const Scan& scan, size_t at) const {
    const auto entries = by_first_word_.find(scan.Text(at));
    if (entries == by_first_word_.end()) return std::nullopt;
    for (const Phrase& phrase : entries->second) {
      if (const auto end = scan.EndOfPhrase(at, phrase.text)) return Found{phrase.meaning, *end};
    }
    return std::nullopt;
  }

  // The same, if no punctuation parts it from the word before.
  std::optional<Found> FindBehind(const Scan& scan, size_t at) const {
    return scan.Follows(at) ? Find(scan, at) : std::nullopt;
  }

 private:
  static std::string_view FirstWord(std::string_view phrase) {
    return IsAscii(phrase[0]) ? phrase.substr(0, phrase.find(' ')) : phrase.substr(0, DecodeUtf8(phrase, 0).size);
  }

  std::unordered_map<std::string_view, std::vector<Phrase>> by_first_word_;
};

}  // namespace docent
