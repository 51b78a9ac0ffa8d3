// The Snowball English stemmer (Porter 2), from libstemmer.

#include <libstemmer.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>

#include "bot/text/utf8.h"
#include "bot/text/words.h"

namespace docent {
namespace {

struct DeleteStemmer {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

// A stemmer holds its working buffer, so each thread has its own.
sb_stemmer& ThreadsStemmer() {
  thread_local const std::unique_ptr<sb_stemmer, DeleteStemmer> stemmer(sb_stemmer_new("english", "UTF_8"));
  if (stemmer == nullptr) throw std::runtime_error("libstemmer has no English stemmer: is libstemmer0d complete?");
  return *stemmer;
}

// Porter takes "researcher" and "research" for one word. Who does it is not what is done: a fact about research counts
// no researchers.
std::string KeepAgent(std::string_view word, std::string stem) {
  if (word.ends_with('s')) word.remove_suffix(1);
  for (const std::string_view ending : {"er", "or"}) {
    if (word.ends_with(ending) && word.size() >= stem.size() + ending.size() && word.starts_with(stem)) {
      return std::string(word);
    }
  }
  return stem;
}

}  // namespace

std::string Stem(std::string_view word) {
  // Codes and initials ("b52", "r&d", "'s") have no inflection; what is longer than any word has no stem worth its
  // time.
  constexpr size_t kLongestWord = 64;
  const auto inflects = [](char c) { return IsAsciiLower(c) || !IsAscii(c); };
  if (word.size() < 3 || word.size() > kLongestWord || !std::all_of(word.begin(), word.end(), inflects)) {
    return std::string(word);
  }
  sb_stemmer& stemmer = ThreadsStemmer();
  // The symbols are bytes for libstemmer, and char for everyone else.
  const auto* symbols = reinterpret_cast<const sb_symbol*>(word.data());  // NOLINT
  const sb_symbol* stem = sb_stemmer_stem(&stemmer, symbols, static_cast<int>(word.size()));
  if (stem == nullptr) throw std::bad_alloc();
  const auto length = static_cast<size_t>(sb_stemmer_length(&stemmer));
  if (length == 0) return std::string(word);
  return KeepAgent(word, {reinterpret_cast<const char*>(stem), length});  // NOLINT
}

}  // namespace docent
