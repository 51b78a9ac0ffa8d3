#include "bot/rules/language.h"

#include <algorithm>
#include <utility>

#include "bot/rules/alternatives.h"
#include "bot/rules/rule_keys.h"
#include "bot/text/words.h"

namespace docent {
namespace {

const std::vector<std::string> kSpeeches = {"unsaid", "noun", "verb", "adjective", "relation"};  // in the enum's order

class LanguageLoader {
 public:
  LanguageLoader(Vocabulary& vocabulary, Diagnostics& diagnostics)
      : vocabulary_(vocabulary), diagnostics_(diagnostics) {}

  Language Load(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
      if (block.head().key == "class") ids_.try_emplace(block.head().value, AddClass(block.head().value));
    }
    for (const Block& block : blocks) {
      if (!IsLanguageBlock(block)) continue;
      CheckKeys(block);
      Read(block);
    }
    return std::move(language_);
  }

 private:
  uint32_t AddClass(const std::string& name) {
    if (const auto known = ids_.find(name); known != ids_.end()) return known->second;
    language_.classes.emplace_back().name = name;
    return static_cast<uint32_t>(language_.classes.size() - 1);
  }

  void CheckKeys(const Block& block) {
    const BlockKeys& keys = *FindBlock(LanguageBlocks(), block.head().key);
    for (const Entry& entry : block.entries) {
      if (entry.key != keys.head && keys.Find(entry.key) == nullptr)
        ReportUnknownKey(entry, keys, LanguageBlocks(), diagnostics_, "see docs/rules.md for the keys");
    }
    ReportRepeatedKeys(block, keys, diagnostics_);
  }

  void Read(const Block& block) {
    const std::string& head = block.head().key;
    if (head == "class") {
      ReadClass(block, ids_.at(block.head().value));
    } else if (head == "filler") {
      AddWords(block, {MeaningKind::kFiller, GroupIn(language_.filler_groups, block.head().value)});
    } else if (head == "needed") {
      AddWords(block, {MeaningKind::kNeeded, 0});
    } else if (head == "light") {
      AddWords(block, {MeaningKind::kLight, 0});
    } else if (head == "function") {
      AddWords(block, {MeaningKind::kFunction, block.head().value == "auxiliaries" ? kAuxiliary : 0});
    } else if (head == "kind") {
      ReadKindNouns(block);
    } else if (head == "say") {
      ReadSaying(block);
    } else {
      AddWords(block, {MeaningKind::kWorldName, GroupIn(language_.name_groups, block.head().value)});
    }
  }

  void ReadClass(const Block& block, uint32_t id) {
    for (size_t i = 1; i < block.entries.size(); ++i) {
      const Entry& entry = block.entries[i];
      SynonymClass& synonyms = language_.classes[id];
      if (entry.key == "words") {
        for (std::string& text : ListedPhrases(entry.value)) {
          AddPhrase(text, {MeaningKind::kClass, id});
          std::erase(text, '"');
          synonyms.words.push_back({entry.language, std::move(text)});
        }
      } else if (entry.key == "speech") {
        synonyms.speech = SpeechOf(entry);
      } else if (entry.key == "opposite") {
        SetOpposite(entry, id);
      } else if (entry.key == "members") {
        for (const std::string& name : SplitList(entry.value, ",;")) {
          const uint32_t member = Lookup(entry, name);
          if (member != kNone) synonyms.members.push_back(member);
        }
      } else if (entry.key == "kind") {
        synonyms.kind = KindOfName(entry.value).value_or(Kind::kOpen);
      }
    }
  }

  Speech SpeechOf(const Entry& entry) {
    const auto found = std::find(kSpeeches.begin() + 1, kSpeeches.end(), entry.value);
    if (found != kSpeeches.end()) return static_cast<Speech>(found - kSpeeches.begin());
    diagnostics_.Error(entry.place, "unknown-speech", "no part of speech \"" + entry.value + "\"",
                       "use noun, verb, adjective or relation");
    return Speech::kUnsaid;
  }

  void SetOpposite(const Entry& entry, uint32_t id) {
    const uint32_t opposite = Lookup(entry, entry.value);
    if (opposite == kNone) return;
    language_.classes[id].opposite = opposite;
    if (language_.classes[opposite].opposite == kNone) language_.classes[opposite].opposite = id;
  }

  uint32_t Lookup(const Entry& entry, const std::string& name) {
    const auto found = ids_.find(name);
    if (found != ids_.end()) return found->second;
    std::vector<std::string> names;
    for (const auto& [known, id] : ids_) names.push_back(known);
    const std::string nearest = NearestOf(name, names);
    diagnostics_.Error(entry.place, "unknown-class", "no class \"" + name + "\"",
                       nearest.empty() ? "declare it with a \"class:\" block" : "did you mean \"" + nearest + "\"?");
    return kNone;
  }

  void ReadKindNouns(const Block& block) {
    const std::optional<Kind> kind = KindOfName(block.head().value);
    if (!kind) {
      diagnostics_.Error(
          block.head().place, "unknown-kind", "no kind \"" + block.head().value + "\"",
          "use money, count, number, share, date, span, person, body, place, name, text, list, reason or manner");
      return;
    }
    AddWords(block, {MeaningKind::kKindNoun, static_cast<uint32_t>(*kind)});
  }

  void ReadSaying(const Block& block) {
    for (size_t i = 1; i < block.entries.size(); ++i) {
      const Entry& entry = block.entries[i];
      if (entry.key == "text") language_.sayings[block.head().value].push_back({entry.language, entry.value});
    }
  }

  static uint32_t GroupIn(std::vector<std::string>& groups, const std::string& name) {
    const auto found = std::find(groups.begin(), groups.end(), name);
    if (found != groups.end()) return static_cast<uint32_t>(found - groups.begin());
    groups.push_back(name);
    return static_cast<uint32_t>(groups.size() - 1);
  }

  void AddWords(const Block& block, Meaning meaning) {
    for (size_t i = 1; i < block.entries.size(); ++i) {
      const Entry& entry = block.entries[i];
      if (entry.key != "words") continue;
      for (const std::string& text : ListedPhrases(entry.value)) AddPhrase(text, meaning);
    }
  }

  void AddPhrase(const std::string& text, Meaning meaning) {
    const std::vector<Word> words = SplitWords(text);
    // Grammar and fillers are fixed forms: "being" is none because "be" is.
    // "Found" is of "find", and "founded" is not.
    const bool is_quoted = text.size() > 2 && text.starts_with('"') && text.ends_with('"');
    const bool exact = is_quoted || meaning.kind == MeaningKind::kFiller || meaning.kind == MeaningKind::kFunction ||
                       meaning.kind == MeaningKind::kWorldName;
    if (!words.empty()) vocabulary_.Add(words, meaning, exact);
  }

  Vocabulary& vocabulary_;
  Diagnostics& diagnostics_;
  Language language_;
  std::map<std::string, uint32_t> ids_;
};

}  // namespace

bool IsLanguageBlock(const Block& block) { return FindBlock(LanguageBlocks(), block.head().key) != nullptr; }

Language LoadLanguage(const std::vector<Block>& blocks, Vocabulary& vocabulary, Diagnostics& diagnostics) {
  return LanguageLoader(vocabulary, diagnostics).Load(blocks);
}

}  // namespace docent
