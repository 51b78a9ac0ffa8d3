// bot/answering/brain.h
// Everything that the text files say, loaded, checked and indexed: one immutable value that all threads share.
// A reload builds a new Brain beside the old one; a question in flight keeps the one it started with.

#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bot/answering/frame_index.h"
#include "bot/knowledge/block.h"
#include "bot/knowledge/diagnostic.h"
#include "bot/knowledge/fact.h"
#include "bot/knowledge/index_cache.h"
#include "bot/knowledge/name_index.h"
#include "bot/knowledge/progress.h"
#include "bot/knowledge/row_index.h"
#include "bot/knowledge/schema.h"
#include "bot/knowledge/store.h"
#include "bot/rules/language.h"
#include "bot/rules/rule_set.h"
#include "bot/rules/vocabulary.h"

namespace docent {

struct BrainPaths {
  std::vector<std::filesystem::path> knowledge;  // folders of .facts files
  std::vector<std::filesystem::path> rules;      // folders of .rules files
};

// The files of some paths, read but not looked into.
struct BrainFiles {
  std::vector<TextFile> facts;
  std::vector<TextFile> rules;
};

struct SourceSummary {
  std::string id;
  std::string title;
};

// How a Brain is built; none of it changes what it answers, but for `without`.
struct BuildOptions {
  // The fact, by its number in a Brain of all files, that is left out as if nobody had written it; a lone event goes
  // with its name.
  FactId without = kNone;
  std::filesystem::path cache = {};                       // folder that keeps what is built; empty: none does
  Progress progress = {};                                 // may be empty
  std::function<void(const std::string&)> complain = {};  // of a cache that cannot be written; may be empty
};

class Brain {
 public:
  // Reads all files of `paths`. What is wrong goes to `diagnostics`; if there is an error, returns nullptr.
  static std::shared_ptr<const Brain> Load(const BrainPaths& paths, Diagnostics& diagnostics,
                                           const BuildOptions& options = {});

  // The two halves of Load, for Brains of what the files nearly say.
  static BrainFiles Read(const BrainPaths& paths, Diagnostics& diagnostics);
  static std::shared_ptr<const Brain> Build(const BrainFiles& files, Diagnostics& diagnostics,
                                            const BuildOptions& options = {});

  const Knowledge& knowledge() const { return knowledge_; }
  const Schema& schema() const { return rules_.schema(); }
  const Vocabulary& vocabulary() const { return vocabulary_; }
  const Language& language() const { return language_; }
  const RuleSet& rules() const { return rules_; }
  const FrameIndex& frames() const { return frames_; }
  const RowIndex& rows() const { return rows_; }
  const NameIndex& names() const { return names_; }
  const std::shared_ptr<const StoreImage>& image() const { return frames_.words(); }

  size_t fact_count() const { return knowledge_.facts.size(); }
  size_t entity_count() const { return knowledge_.entities.size(); }
  size_t rule_count() const { return rules_.rules().size(); }
  std::vector<SourceSummary> sources() const;

  // A ContentHash of the names and contents of all files that were read, those that fact files name among them.
  const std::string& hash() const { return hash_; }
  // The `test:` and `never:` lines of rules; those of facts stand with the facts.
  const std::vector<ContentTest>& rule_tests() const { return rule_tests_; }

 private:
  // Fills language_ and rules_; the words of the language go to `vocabulary`.
  void ReadRules(const std::vector<TextFile>& files, Schema schema, Vocabulary& vocabulary, Diagnostics& diagnostics);
  // Fill all members that are made of fact files, but for the hash. Learn, from these and with the rules.
  void Learn(const BrainFiles& files, Diagnostics& diagnostics, const BuildOptions& options);
  // From what is kept of them, if it is there; gives the schema, which rules are read with.
  std::optional<Schema> Take(const IndexCache& cache);
  void Save(const IndexCache& cache) const;
  // Saves it, and has no memory of its own any more for what may lie in the file.
  void Keep(const IndexCache& cache, const BuildOptions& options);

  Knowledge knowledge_;
  Vocabulary vocabulary_;
  Language language_;
  RuleSet rules_;
  FrameIndex frames_;
  RowIndex rows_;
  NameIndex names_;
  std::shared_ptr<const void> kept_;  // the cache's memory, if frames_ lies in it
  std::string hash_;
  std::vector<ContentTest> rule_tests_;
};

}  // namespace docent
