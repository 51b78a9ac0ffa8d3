#include "bot/rules/alternatives.h"

#include "bot/knowledge/block.h"

namespace docent {
namespace {

void AppendChoices(const std::string& text, std::vector<std::string>& phrases) {
  const size_t open = text.find('(');
  const size_t close = text.find(')', open);
  if (open == std::string::npos || close == std::string::npos) {
    phrases.push_back(text);
    return;
  }
  for (const std::string& choice : SplitList(text.substr(open + 1, close - open - 1), "|"))
    AppendChoices(text.substr(0, open) + choice + text.substr(close + 1), phrases);
}

}  // namespace

std::vector<std::string> ListedPhrases(std::string_view list) {
  std::vector<std::string> phrases;
  for (const std::string& text : SplitList(list, ",;")) AppendChoices(text, phrases);
  return phrases;
}

}  // namespace docent
