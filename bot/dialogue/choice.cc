#include "bot/dialogue/choice.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "bot/reading/mention.h"

namespace docent {
namespace {

// The place in the list that an answer of few words names: "2", "the second", "number two".
std::optional<size_t> NumberIn(const MarkedQuestion& marked) {
  constexpr size_t kMostWords = 4;
  if (marked.words.size() > kMostWords) return std::nullopt;
  for (const Mention& mention : marked.mentions) {
    if (!mention.quantity) continue;
    const QuantityKind kind = mention.quantity->kind;
    const bool counts = kind == QuantityKind::kNumber || kind == QuantityKind::kOrdinal;
    if (counts && mention.quantity->number >= 1) return static_cast<size_t>(mention.quantity->number) - 1;
  }
  return std::nullopt;
}

bool IsPartOf(const std::string& part, const std::string& whole) {
  return !part.empty() && (" " + whole + " ").find(" " + part + " ") != std::string::npos;
}

}  // namespace

std::string ChosenQuestion(const std::string& text, const Conversation& conversation, const Brain& brain) {
  if (conversation.turns().empty() || conversation.turns().back().choices.empty()) return text;
  const Turn& last = conversation.turns().back();
  const MarkedQuestion marked = MarkText(brain.vocabulary(), text);
  std::optional<size_t> chosen = NumberIn(marked);
  if (!chosen) {
    const std::string said = JoinWords(marked.words);
    for (size_t i = 0; i < last.choices.size() && !chosen; ++i) {
      const std::string offered = JoinWords(SplitWords(last.choices[i]));
      if (IsPartOf(said, offered) || IsPartOf(offered, said)) chosen = i;
    }
  }
  if (!chosen || *chosen >= last.choices.size()) return text;
  return last.asked + " " + last.choices[*chosen];
}

}  // namespace docent
