#include "bot/commands/trace.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "bot/answering/evaluate.h"
#include "bot/answering/inquiry.h"
#include "bot/reading/cascade.h"
#include "bot/reading/form.h"

namespace docent {
namespace {

using Sort = TraceLine::Sort;

constexpr char kMisfit[] = "what it caught does not fit together";

WordSpan SpanOf(const RuleMatch& match, const TokenRow& row) {
  return {row.tokens[match.first_token].span.begin, row.tokens[match.last_token - 1].span.end};
}

class Tracer {
 public:
  Tracer(const Brain& brain, const std::string& question, const std::vector<Step>& steps)
      : brain_(brain), inquiry_(Inquire(brain, question)), steps_(steps) {}

  std::vector<TraceLine> Trace() {
    for (const Correction& mended : inquiry_.marked.corrections)
      Add(Sort::kStep, "mended", "\"" + mended.from + "\" was read as \"" + mended.to + "\"");
    Add(Sort::kStep, "marks", ToString(inquiry_.reading.row.tokens, words()));
    TracePhrases();
    TraceForms();
    if (const Step* content = StepNamed("content")) Add(Sort::kStep, "content", content->detail);
    TraceQuestionRules();
    TraceRest();
    return std::move(lines_);
  }

 private:
  const std::vector<Word>& words() const { return inquiry_.marked.words; }
  const Reading& reading() const { return inquiry_.reading; }

  void Add(Sort sort, std::string name, std::string detail, std::string reason = {}) {
    lines_.push_back({sort, std::move(name), std::move(detail), std::move(reason)});
  }

  // The last of this name: an earlier one led to nothing.
  const Step* StepNamed(std::string_view name) const {
    const auto found =
        std::find_if(steps_.rbegin(), steps_.rend(), [&](const Step& step) { return step.name == name; });
    return found == steps_.rend() ? nullptr : &*found;
  }

  void TracePhrases() {
    std::set<std::tuple<const Rule*, size_t, size_t>> told;
    for (const CascadeStep& step : reading().steps) told.emplace(step.rule, step.span.begin, step.span.end);
    for (const CascadeStep& step : reading().steps) {
      Add(Sort::kWon, "phrase", ToString(step, words(), brain_.knowledge()));
      const EncodedQuestion encoded = brain_.rules().Encode(step.before.tokens);
      std::vector<RuleMatch> matches;
      for (size_t first = 0; first < encoded.tokens.size(); ++first) {
        for (RuleMatch& match : brain_.rules().MatchPhrases(encoded, first)) matches.push_back(std::move(match));
      }
      const auto winner = std::find_if(matches.begin(), matches.end(), [&](const RuleMatch& match) {
        return match.rule == step.rule && SpanOf(match, step.before) == step.span;
      });
      if (winner == matches.end()) continue;
      for (const RuleMatch& match : matches) {
        const WordSpan span = SpanOf(match, step.before);
        if (!span.Overlaps(step.span) || !told.emplace(match.rule, span.begin, span.end).second) continue;
        Add(Sort::kLost, "phrase", ToString(match, words()), WhyPhraseLost(match, *winner, step.before));
      }
    }
  }

  // Both are among the matches of one row, by their first token and then best first.
  std::string WhyPhraseLost(const RuleMatch& match, const RuleMatch& winner, const TokenRow& row) const {
    if (!ComposeMatch(match, row, brain_.knowledge(), brain_.rules())) return kMisfit;
    const bool same_priority = match.rule->priority == winner.rule->priority;
    if (same_priority && match.first_token < winner.first_token)
      return "the winner begins further to the right, and is built first";
    const bool goes_first = match.rule->priority > winner.rule->priority ||
                            (same_priority && (match.first_token > winner.first_token || &match < &winner));
    return goes_first ? "it would change nothing" : WhyBeaten(match, winner);
  }

  void TraceForms() {
    const Step* step = StepNamed("form");
    if (step == nullptr) return;
    const std::vector<RuleMatch>& forms = reading().forms;
    const auto taken = std::find_if(forms.begin(), forms.end(), [&](const RuleMatch& match) {
      return step->detail.starts_with(match.rule->name + ": ");
    });
    Add(Sort::kWon, "form", step->detail);
    for (auto form = forms.begin(); form != forms.end(); ++form) {
      if (form == taken) continue;
      Add(Sort::kLost, "form", ToString(*form, words()),
          form < taken ? "it holds figures against each other, and the facts give none for it"
                       : WhyBeaten(*form, *taken));
    }
  }

  // The row that the question rules were matched with: the first, from the last one back, in which one fits.
  const TokenRow& RowOfRules() const {
    const auto fits = [&](const TokenRow& row) {
      const std::vector<RuleMatch> matches = brain_.rules().Match(brain_.rules().Encode(row.tokens));
      return std::any_of(matches.begin(), matches.end(), [&](const RuleMatch& match) {
        return match.rule->find && ComposeMatch(match, row, brain_.knowledge(), brain_.rules());
      });
    };
    if (fits(reading().rest)) return reading().rest;
    for (auto step = reading().steps.rbegin(); step != reading().steps.rend(); ++step) {
      if (fits(step->before)) return step->before;
    }
    return reading().rest;
  }

  void TraceQuestionRules() {
    const TokenRow& row = RowOfRules();
    if (row.tokens.empty()) return;
    const std::vector<RuleMatch> matches = brain_.rules().Match(brain_.rules().Encode(row.tokens));
    const RuleMatch* winner = nullptr;
    for (const RuleMatch& match : matches) {
      if (!match.rule->find) continue;
      const auto candidate = std::find_if(reading().candidates.begin(), reading().candidates.end(),
                                          [&](const ReadingCandidate& one) { return one.rule == match.rule; });
      if (candidate == reading().candidates.end()) {
        Add(Sort::kLost, "rule", ToString(match, words()), kMisfit);
        continue;
      }
      const std::string read = ToString(*candidate, words(), brain_.knowledge());
      if (winner != nullptr) {
        Add(Sort::kLost, "rule", read, WhyBeaten(match, *winner));
      } else if (!candidate->left_over.empty()) {
        Add(Sort::kLost, "rule", read, "a rule must account for every word");
      } else if (const Step* query = QueryStep(read); query == nullptr) {
        Add(Sort::kLost, "rule", read, "the form answers by itself");
      } else if (const std::string reason = WhyUnanswered(*candidate); !reason.empty()) {
        Add(Sort::kLost, "rule", query->detail, reason);
      } else {
        winner = &match;
        Add(Sort::kWon, "rule", query->detail);
      }
    }
  }

  const Step* QueryStep(const std::string& read) const {
    const auto found = std::find_if(steps_.begin(), steps_.end(), [&](const Step& step) {
      return step.name == "query" && step.detail.starts_with(read + " -> ");
    });
    return found == steps_.end() ? nullptr : &*found;
  }

  // Empty if its query answers.
  std::string WhyUnanswered(const ReadingCandidate& candidate) const {
    const Findings found = Evaluate(*candidate.query, brain_.knowledge(), brain_.schema(), brain_.rows());
    if (found.too_much) return "it would have to look at too much";
    if (found.values.empty() && !found.flag) return "the facts hold nothing of it";
    if (found.flag && !*found.flag && !found.complete) return "no fact says so, and none says that these are all";
    return {};
  }

  // What was done after the rules, and which facts were weighed.
  void TraceRest() {
    for (const Step& step : steps_) {
      if (step.name == "form" || step.name == "content" || step.name == "query") continue;
      const std::string_view between = step.name == "facts" ? "; " : "\n";
      std::string_view left = step.detail;
      while (!left.empty()) {
        const size_t end = left.find(between);
        Add(Sort::kStep, step.name, std::string(left.substr(0, end)));
        left = end == std::string_view::npos ? std::string_view() : left.substr(end + between.size());
      }
    }
  }

  const Brain& brain_;
  const Inquiry inquiry_;
  const std::vector<Step>& steps_;
  std::vector<TraceLine> lines_;
};

// Colours that can be read on dark and on light.
constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kGreen = "\x1b[32m";
constexpr std::string_view kMagenta = "\x1b[35m";
constexpr std::string_view kPlainAgain = "\x1b[0m";

std::string Painted(std::string_view text, std::string_view colour, Paint paint) {
  if (paint == Paint::kPlain || text.empty()) return std::string(text);
  return std::string(colour).append(text).append(kPlainAgain);
}

}  // namespace

std::vector<TraceLine> TraceRules(const Brain& brain, const std::string& question, const std::vector<Step>& steps) {
  return Tracer(brain, question, steps).Trace();
}

std::string ToText(const std::vector<TraceLine>& trace, Paint paint) {
  size_t width = 0;
  for (const TraceLine& line : trace) width = std::max(width, line.name.size());
  std::string text;
  std::string_view before;
  for (const TraceLine& line : trace) {
    const std::string_view name = line.name == before ? std::string_view() : std::string_view(line.name);
    before = line.name;
    text += Painted(name, kBold, paint) + std::string(width - name.size() + 2, ' ');
    if (line.sort == Sort::kStep) {
      text += "  " + line.detail;
    } else if (line.sort == Sort::kWon) {
      text += Painted("+ " + line.detail, kGreen, paint);
    } else {
      text +=
          "- " + line.detail + "\n" + std::string(width + 6, ' ') + Painted("lost: " + line.reason, kMagenta, paint);
    }
    text += "\n";
  }
  return text;
}

}  // namespace docent
