// The Snowball English stemmer (Porter 2), from libstemmer.

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <functional>
#include <initializer_list>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

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

// Porter takes the "ed" and "ing" of short verbs whole, and more with it: "su" of "sued", "ad" of "added".
std::string_view WithoutItsEnding(std::string_view word) {
  struct Inflection {
    std::string_view word;
    std::string_view stem;
  };
  constexpr std::array<Inflection, 15> kInflections = {{{"sued", "sue"},
                                                        {"suing", "sue"},
                                                        {"glued", "glue"},
                                                        {"gluing", "glue"},
                                                        {"dyed", "dye"},
                                                        {"freed", "free"},
                                                        {"cued", "cue"},
                                                        {"cuing", "cue"},
                                                        {"queued", "queue"},
                                                        {"queuing", "queue"},
                                                        {"added", "add"},
                                                        {"adding", "add"},
                                                        {"erred", "err"},
                                                        {"erring", "err"},
                                                        {"hoed", "hoe"}}};
  const auto* const known = std::find_if(kInflections.begin(), kInflections.end(),
                                         [&](const Inflection& known) { return known.word == word; });
  return known == kInflections.end() ? word : known->stem;
}

std::string ComputeStem(std::string_view inflected) {
  std::string word = InOneSpelling(WithoutItsEnding(inflected));
  if (word.ends_with("goes")) word.resize(word.size() - 2);  // "undergoes", "cargoes", of which Porter keeps the e
  sb_stemmer& stemmer = ThreadsStemmer();
  // The symbols are bytes for libstemmer, and char for everyone else.
  const auto* symbols = reinterpret_cast<const sb_symbol*>(word.data());  // NOLINT
  const sb_symbol* stem = sb_stemmer_stem(&stemmer, symbols, static_cast<int>(word.size()));
  if (stem == nullptr) throw std::bad_alloc();
  const auto length = static_cast<size_t>(sb_stemmer_length(&stemmer));
  if (length == 0) return word;
  return KeepAgent(word, {reinterpret_cast<const char*>(stem), length});  // NOLINT
}

// Few words make up most of any text: each thread remembers the stems of those it met last, one for each of some
// thousand places, and computes no more than the rest. While a million facts load that is a twelfth of the time.
const std::string& RememberedStem(std::string_view word) {
  struct Known {
    std::string word;
    std::string stem;
  };
  constexpr size_t kPlaces = 1 << 12;
  thread_local std::vector<Known> places(kPlaces);
  Known& known = places[std::hash<std::string_view>{}(word) % kPlaces];
  if (known.word != word) known = {std::string(word), ComputeStem(word)};
  return known.stem;
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
  return RememberedStem(word);
}

}  // namespace docent
