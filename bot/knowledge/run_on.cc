#include "bot/knowledge/run_on.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "bot/knowledge/builder.h"
#include "bot/knowledge/keys.h"

namespace docent {
namespace {

std::set<std::string> AttributeNames(const std::vector<std::vector<Block>>& files) {
  std::set<std::string> names;
  for (const std::vector<Block>& blocks : files) {
    for (const Block& block : blocks) {
      if (block.head().key != "attribute") continue;
      names.insert(KnowledgeBuilder::Key(block.head().value));
      for (const Entry& entry : block.entries) {
        if (entry.key != "also") continue;
        for (const std::string& alias : SplitList(entry.value, ",;")) names.insert(KnowledgeBuilder::Key(alias));
      }
    }
  }
  return names;
}

class Splitter {
 public:
  Splitter(std::set<std::string> attributes, Diagnostics& diagnostics)
      : attributes_(std::move(attributes)), diagnostics_(diagnostics) {}

  void Split(std::vector<Block>& blocks) {
    std::vector<Block> split;
    for (Block& block : blocks) {
      Block rest = std::move(block);
      for (size_t end = EndOf(rest); end < rest.entries.size(); end = EndOf(rest)) {
        const auto cut = rest.entries.begin() + static_cast<long>(end);
        Block begun{{std::make_move_iterator(rest.entries.begin()), std::make_move_iterator(cut)}};
        rest.entries.erase(rest.entries.begin(), cut);
        ReportUnknownKey(rest.head(), *FindBlock(FactBlocks(), begun.head().key), FactBlocks(), diagnostics_);
        split.push_back(std::move(begun));
      }
      split.push_back(std::move(rest));
    }
    blocks = std::move(split);
  }

 private:
  // Where the block ends and another one begins.
  size_t EndOf(const Block& block) const {
    const BlockKeys* keys = FindBlock(FactBlocks(), block.head().key);
    if (keys == nullptr) return block.entries.size();
    const auto begins = [&](const Entry& entry) {
      return entry.key != keys->head && keys->Find(entry.key) == nullptr &&
             FindBlock(FactBlocks(), entry.key) != nullptr && !attributes_.contains(KnowledgeBuilder::Key(entry.key));
    };
    const auto end = std::find_if(block.entries.begin() + 1, block.entries.end(), begins);
    return static_cast<size_t>(end - block.entries.begin());
  }

  std::set<std::string> attributes_;
  Diagnostics& diagnostics_;
};

}  // namespace

void SplitRunOns(std::vector<std::vector<Block>>& files, Diagnostics& diagnostics) {
  Splitter splitter(AttributeNames(files), diagnostics);
  for (std::vector<Block>& blocks : files) splitter.Split(blocks);
}

}  // namespace docent
