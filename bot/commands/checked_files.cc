#include "bot/commands/checked_files.h"

#include <vector>

#include "bot/commands/question_forms.h"
#include "bot/commands/reach_review.h"
#include "bot/knowledge/block.h"
#include "bot/knowledge/fact_review.h"
#include "bot/rules/rule_review.h"

namespace docent {
namespace {

std::vector<Block> ReadBlocks(const std::vector<std::filesystem::path>& folders, std::string_view extension) {
  Diagnostics told;  // loading has told them
  std::vector<Block> blocks;
  for (const std::filesystem::path& folder : folders) {
    for (const TextFile& file : ReadFiles(folder, extension, told)) {
      for (Block& block : ParseBlocks(ShownPath(file.path), file.content, told)) blocks.push_back(std::move(block));
    }
  }
  return blocks;
}

}  // namespace

std::shared_ptr<const Brain> LoadChecked(const BrainPaths& paths, Diagnostics& diagnostics,
                                         const BuildOptions& options) {
  std::shared_ptr<const Brain> brain = Brain::Load(paths, diagnostics, options);
  if (!brain) return nullptr;
  const std::vector<Block> facts = ReadBlocks(paths.knowledge, ".facts");
  ReviewFacts(facts, brain->knowledge(), diagnostics);
  ReviewNames(facts, brain->vocabulary(), diagnostics);
  ReviewAttributeWords(facts, brain->vocabulary(), diagnostics);
  ReviewRules(ReadBlocks(paths.rules, ".rules"), brain->rules(), diagnostics);
  ReviewReach(brain, ReadForms(paths.rules, diagnostics), diagnostics);
  return brain;
}

}  // namespace docent
