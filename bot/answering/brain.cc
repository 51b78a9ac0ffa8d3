#include "bot/answering/brain.h"

#include <malloc.h>

#include <algorithm>
#include <functional>
#include <future>
#include <optional>
#include <utility>

#include "bot/knowledge/block.h"
#include "bot/knowledge/content_hash.h"
#include "bot/knowledge/index_cache.h"
#include "bot/knowledge/loader.h"
#include "bot/knowledge/program_identity.h"
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

// A rule file among facts, or the other way round, is read by nobody, which its author does not see. `read` are those
// that were.
void WarnOfStrays(const std::vector<std::filesystem::path>& folders, std::string_view extension,
                  const std::vector<TextFile>& read, std::string_view option, Diagnostics& diagnostics) {
  Diagnostics told;  // a folder that cannot be read was told
  for (const TextFile& file : ReadAll(folders, extension, told)) {
    const bool is_read = std::any_of(read.begin(), read.end(), [&](const TextFile& other) {
      std::error_code error;
      return std::filesystem::equivalent(other.path, file.path, error);
    });
    if (is_read) continue;
    diagnostics.Warn({ShownPath(file.path), 0, 1, 1, ""}, "stray-file",
                     "a " + std::string(extension) + " file is not read here",
                     "move it, or name its folder with " + std::string(option));
  }
}

ContentHash HashOf(const BrainFiles& files) {
  ContentHash hash;
  for (const std::vector<TextFile>* group : {&files.facts, &files.rules}) {
    for (const TextFile& file : *group) {
      hash.Mix(file.name);
      hash.Mix(file.content);
    }
  }
  return hash;
}

// What is kept of these files, if it may be. Places are told as paths from the current folder, so those tell, too.
std::optional<IndexCache> CacheOf(const BrainFiles& files, ContentHash hash, const BuildOptions& options) {
  if (options.cache.empty() || options.without != kNone) return std::nullopt;
  for (const TextFile& file : files.facts) {
    hash.Mix(file.path.string());
    hash.Mix(ShownPath(file.path));
  }
  return IndexCache(options.cache, hash.ToString() + "-" + ProgramIdentity());
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
WordUses SpelledWords(const Knowledge& knowledge) {
  WordUses words;
  const auto add = [&words](std::string_view text) {
    for (const Word& word : SplitWords(text)) {
      if (word.shape == WordShape::kLetters) ++words[word.text];
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

// What is made of the facts alone.
struct SideWork {
  WordUses words;
  RowIndex rows;
  NameIndex names;
};
SideWork WorkBeside(const Knowledge& knowledge) {
  return {SpelledWords(knowledge), RowIndex(knowledge), NameIndex(knowledge)};
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

// What parsing and indexing needed lies between what is kept, and is as much.
void GiveBackMemory(const Knowledge& knowledge) {
  constexpr size_t kWorthwhile = 1 << 12;  // facts; with fewer the system has more work of it than memory
  if (knowledge.facts.size() >= kWorthwhile) malloc_trim(0);
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

std::shared_ptr<const Brain> Brain::Load(const BrainPaths& paths, Diagnostics& diagnostics,
                                         const BuildOptions& options) {
  return Build(Read(paths, diagnostics), diagnostics, options);
}

BrainFiles Brain::Read(const BrainPaths& paths, Diagnostics& diagnostics) {
  BrainFiles files = {ReadAll(paths.knowledge, ".facts", diagnostics), ReadAll(paths.rules, ".rules", diagnostics)};
  WarnOfStrays(paths.knowledge, ".rules", files.rules, "--rules", diagnostics);
  WarnOfStrays(paths.rules, ".facts", files.facts, "--knowledge", diagnostics);
  return files;
}

std::shared_ptr<const Brain> Brain::Build(const BrainFiles& files, Diagnostics& diagnostics,
                                          const BuildOptions& options) {
  auto brain = std::make_shared<Brain>();
  ContentHash hash = HashOf(files);
  const std::optional<IndexCache> cache = CacheOf(files, hash, options);
  std::optional<Schema> taken = cache ? brain->Take(*cache) : std::nullopt;
  if (taken) {
    Vocabulary known;  // its words are in the one that was taken
    brain->ReadRules(files.rules, *std::move(taken), known, diagnostics);
  } else {
    brain->Learn(files, diagnostics, options);
    GiveBackMemory(brain->knowledge_);
    if (cache && !diagnostics.has_errors()) {
      brain->Keep(*cache, options);
      GiveBackMemory(brain->knowledge_);
    }
  }
  if (diagnostics.has_errors()) return nullptr;
  if (!brain->knowledge_.attached.paths.empty()) hash.Mix(brain->knowledge_.attached.hash);
  brain->hash_ = hash.ToString();
  for (const auto& rule : brain->rules_.rules()) {
    brain->rule_tests_.insert(brain->rule_tests_.end(), rule->tests.begin(), rule->tests.end());
  }
  return brain;
}

void Brain::ReadRules(const std::vector<TextFile>& files, Schema schema, Vocabulary& vocabulary,
                      Diagnostics& diagnostics) {
  std::vector<Block> blocks;
  for (const TextFile& file : files) {
    for (Block& block : ParseBlocks(ShownPath(file.path), file.content, diagnostics)) {
      if (!IsLanguageBlock(block) && !IsRuleBlock(block)) ReportUnknownBlock(block, diagnostics);
      blocks.push_back(std::move(block));
    }
  }
  std::erase_if(blocks, [](const Block& block) { return !IsLanguageBlock(block) && !IsRuleBlock(block); });
  language_ = LoadLanguage(blocks, vocabulary, diagnostics);
  rules_ = LoadRules(blocks, knowledge_, std::move(schema), diagnostics);
}

void Brain::Learn(const BrainFiles& files, Diagnostics& diagnostics, const BuildOptions& options) {
  knowledge_ = LoadKnowledge(files.facts, diagnostics, options.progress);
  if (options.without != kNone) Forget(options.without, knowledge_);
  GiveBackMemory(knowledge_);
  // Names are learned by one thread; what needs only the facts is made beside it. Not of facts that have an error.
  std::future<SideWork> beside;
  if (!diagnostics.has_errors()) beside = std::async(std::launch::async, WorkBeside, std::cref(knowledge_));
  Tell(options.progress, "learning names", 0, 1);
  AddKnowledge(knowledge_, vocabulary_);
  ReadRules(files.rules, Schema(knowledge_), vocabulary_, diagnostics);
  if (diagnostics.has_errors()) return;
  rules_.AddMarks(vocabulary_);
  SideWork made = beside.get();
  vocabulary_.IndexSpelling(made.words);
  rows_ = std::move(made.rows);
  names_ = std::move(made.names);
  frames_ = FrameIndex::Build(knowledge_, vocabulary_, rules_, options.progress);
}

std::vector<SourceSummary> Brain::sources() const {
  std::vector<SourceSummary> summaries;
  summaries.reserve(knowledge_.sources.size());
  for (const Source& source : knowledge_.sources) summaries.push_back({source.id, std::string(source.TitleIn("en"))});
  return summaries;
}

}  // namespace docent
