#include "bot/rules/token.h"

namespace docent {

std::string Encode(const Token& token) {
  std::string text = token.passed_over ? "<~" : "<";
  if (!token.kinds.empty()) text += ',';
  for (const std::string& kind : token.kinds) text += kind + ",";
  text += '|';
  if (!token.stem.empty()) text += token.stem + "/" + token.word;
  return text + ">";
}

std::string ToString(const std::vector<Token>& tokens, const std::vector<Word>& words) {
  std::string text;
  for (const Token& token : tokens) {
    std::string part;
    for (size_t i = token.span.begin; i < token.span.end && i < words.size(); ++i) {
      part += (part.empty() ? "" : " ") + words[i].text;
    }
    if (!token.kinds.empty()) part = "[" + part + ":" + token.kinds.front() + "]";
    if (token.passed_over) part = "(" + part + ")";
    text += (text.empty() ? "" : " ") + part;
  }
  return text;
}

}  // namespace docent
