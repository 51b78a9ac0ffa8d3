// bot/rules/language.h
// The words of a language that belong to no topic, as the rule files list them: classes of words that ask for the
// same thing, words without content, nouns that tell the kind of an answer, well-known names.
//
//   class: invest            filler: polite          function: articles      kind: place             names: place
//   words: invest, back      words: please, ...      words: the, a, an       words: city, district   words: Paris, ...
//   speech: verb
//   opposite: divest
//   members: fund, finance   (a wider class: a question that uses it may mean any member)
//
//   say: yes                 what docent itself says, with {parts} to be filled in
//   text: Yes. {facts}
//   text@zh: 是的。{facts}

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "bot/knowledge/block.h"
#include "bot/knowledge/diagnostic.h"
#include "bot/knowledge/fact.h"
#include "bot/rules/vocabulary.h"

namespace docent {

// What words of a class do in a sentence. A noun says which thing is meant; a verb or an adjective has many near
// synonyms and is often just a way of speaking.
enum class Speech : uint8_t { kUnsaid, kNoun, kVerb, kAdjective, kRelation };

struct SynonymClass {
  std::string name;
  Speech speech = Speech::kUnsaid;
  std::vector<Phrase> words;
  uint32_t opposite = kNone;
  std::vector<uint32_t> members;
  Kind kind = Kind::kOpen;
};

struct Language {
  std::vector<SynonymClass> classes;
  std::map<std::string, std::vector<Phrase>> sayings;  // what docent itself says, by the name of its `say:` block
  std::vector<std::string> filler_groups;              // what the id of MeaningKind::kFiller refers to
  std::vector<std::string> name_groups;  // "place", "body", "person": what MeaningKind::kWorldName refers to
};

// Whether LoadLanguage reads it.
bool IsLanguageBlock(const Block& block);

// Reads the language blocks among `blocks`, which may extend classes of each other.
Language LoadLanguage(const std::vector<Block>& blocks, Vocabulary& vocabulary, Diagnostics& diagnostics);

}  // namespace docent
