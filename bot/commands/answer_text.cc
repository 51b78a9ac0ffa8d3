#include "bot/commands/answer_text.h"

#include <algorithm>

namespace docent {
namespace {

const std::string& TitleOf(const AnswerFact& fact) {
  return fact.source_title.empty() ? fact.source : fact.source_title;
}

std::string SourceOf(const AnswerFact& fact) {
  std::string source = TitleOf(fact);
  if (fact.paragraph > 0) source += ", paragraph " + std::to_string(fact.paragraph);
  return source;
}

void AppendList(std::string& out, std::string_view heading, const std::vector<std::string>& items) {
  if (items.empty()) return;
  out.append("  ").append(heading).append("\n");
  for (const std::string& item : items) out.append("    - ").append(item).append("\n");
}

}  // namespace

std::string ToPlainText(const Answer& answer) {
  std::string out = answer.text + "\n";
  for (const NamedText& mended : answer.corrections) {
    out.append("  (").append(mended.name).append(" was read as ").append(mended.text).append(")\n");
  }
  for (const AnswerFact& fact : answer.facts) {
    // The words name all paragraphs of a source at once: "(A guide, paragraphs 3, 4)".
    const bool is_said = answer.text.find(fact.says) != std::string::npos;
    const bool is_named = answer.text.find(TitleOf(fact)) != std::string::npos;
    if (is_said && is_named) continue;
    out.append("  * ").append(is_said ? "" : fact.says + " ").append("[").append(SourceOf(fact)).append("]\n");
  }
  AppendList(out, "Do you mean:", answer.choices);
  AppendList(out, "You can ask:", answer.suggestions);
  return out;
}

std::string StepsText(const Answer& answer) {
  size_t width = 0;
  for (const Step& step : answer.steps) width = std::max(width, step.name.size());
  std::string out;
  for (const Step& step : answer.steps) {
    out.append(step.name).append(width - step.name.size() + 2, ' ');
    for (const char c : step.detail) {
      out += c;
      if (c == '\n') out.append(width + 2, ' ');
    }
    out += '\n';
  }
  return out;
}

}  // namespace docent
