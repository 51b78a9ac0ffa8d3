#include "bot/answering/brain.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "bot/knowledge/block.h"
#include "bot/knowledge/loader.h"
#include "bot/rules/rule_keys.h"

namespace docent {
namespace {

std::vector<TextFile> ReadAll(const std::vector<std::filesystem::path>& folders, std::string_view extension,
                              Diagnostics& diagnostics) {
  std::vector<TextFile> files;
  for (const std::filesystem::path& folder : folders) {
    for (TextFile& file : ReadFiles(folder, extension, diagnostics)) files.push_back(std::move(file));
  }
  return files;
}

// FNV-1a over names and contents, in order (Fowler, Noll, Vo 1991): tells one content from another, not for security.
std::string HashOf(const std::vector<const std::vector<TextFile>*>& groups) {
  uint64_t hash = 14695981039346656037ULL;
  const auto mix = [&hash](std::string_view bytes) {
    for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
    hash = (hash ^ 0xFF) * 1099511628211ULL;
  };
  for (const std::vector<TextFile>* files : groups) {
    for (const TextFile& file : *files) {
      mix(file.name);
      mix(file.content);
    }
  }
  std::array<char, 17> digits;
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(hash));
  return digits.data();
}

void AddPhrase(Vocabulary& vocabulary, std::string_view text, Meaning meaning, bool exact) {
  const std::vector<Word> words = SplitWords(text);
  if (!words.empty()) vocabulary.Add(words, meaning, exact);
}

// A name of several words is found by its stems too ("application layers"), one of a single word only as it stands.
void AddName(Vocabulary& vocabulary, std::string_view name, EntityId entity) {
  const std::vector<Word> words = SplitWords(name);
  if (words.empty()) return;
  vocabulary.Add(words, {MeaningKind::kEntity, entity}, true);
  if (words.size() > 1) vocabulary.Add(words, {MeaningKind::kEntity, entity}, false);
}

void AddKnowledge(const Knowledge& knowledge, Vocabulary& vocabulary) {
  for (EntityId id = 0; id < knowledge.entities.size(); ++id) {
    AddName(vocabulary, knowledge.entities[id].name, id);
    for (const Phrase& alias : knowledge.entities[id].also) AddName(vocabulary, alias.text, id);
  }
  for (TypeId id = 0; id < knowledge.types.size(); ++id) {
    AddPhrase(vocabulary, knowledge.types[id].name, {MeaningKind::kType, id}, false);
    for (const Phrase& alias : knowledge.types[id].also)
      AddPhrase(vocabulary, alias.text, {MeaningKind::kType, id}, false);
  }
  for (AttributeId id = 0; id < knowledge.attributes.size(); ++id) {
    const Attribute& attribute = knowledge.attributes[id];
    AddPhrase(vocabulary, attribute.name, {MeaningKind::kAttribute, id}, false);
    for (const Phrase& alias : attribute.also) AddPhrase(vocabulary, alias.text, {MeaningKind::kAttribute, id}, false);
    for (const Phrase& phrase : attribute.reverse)
      AddPhrase(vocabulary, phrase.text, {MeaningKind::kReverse, id}, false);
    for (const Phrase& phrase : attribute.high) AddPhrase(vocabulary, phrase.text, {MeaningKind::kHigh, id}, false);
    for (const Phrase& phrase : attribute.low) AddPhrase(vocabulary, phrase.text, {MeaningKind::kLow, id}, false);
  }
}

// The words of the facts' sentences and values: spelt as they stand, they are no typing errors.
std::vector<std::string> SpelledWords(const Knowledge& knowledge) {
  std::vector<std::string> words;
  const auto add = [&words](std::string_view text) {
    for (const Word& word : SplitWords(text)) {
      if (word.shape == WordShape::kLetters) words.push_back(word.text);
    }
  };
  for (const Fact& fact : knowledge.facts) {
    for (const Phrase& phrase : fact.says) add(phrase.text);
    for (const Phrase& phrase : fact.also) add(phrase.text);
    for (const std::string& verb : fact.verbs) add(verb);
    for (const Slot& slot : fact.slots) {
      for (const Value& value : slot.values) add(value.text);
    }
  }
  return words;
}

// Takes a fact away as if its author had not written it.
void Forget(FactId id, Knowledge& knowledge) {
  if (id >= knowledge.facts.size()) return;
  const Fact fact = knowledge.facts[id];
  knowledge.facts.erase(knowledge.facts.begin() + id);
  const bool is_left = std::any_of(knowledge.facts.begin(), knowledge.facts.end(),
                                   [&](const Fact& other) { return other.subject == fact.subject; });
  if (!fact.is_event || is_left) return;
  knowledge.entities[fact.subject].name.clear();
  knowledge.entities[fact.subject].also.clear();
}

void ReportUnknownBlock(const Block& block, Diagnostics& diagnostics) {
  std::vector<std::string> heads;
  for (const BlockKeys& keys : RuleBlocks()) heads.emplace_back(keys.head);
  for (const BlockKeys& keys : LanguageBlocks()) heads.emplace_back(keys.head);
  const std::string nearest = NearestOf(block.head().key, heads);
  diagnostics.Error(block.head().key_place, "unknown-block",
                    "no block of a rule file starts with \"" + block.head().key + "\"",
                    nearest.empty() ? "see docs/files.md for the blocks" : "did you mean \"" + nearest + "\"?");
}

}  // namespace

std::shared_ptr<const Brain> Brain::Load(const BrainPaths& paths, Diagnostics& diagnostics) {
  return Build(Read(paths, diagnostics), diagnostics);
}

BrainFiles Brain::Read(const BrainPaths& paths, Diagnostics& diagnostics) {
  return {ReadAll(paths.knowledge, ".facts", diagnostics), ReadAll(paths.rules, ".rules", diagnostics)};
}

std::shared_ptr<const Brain> Brain::Build(const BrainFiles& files, Diagnostics& diagnostics, FactId without) {
  auto brain = std::make_shared<Brain>();
  brain->hash_ = HashOf({&files.facts, &files.rules});
  brain->knowledge_ = LoadKnowledge(files.facts, diagnostics);
  if (without != kNone) Forget(without, brain->knowledge_);
  std::vector<Block> blocks;
  for (const TextFile& file : files.rules) {
    for (Block& block : ParseBlocks(ShownPath(file.path), file.content, diagnostics)) {
      if (!IsLanguageBlock(block) && !IsRuleBlock(block)) ReportUnknownBlock(block, diagnostics);
      blocks.push_back(std::move(block));
    }
  }
  std::erase_if(blocks, [](const Block& block) { return !IsLanguageBlock(block) && !IsRuleBlock(block); });
  AddKnowledge(brain->knowledge_, brain->vocabulary_);
  brain->language_ = LoadLanguage(blocks, brain->vocabulary_, diagnostics);
  brain->rules_ = LoadRules(blocks, brain->knowledge_, diagnostics);
  if (diagnostics.has_errors()) return nullptr;
  brain->rules_.AddMarks(brain->vocabulary_);
  brain->vocabulary_.IndexSpelling(SpelledWords(brain->knowledge_));
  brain->frames_ = FrameIndex::Build(brain->knowledge_, brain->vocabulary_, brain->rules_);
  brain->rows_ = RowIndex(brain->knowledge_);
  brain->names_ = NameIndex(brain->knowledge_);
  brain->image_ = StoreImage::Build(brain->frames_.IndexTexts());
  for (const auto& rule : brain->rules_.rules()) {
    brain->rule_tests_.insert(brain->rule_tests_.end(), rule->tests.begin(), rule->tests.end());
  }
  return brain;
}

std::vector<SourceSummary> Brain::sources() const {
  std::vector<SourceSummary> summaries;
  for (const Source& source : knowledge_.sources) summaries.push_back({source.id, std::string(source.TitleIn("en"))});
  return summaries;
}

}  // namespace docent
