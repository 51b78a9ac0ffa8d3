// Which keys a block of a text file takes. The tables of blocks are what the loaders look keys up in and what
// `docent keys` prints for editors, so that neither can know a key that the other does not.

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bot/knowledge/block.h"
#include "bot/knowledge/diagnostic.h"

namespace docent {

struct Key {
  // Of kOnce a block has one for each language.
  enum class Times { kOnce, kMany };
  std::string_view name;
  Times times = Times::kMany;
};

// A block is known by its first key, which is not among `keys`.
struct BlockKeys {
  std::string_view head;
  std::string_view in;  // how messages name it: "a fact"
  std::vector<Key> keys;
  // What other keys there are: "attribute", the name of any that is declared, "says", that word and an attribute.
  std::string_view more;

  const Key* Find(std::string_view name) const;
  std::vector<std::string> Names() const;  // with the head
};

// The blocks of .facts files; loader.h and table.h say what they mean.
std::span<const BlockKeys> FactBlocks();

// The block of `blocks` that begins with `head`, or nullptr.
const BlockKeys* FindBlock(std::span<const BlockKeys> blocks, std::string_view head);

// Reports a key that `keys` does not have: with the block of `blocks` that has it, or else with the nearest that there
// is. `otherwise` is the remedy if there is neither.
void ReportUnknownKey(const Entry& entry, const BlockKeys& keys, std::span<const BlockKeys> blocks,
                      Diagnostics& diagnostics, std::string_view otherwise = "see docs/files.md for the keys");

// Reports keys that stand twice in `block`, though it takes one.
void ReportRepeatedKeys(const Block& block, const BlockKeys& keys, Diagnostics& diagnostics);

}  // namespace docent
