// bot/text/word_table.h
// Single words with what each means.

#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace docent {

template <typename Meaning>
class WordTable {
 public:
  // The words must outlive the table.
  WordTable(std::initializer_list<std::pair<const std::string_view, Meaning>> words) : words_(words) {}

  std::optional<Meaning> Find(std::string_view word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? std::nullopt : std::optional(found->second);
  }

  // Adds every word.
  void AddStarters(std::unordered_set<std::string_view>& starters) const {
    for (const auto& [word, meaning] : words_) starters.insert(word);
  }

 private:
  std::unordered_map<std::string_view, Meaning> words_;
};

}  // namespace docent
