// bot/rules/brain.h
// Everything that the text files say, loaded, checked and indexed: one immutable value that all threads share.
// A reload builds a new Brain beside the old one; a question in flight keeps the one it started with.

#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "bot/knowledge/diagnostic.h"

namespace docent {

struct BrainPaths {
  std::vector<std::filesystem::path> knowledge;  // folders of .facts files
  std::vector<std::filesystem::path> rules;      // folders of .rules files
};

struct SourceSummary {
  std::string id;
  std::string title;
};

class Brain {
 public:
  Brain();
  ~Brain();
  Brain(const Brain&) = delete;
  Brain& operator=(const Brain&) = delete;

  // Reads all files of `paths`. What is wrong goes to `diagnostics`; if there is an error, returns nullptr.
  static std::shared_ptr<const Brain> Load(const BrainPaths& paths, Diagnostics& diagnostics);

  const std::string& hash() const;  // SHA-256 of the files' contents, in hexadecimal
  size_t fact_count() const;
  size_t entity_count() const;
  size_t rule_count() const;
  std::vector<SourceSummary> sources() const;

 private:
  friend struct BrainParts;
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace docent
