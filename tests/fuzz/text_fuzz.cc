// What holds for any bytes that a stranger sends: normalising is idempotent and well formed, words stand in order
// inside the text, the normal form has the same words, and quantities cover words without overlap.

#include <cstdint>
#include <string_view>
#include <vector>

#include "bot/text/normalize.h"
#include "bot/text/quantity.h"
#include "bot/text/spelling.h"
#include "bot/text/words.h"
#include "tests/fuzz/require.h"

namespace {

using docent::Require;

void CheckWords(std::string_view text, const std::vector<docent::Word>& words) {
  size_t begin = 0;
  size_t end = 0;
  for (const docent::Word& word : words) {
    Require(!word.text.empty() && !word.stem.empty(), "a word has text and a stem");
    Require(word.begin < word.end && word.end <= text.size(), "a word stands inside the text");
    // Two words may come from one character (U+2100), and then share it.
    Require(begin <= word.begin && end <= word.end, "words stand in order");
    begin = word.begin;
    end = word.end;
  }
}

void CheckQuantities(std::string_view text, const std::vector<docent::Word>& words) {
  size_t end = 0;
  for (const docent::Quantity& quantity : docent::FindQuantities(text, words)) {
    Require(end <= quantity.span.begin, "quantities do not overlap");
    Require(quantity.span.begin < quantity.span.end, "a quantity covers words");
    Require(quantity.span.end <= words.size(), "a quantity covers words of the text");
    Require(text.find(quantity.text) != std::string_view::npos, "a quantity keeps what was written");
    Require(!docent::ToString(quantity).empty(), "a quantity has a line");
    end = quantity.span.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string normal = docent::Normalize(text);
  Require(!docent::FirstInvalidUtf8(normal), "the normal form is well formed");
  Require(docent::Normalize(normal) == normal, "normalising is idempotent");

  const std::vector<docent::Word> words = docent::SplitWords(text);
  CheckWords(text, words);
  CheckQuantities(text, words);
  Require(docent::JoinWords(docent::SplitWords(normal)) == docent::JoinWords(words),
          "the normal form has the same words");
  (void)docent::ParseQuantity(text);

  const std::string_view half = text.substr(0, size / 2);
  const std::string_view rest = text.substr(size / 2);
  const size_t distance = docent::EditDistance(half, rest, 3);
  Require(distance <= 4 && distance == docent::EditDistance(rest, half, 3), "a distance is the same both ways");
  return 0;
}
