// The Snowball English stemmer (Porter 2), from libstemmer.

#include <libstemmer.h>

#include <algorithm>
#include <initializer_list>
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

bool EndsWithAny(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

// The word as Americans spell it, so that both spellings have one stem: center, labor, organize, program. Words in -ise
// that have no other spelling ("promise") take one too; it never meets another word.
std::string InOneSpelling(std::string_view word) {
  std::string spelled(word);
  const auto replace_end = [&](std::string_view plural, size_t from_end, std::string_view by) {
    spelled.replace(spelled.size() - plural.size() - from_end, from_end, by);
  };
  const std::string_view plural = word.ends_with('s') ? "s" : "";
  const std::string_view base = word.substr(0, word.size() - plural.size());
  // "Realise", but not "devise" or "advise": what stands before the ending is a word.
  constexpr size_t kShortestRoot = 4;
  const auto is_verb = [&](std::string_view ending) {
    return base.ends_with(ending) && base.size() >= kShortestRoot + ending.size();
  };
  if (EndsWithAny(base, {"entre", "eatre", "fibre", "litre", "metre", "calibre", "spectre"})) {
    replace_end(plural, 2, "er");
  } else if (EndsWithAny(base, {"labour", "colour", "favour", "honour", "neighbour", "harbour", "behaviour", "humour",
                                "rumour", "flavour", "vapour", "endeavour", "armour", "tumour", "parlour", "odour"})) {
    replace_end(plural, 2, "r");
  } else if (is_verb("ise") || is_verb("ised") || is_verb("iser") || is_verb("ising") || is_verb("yse") ||
             is_verb("ysed") || is_verb("ysing")) {
    spelled[base.rfind('s')] = 'z';
  } else if (base.ends_with("isation")) {
    spelled[base.size() - 6] = 'z';
  } else if (base.ends_with("programme")) {
    replace_end(plural, 2, "");
  } else if (base.ends_with("logue")) {
    replace_end(plural, 2, "");
  } else if (EndsWithAny(base, {"defence", "offence", "licence", "pretence"})) {
    replace_end(plural, 2, "se");
  } else if (base == "grey") {
    spelled[2] = 'a';
  }
  return spelled;
}

}  // namespace

std::string Stem(std::string_view inflected) {
  // Codes and initials ("b52", "r&d", "'s") have no inflection; what is longer than any word has no stem worth its
  // time.
  constexpr size_t kLongestWord = 64;
  const auto inflects = [](char c) { return IsAsciiLower(c) || !IsAscii(c); };
  if (inflected.size() < 3 || inflected.size() > kLongestWord ||
      !std::all_of(inflected.begin(), inflected.end(), inflects)) {
    return std::string(inflected);
  }
  const std::string word = InOneSpelling(inflected);
  sb_stemmer& stemmer = ThreadsStemmer();
  // The symbols are bytes for libstemmer, and char for everyone else.
  const auto* symbols = reinterpret_cast<const sb_symbol*>(word.data());  // NOLINT
  const sb_symbol* stem = sb_stemmer_stem(&stemmer, symbols, static_cast<int>(word.size()));
  if (stem == nullptr) throw std::bad_alloc();
  const auto length = static_cast<size_t>(sb_stemmer_length(&stemmer));
  if (length == 0) return word;
  return KeepAgent(word, {reinterpret_cast<const char*>(stem), length});  // NOLINT
}

}  // namespace docent
