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
  explicit Listing(const FrameTable& table) : table_(table), listed_(table.keys()) {}

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
};

}  // namespace

std::vector<std::string> IndexWords(const std::vector<uint32_t>& numbers) {
  std::vector<std::string> words;
  words.reserve(numbers.size());
  for (const uint32_t number : numbers) AppendIndexWord(number, words.emplace_back());
  return words;
}

std::shared_ptr<const StoreImage> FillIndex(const FrameTable& table) {
  StoreWriter store;
  Listing listing(table);
  std::string words;
  for (FactId fact = 0; fact < table.size(); ++fact) {
    words.clear();
    for (const uint32_t number : listing.NumbersOf(fact)) {
      AppendIndexWord(number, words);
      words += ' ';
    }
    store.Add(fact, words);  // without words, too: how rare a word is depends on how many facts there are
  }
  return store.Finish();
}

std::vector<FactId> BestByBm25(const FrameTable& table, StoreConnection& store, const std::vector<uint32_t>& numbers,
                               size_t limit) {
  // As FTS5 has them.
  constexpr double kSaturation = 1.2;
  constexpr double kOfLength = 0.75;
  std::vector<ScoredFact> scored = store.Score(IndexWords(numbers));
  const double usual_length = static_cast<double>(table.terms()) / static_cast<double>(table.size());
  for (ScoredFact& one : scored) {
    const double length = static_cast<double>(table.LengthOf(one.fact)) / usual_length;
    one.score /= 1 + kSaturation * (1 - kOfLength + kOfLength * length);
  }
  // What differs by less than a float tells is equal: the order in which FTS5 adds words up is not ours.
  std::stable_sort(scored.begin(), scored.end(), [](const ScoredFact& one, const ScoredFact& other) {
    return static_cast<float>(one.score) > static_cast<float>(other.score);
  });
  std::vector<FactId> best;
  for (size_t i = 0; i < std::min(limit, scored.size()); ++i) best.push_back(scored[i].fact);
  return best;
}

}  // namespace docent
