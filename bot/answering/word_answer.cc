#include "bot/answering/word_answer.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "bot/answering/wording.h"

namespace docent {
namespace {

// What a `say:` block may name: how many facts there are, and of which sources.
std::map<std::string, std::string> Parts(const Brain& brain, std::string_view language) {
  std::string titles;
  for (const Source& source : brain.knowledge().sources) {
    titles += (titles.empty() ? "" : "; ") + std::string(source.TitleIn(language));
  }
  return {{"count", std::to_string(brain.fact_count())}, {"titles", titles}};
}

std::string WordUnknown(const Brain& brain, const Finding& finding, std::string_view language) {
  const Language& words = brain.language();
  std::string text = Say(words, finding.saying.empty() ? "unknown" : finding.saying, language);
  if (!finding.unsaid.empty()) {
    std::string unknown;
    for (const std::string& left : finding.unsaid) unknown += (unknown.empty() ? "" : ", ") + left;
    text += std::string(SpaceIn(language)) + Say(words, "unknown words", language, {{"unknown", unknown}});
  }
  if (!finding.facts.empty()) {
    text += std::string(SpaceIn(language)) +
            Say(words, "nearest", language, {{"facts", StateFacts(brain.knowledge(), words, finding.facts, language)}});
  }
  return text;
}

// The values, where the sentence of the only fact does not hold them in so many words.
std::string UnsaidValues(const Brain& brain, const Finding& finding, std::string_view language) {
  if (finding.facts.size() != 1 || !finding.saying.empty() || !finding.lead.empty()) return {};
  const std::string sentence =
      " " + JoinStems(SplitWords(brain.knowledge().facts[finding.facts.front()].Says(language))) + " ";
  std::string unsaid;
  bool all_said = true;
  for (const AnswerValue& value : finding.values) {
    const std::vector<Word> words = SplitWords(value.text);
    const bool foreign = language == "zh" && value.entity.empty();
    if (words.empty() || foreign) return {};
    const bool said = std::all_of(words.begin(), words.end(), [&](const Word& word) {
      return sentence.find(" " + word.stem + " ") != std::string::npos;
    });
    all_said = all_said && said;
    unsaid += (unsaid.empty() ? "" : "; ") + value.text;
  }
  return all_said || unsaid.empty() ? std::string() : unsaid + (language == "zh" ? "。" : ".");
}

std::string WordAnswered(const Brain& brain, const Finding& finding, std::string_view language) {
  std::string facts = StateFacts(brain.knowledge(), brain.language(), finding.facts, language);
  const std::string lead = finding.lead.empty() ? UnsaidValues(brain, finding, language) : finding.lead;
  if (!lead.empty()) facts = lead + (facts.empty() ? "" : std::string(SpaceIn(language)) + facts);
  return finding.saying.empty() ? facts : Say(brain.language(), finding.saying, language, {{"facts", facts}});
}

}  // namespace

Answer WordAnswer(const Brain& brain, const Inquiry& inquiry, const Finding& finding) {
  const std::string& language = inquiry.marked.language;
  Answer answer;
  answer.status = finding.status;
  answer.language = language;
  answer.values = finding.values;
  answer.choices = finding.choices;
  for (const FactId fact : finding.facts) answer.facts.push_back(DescribeFact(brain.knowledge(), fact, language));
  for (const Correction& correction : inquiry.marked.corrections)
    answer.corrections.push_back({correction.from, correction.to});
  if (!inquiry.form.say.empty()) {
    answer.text = Say(brain.language(), finding.saying, language, Parts(brain, language));
  } else if (finding.status == Status::kAnswered) {
    answer.text = WordAnswered(brain, finding, language);
  } else if (finding.status == Status::kClarify && !finding.saying.empty()) {
    answer.text = Say(brain.language(), finding.saying, language, {{"pronoun", finding.left.front()}});
  } else if (finding.status == Status::kClarify) {
    const std::string space(SpaceIn(language));
    std::string choices;
    for (const std::string& choice : finding.choices) {
      if (!choices.empty()) choices.append(space).append(Say(brain.language(), "or", language)).append(space);
      choices += choice;
    }
    answer.text = Say(brain.language(), "clarify", language, {{"choices", choices}});
  } else {
    answer.text = WordUnknown(brain, finding, language);
  }
  return answer;
}

}  // namespace docent
