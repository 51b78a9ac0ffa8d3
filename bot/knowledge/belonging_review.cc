#include "bot/knowledge/belonging_review.h"

#include <string>

#include "bot/knowledge/builder.h"
#include "bot/text/words.h"

namespace docent {
namespace {

// Said of the entity by its name, and in no word of the event's.
void ReviewFact(const Block& block, const std::string& entity, const std::string& event, Diagnostics& diagnostics) {
  const Entry* says = block.Find("says");
  if (says == nullptr) return;
  const std::string sentence = " " + KnowledgeBuilder::Key(says->value) + " ";
  const std::string name = KnowledgeBuilder::Key(entity);
  if (sentence.find(" " + name + " ") == std::string::npos) return;
  constexpr size_t kShort = 3;  // "the", "of"
  for (const Word& word : SplitWords(event)) {
    const bool is_own = (" " + name + " ").find(" " + word.text + " ") == std::string::npos;
    if (is_own && word.text.size() > kShort && sentence.find(" " + word.text) != std::string::npos) return;
  }
  diagnostics.Warn(block.head().place, "fact-of-event", "this fact belongs to the event \"" + event + "\" above it",
                   "if it is said of \"" + entity + "\", put it above the event or add \"of: " + entity +
                       "\"; else add \"of: " + event + "\"");
}

}  // namespace

void ReviewBelonging(const std::vector<Block>& blocks, Diagnostics& diagnostics) {
  const Block* entity = nullptr;
  const Block* event = nullptr;
  std::string file;
  for (const Block& block : blocks) {
    const std::string& key = block.head().key;
    if (block.head().place.file.str() != file) entity = event = nullptr;
    file = block.head().place.file.str();
    if (key == "entity") {
      entity = &block;
      event = nullptr;
    }
    if (key == "event") event = &block;
    if (key == "fact" && entity != nullptr && event != nullptr && block.Find("of") == nullptr)
      ReviewFact(block, entity->head().value, event->head().value, diagnostics);
  }
}

}  // namespace docent
