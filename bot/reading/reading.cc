#include "bot/reading/reading.h"

#include <algorithm>
#include <utility>

namespace docent {
namespace {

std::vector<size_t> LeftOver(const RuleMatch& match, const TokenRow& row) {
  std::vector<size_t> words;
  for (const Capture& capture : match.captures) {
    const bool wildcard = capture.mention == kNoIndex && capture.last_token - capture.first_token != 1;
    for (size_t token = capture.first_token; token < capture.last_token; ++token) {
      const bool plain = row.tokens[token].kinds.empty();
      if (row.tokens[token].passed_over || !(wildcard || plain)) continue;
      for (size_t word = row.tokens[token].span.begin; word < row.tokens[token].span.end; ++word) words.push_back(word);
    }
  }
  return words;
}

QueryPtr QueryOf(const Item& item) {
  for (const QueryPtr& query : {item.built, item.named, item.members}) {
    if (query != nullptr) return query;
  }
  return nullptr;
}

std::vector<ReadingCandidate> CandidatesOf(const TokenRow& row, const EncodedQuestion& encoded,
                                           const Knowledge& knowledge, const RuleSet& rules) {
  std::vector<ReadingCandidate> candidates;
  for (const RuleMatch& match : rules.Match(encoded)) {
    if (!match.rule->find) continue;
    const std::optional<Item> item = ComposeMatch(match, row, knowledge, rules);
    if (!item) continue;
    QueryPtr query = QueryOf(*item);
    if (query != nullptr) candidates.push_back({match.rule, std::move(query), LeftOver(match, row)});
  }
  return candidates;
}

// A rule must account for every word, and none accounts for so many: beyond it phrases would only cost time, which
// grows with the square of the length.
constexpr size_t kLongestRead = 80;

}  // namespace

Reading ReadQuestion(const RuleSet& rules, const Knowledge& knowledge, const Vocabulary& vocabulary,
                     const MarkedQuestion& question) {
  Reading reading;
  reading.row = TokensOf(question, vocabulary, knowledge, rules);
  if (reading.row.tokens.empty()) return reading;
  reading.form_row = FormTokensOf(question, vocabulary, knowledge, rules);
  const EncodedQuestion marked = rules.Encode(reading.form_row.tokens);
  for (RuleMatch& match : rules.Match(marked)) {
    if (!match.rule->find) reading.forms.push_back(std::move(match));
  }
  if (reading.row.tokens.size() > kLongestRead) {
    reading.rest = reading.row;
    return reading;
  }
  Cascade cascade = ApplyPhrases(reading.row, knowledge, rules);
  reading.candidates = CandidatesOf(cascade.row, rules.Encode(cascade.row.tokens), knowledge, rules);
  // A phrase may have taken a word that a question rule needs: look again at the rows before it, the last one first.
  for (size_t i = cascade.steps.size(); reading.candidates.empty() && i-- > 0;) {
    const TokenRow& before = cascade.steps[i].before;
    reading.candidates = CandidatesOf(before, rules.Encode(before.tokens), knowledge, rules);
  }
  reading.steps = std::move(cascade.steps);
  reading.rest = std::move(cascade.row);
  return reading;
}

std::string ToString(const ReadingCandidate& candidate, const std::vector<Word>& words, const Knowledge& knowledge) {
  std::string text = candidate.rule->name + ": " + ToString(*candidate.query, knowledge);
  for (size_t i = 0; i < candidate.left_over.size(); ++i) {
    text.append(i == 0 ? " without \"" : ", \"").append(words[candidate.left_over[i]].text).append(1, '"');
  }
  return text;
}

}  // namespace docent
