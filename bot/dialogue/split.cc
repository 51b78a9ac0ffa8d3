#include "bot/dialogue/split.h"

#include <algorithm>

#include "bot/reading/marks.h"

namespace docent {
namespace {

constexpr size_t kMostQuestions = 5;

// Chinese strings whole questions together with commas: a clause behind one asks anew if it and what stands before it
// hold a question word each.
bool AsksAnew(const MarkedQuestion& marked, size_t at, const RuleSet& rules) {
  if (!marked.words[at].after_break) return false;
  // In English a clause behind a comma that begins with "which" or "who" may only say more of a thing.
  const bool is_han = marked.words[at].shape == WordShape::kHan;
  // "Which is more: what they raised or what they spent" is one question.
  const bool is_behind_colon = marked.text[marked.words[at - 1].end] == ':';
  if (!is_han && (is_behind_colon || !HoldsMark(marked, {at, at + 1}, "begins a question", rules))) return false;
  if (!is_han && HoldsMark(marked, {at, marked.words.size()}, "offers a choice", rules)) return false;
  size_t begin = at - 1;
  while (begin > 0 && !marked.words[begin].starts_sentence) --begin;
  size_t end = at + 1;
  while (end < marked.words.size() && !marked.words[end].after_break) ++end;
  return HoldsMark(marked, {begin, at}, "question word", rules) && HoldsMark(marked, {at, end}, "question word", rules);
}

// "The firm that moved to the coast: how large is it": what stands before the colon or dash says whom "it" is about.
bool AsksOfDescribed(const MarkedQuestion& marked, size_t at, const Vocabulary& vocabulary, const RuleSet& rules) {
  constexpr size_t kFewest = 3;  // words of a description
  if (at < kFewest || !IsAfterColon(marked, at) || HoldsQuestionWord(marked, 0, at, vocabulary, rules)) return false;
  const WordSpan after = {at, marked.words.size()};
  const bool asks = HoldsQuestionWord(marked, at, std::min(at + 2, after.end), vocabulary, rules) ||
                    HoldsMark(marked, {at, at + 1}, "finite verb", rules);
  const bool leans =
      HoldsMark(marked, after, "pronoun thing", rules) || HoldsMark(marked, after, "pronoun person", rules);
  return asks && leans && !HoldsMark(marked, {0, at}, "request", rules);
}

// Where new questions begin, in words; the first is 0.
std::vector<size_t> FindStarts(const MarkedQuestion& marked, const Vocabulary& vocabulary, const RuleSet& rules) {
  std::vector<size_t> starts = {0};
  for (const Mention& mention : marked.mentions) {
    const size_t asking = mention.span.begin;
    if (asking == 0 || starts.back() == asking) continue;
    const bool asks = BeginsMark(marked, asking, "question word", vocabulary, rules);
    // "And at which event was it signed".
    const bool is_behind = asking > 1 && HoldsMark(marked, {asking - 1, asking}, "leads to a question word", rules);
    const size_t at = is_behind ? asking - 1 : asking;
    const bool joined = HoldsMark(marked, {at - 1, at}, "joins questions", rules);
    // "who signed and when": the part before must ask by itself.
    const bool asked_before = HoldsQuestionWord(marked, starts.back(), at - 1, vocabulary, rules);
    if (asks && joined && asked_before && at - 1 > starts.back()) starts.push_back(at - 1);
  }
  for (size_t i = 1; i < marked.words.size(); ++i) {
    const bool begins =
        marked.words[i].starts_sentence || AsksAnew(marked, i, rules) || AsksOfDescribed(marked, i, vocabulary, rules);
    if (begins) starts.push_back(i);
  }
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  return starts;
}

std::string TextBetween(const MarkedQuestion& marked, size_t begin, size_t end) {
  const size_t from = begin == 0 ? 0 : marked.words[begin].begin;
  const size_t to = end >= marked.words.size() ? marked.text.size() : marked.words[end].begin;
  return marked.text.substr(from, to - from);
}

bool Asks(const MarkedQuestion& marked, size_t begin, size_t end, const std::string& text, const Vocabulary& vocabulary,
          const RuleSet& rules) {
  const bool is_joined = begin + 1 < end && HoldsMark(marked, {begin, begin + 1}, "joins questions", rules);
  return text.find('?') != std::string::npos || text.find("？") != std::string::npos ||
         BeginsMark(marked, is_joined ? begin + 1 : begin, "question word", vocabulary, rules) ||
         HoldsMark(marked, {begin, end}, "question word", rules) || HoldsMark(marked, {begin, end}, "request", rules);
}

// "When and where was it signed": the first asks for what the second goes on to say.
void ShareRest(std::vector<QuestionPart>& parts, const Vocabulary& vocabulary, const RuleSet& rules) {
  for (size_t i = parts.size(); i-- > 1;) {
    const MarkedQuestion first = MarkText(vocabulary, parts[i - 1].question);
    const MarkedQuestion second = MarkText(vocabulary, parts[i].question);
    const bool is_bare = first.mentions.size() == 1 && IsMarked(first.mentions.front(), "question word", rules) &&
                         first.mentions.front().span.size() == first.words.size();
    const auto asks = std::find_if(second.mentions.begin(), second.mentions.end(),
                                   [&](const Mention& mention) { return IsMarked(mention, "question word", rules); });
    if (!is_bare || asks == second.mentions.end() || asks->span.end >= second.words.size()) continue;
    parts[i - 1].question += " " + second.text.substr(second.words[asks->span.end].begin);
  }
}

}  // namespace

bool HoldsQuestionWord(const MarkedQuestion& marked, size_t begin, size_t end, const Vocabulary& vocabulary,
                       const RuleSet& rules) {
  for (size_t i = begin; i < end; ++i) {
    if (BeginsMark(marked, i, "question word", vocabulary, rules)) return true;
  }
  return false;
}

std::vector<QuestionPart> SplitQuestions(const MarkedQuestion& marked, const Vocabulary& vocabulary,
                                         const RuleSet& rules) {
  const std::vector<size_t> starts = FindStarts(marked, vocabulary, rules);
  std::vector<QuestionPart> parts;
  std::string said;
  for (size_t i = 0; i < starts.size(); ++i) {
    const size_t end = i + 1 < starts.size() ? starts[i + 1] : marked.words.size();
    std::string text = TextBetween(marked, starts[i], end);
    if (Asks(marked, starts[i], end, text, vocabulary, rules)) {
      parts.push_back({std::move(said), std::move(text), ""});
      said.clear();
    } else {
      said += text;
    }
  }
  if (parts.empty() || parts.size() > kMostQuestions) return {{"", marked.text, ""}};
  parts.back().after = std::move(said);
  ShareRest(parts, vocabulary, rules);
  return parts;
}

}  // namespace docent
