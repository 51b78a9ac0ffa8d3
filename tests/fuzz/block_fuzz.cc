// What holds for any bytes as a text file: they are read as blocks, as facts and as rules, or it is said what is wrong
// with them; and blocks that nothing is wrong with are the same when they are written out and read again.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bot/knowledge/block.h"
#include "bot/knowledge/loader.h"
#include "bot/rules/language.h"
#include "bot/rules/rule_set.h"
#include "bot/rules/vocabulary.h"
#include "tests/fuzz/require.h"

namespace {

using docent::Block;
using docent::Diagnostics;
using docent::Entry;
using docent::Require;

std::string Written(const std::vector<Block>& blocks) {
  std::string text;
  for (const Block& block : blocks) {
    for (const Entry& entry : block.entries) text += entry.key + "@" + entry.language + ": " + entry.value + "\n";
    text += "\n";
  }
  return text;
}

void CheckDiagnostics(const Diagnostics& diagnostics) {
  const std::string told = diagnostics.Render();
  Require(told.empty() == diagnostics.all().empty(), "what is wrong is told");
}

// A table names a file, and here are none; what would be read is no business of this test.
bool NamesAFile(const std::vector<Block>& blocks) {
  for (const Block& block : blocks) {
    if (block.head().key == "table" || block.Find("file") != nullptr) return true;
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string content(reinterpret_cast<const char*>(data), size);
  Diagnostics diagnostics;
  const std::vector<Block> blocks = docent::ParseBlocks("any.facts", content, diagnostics);
  for (const Block& block : blocks) Require(!block.entries.empty(), "a block has an entry");
  CheckDiagnostics(diagnostics);
  if (!diagnostics.has_errors()) {
    const std::string written = Written(blocks);
    Require(Written(docent::ParseBlocks("any.facts", written, diagnostics)) == written, "blocks outlive writing");
    Require(!diagnostics.has_errors(), "what is written has no errors");
  }
  if (NamesAFile(blocks)) return 0;

  const docent::Knowledge knowledge = docent::LoadKnowledge({{"any.facts", "any.facts", content}}, diagnostics);
  std::vector<Block> rules = blocks;
  std::erase_if(rules, [](const Block& one) { return !docent::IsLanguageBlock(one) && !docent::IsRuleBlock(one); });
  docent::Vocabulary vocabulary;
  docent::LoadLanguage(rules, vocabulary, diagnostics);
  docent::LoadRules(rules, knowledge, diagnostics);
  CheckDiagnostics(diagnostics);
  return 0;
}
