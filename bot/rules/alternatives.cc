#include "bot/rules/alternatives.h"

#include "bot/knowledge/block.h"

namespace docent {
namespace {

// The text with one space between its words: what is left out leaves two.
std::string WithSingleSpaces(const std::string& text) {
  std::string joined;
  for (const std::string& word : SplitList(text, " ")) joined += (joined.empty() ? "" : " ") + word;
  return joined;
}

void AppendChoices(const std::string& text, std::vector<std::string>& phrases) {
  const size_t open = text.find_first_of("([");
  const size_t close = open == std::string::npos ? open : text.find(text[open] == '(' ? ')' : ']', open);
  if (close == std::string::npos) {
    phrases.push_back(WithSingleSpaces(text));
    return;
  }
  std::vector<std::string> choices = SplitList(text.substr(open + 1, close - open - 1), "|");
  if (text[open] == '[') choices.emplace_back();
  for (const std::string& choice : choices)
    AppendChoices(text.substr(0, open) + choice + text.substr(close + 1), phrases);
}

}  // namespace

std::vector<std::string> ListedPhrases(std::string_view list) {
  std::vector<std::string> phrases;
  for (const std::string& text : SplitList(list, ",;")) AppendChoices(text, phrases);
  return phrases;
}

}  // namespace docent
