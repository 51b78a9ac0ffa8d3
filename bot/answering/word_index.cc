#include "bot/answering/word_index.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace docent {
namespace {

// As short as letters and digits can be.
void AppendIndexWord(uint32_t number, std::string& text) {
  constexpr int kBase = 36;
  std::array<char, 8> digits;
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number, kBase);
  text.append(digits.data(), end);
}

// Which words a fact is found by; asked of one fact after another.
class Listing {
 public:
  explicit Listing(const FrameTable& table) : table_(table), listed_(table.keys()) {
    for (uint32_t number = 0; number < table.keys(); ++number)
      has_all_words_ = has_all_words_ && table.FactsWithNumber(number) <= kMostScored;
  }

  bool has_all_words() const { return has_all_words_; }

  // Each once.
  const std::vector<uint32_t>& NumbersOf(FactId fact) {
    numbers_.clear();
    table_.EachNumber(fact, [&](uint32_t number) {
      if (table_.FactsWithNumber(number) <= kMostScored || listed_[number] < kMostListed) numbers_.push_back(number);
    });
    std::sort(numbers_.begin(), numbers_.end());
    numbers_.erase(std::unique(numbers_.begin(), numbers_.end()), numbers_.end());
    for (const uint32_t number : numbers_) {
      if (table_.FactsWithNumber(number) > kMostScored) ++listed_[number];
    }
    return numbers_;
  }

 private:
  const FrameTable& table_;
  std::vector<uint8_t> listed_;  // facts, by number; only of what too many hold
  std::vector<uint32_t> numbers_;
  bool has_all_words_ = true;
};

}  // namespace

std::string IndexWord(uint32_t number) {
  std::string word;
  AppendIndexWord(number, word);
  return word;
}

std::shared_ptr<const StoreImage> IndexWords(const FrameTable& table) {
  Listing listing(table);
  StoreWriter store(listing.has_all_words());
  std::string words;
  for (FactId fact = 0; fact < table.size(); ++fact) {
    words.clear();
    for (const uint32_t number : listing.NumbersOf(fact)) {
      AppendIndexWord(number, words);
      words += ' ';
    }
    if (!words.empty()) store.Add(fact, words);
  }
  return store.Finish();
}

}  // namespace docent
