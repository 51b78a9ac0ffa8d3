#include "bot/commands/suggest.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "bot/answering/inquiry.h"
#include "bot/answering/match.h"
#include "bot/dialogue/content_test.h"
#include "bot/dialogue/responder.h"
#include "bot/server/json_writer.h"

namespace docent {
namespace {

constexpr size_t kNearest = 4;  // facts that are tried for a question

Answer Ask(Responder& responder, const std::string& question) {
  Conversation conversation;
  return responder.Respond({question, {}, false}, conversation);
}

bool HasPart(const Entry& entry, std::string_view part) {
  const std::vector<std::string> parts = SplitList(entry.value, ",;");
  return std::find(parts.begin(), parts.end(), part) != parts.end();
}

// What the question says and no fact does; where it was taken for a typing error, as it was written.
std::vector<std::string> StrangeWords(const Answer& answer) {
  std::vector<std::string> words = answer.missing;
  for (const NamedText& correction : answer.corrections) words.push_back(correction.name);
  if (words.size() > 1) {
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
    words.push_back(std::move(all));
  }
  return words;
}

// A line that might be added to a block of a file.
struct Line {
  Place block;
  std::string head;
  std::string text;
  bool is_rule = false;

  friend bool operator<(const Line& one, const Line& other) {
    return std::tie(one.block.file.str(), one.block.line, one.text) <
           std::tie(other.block.file.str(), other.block.line, other.text);
  }
};

class LineFinder {
 public:
  LineFinder(const BrainFiles& files, size_t tries)
      : files_(files), tries_(tries), brain_(Build(files)), store_(brain_->image()) {
    Diagnostics told;
    for (const TextFile& file : files.facts)
      Append(ParseBlocks(ShownPath(file.path), file.content, told), fact_blocks_);
    for (const TextFile& file : files.rules)
      Append(ParseBlocks(ShownPath(file.path), file.content, told), rule_blocks_);
    before_ = Passed(brain_);
  }

  Suggestions Run(const std::vector<std::string>& questions) {
    Suggestions suggestions;
    Responder responder(brain_);
    std::vector<std::string> declined;
    for (const std::string& question : questions) {
      const bool is_answered = Ask(responder, question).status == Status::kAnswered;
      (is_answered ? suggestions.answered : declined).push_back(question);
    }
    // The nearest fact of every question goes before the next nearest of any: tries may run out.
    for (size_t nearness = 0; nearness < kNearest; ++nearness) {
      for (const std::string& question : std::vector<std::string>(declined)) {
        const bool is_won = std::find(declined.begin(), declined.end(), question) == declined.end();
        std::optional<Suggestion> found = is_won ? std::nullopt : WinBack(question, nearness, declined);
        if (!found) continue;
        for (const WonQuestion& won : found->won) std::erase(declined, won.question);
        suggestions.found.push_back(*std::move(found));
      }
    }
    suggestions.unwon = std::move(declined);
    return suggestions;
  }

 private:
  static void Append(std::vector<Block> blocks, std::vector<Block>& all) {
    std::move(blocks.begin(), blocks.end(), std::back_inserter(all));
  }

  static std::shared_ptr<const Brain> Build(const BrainFiles& files) {
    Diagnostics told;
    return Brain::Build(files, told);
  }

  static std::vector<bool> Passed(const std::shared_ptr<const Brain>& brain) {
    std::vector<bool> passed;
    for (const TestResult& result : RunContentTests(brain).results) passed.push_back(result.passed);
    return passed;
  }

  // The facts that account for most of the question, the nearest first: those that were shown with its answer go before
  // the others.
  std::vector<FactId> NearestTo(const std::string& question, const Answer& answer) {
    std::vector<FactId> nearest;
    const auto add = [&](FactId fact) {
      const bool is_new = std::find(nearest.begin(), nearest.end(), fact) == nearest.end();
      if (fact != kNone && is_new) nearest.push_back(fact);
    };
    for (const AnswerFact& shown : answer.facts) add(brain_->names().FactNamed(shown.id));
    store_.Begin(std::numeric_limits<size_t>::max());
    const Inquiry inquiry = Inquire(*brain_, question);
    for (const FrameMatch& match :
         MatchFrames(inquiry.units, inquiry.form.asked, brain_->knowledge(), brain_->frames(), store_, kNearest))
      add(match.fact);
    return nearest;
  }

  // The lines that might make `near` the answer in place of `answer`, the most particular first.
  std::vector<Line> LinesFor(const Answer& answer, const Fact& near) const {
    std::vector<Line> lines;
    const std::string key = answer.language == "en" ? "also" : "also@" + answer.language;
    for (const std::string& words : StrangeWords(answer)) {
      for (const Block& block : fact_blocks_) {
        const bool is_own = block.head().place.ToString() == near.place.ToString() && block.head().key != "entity";
        if (is_own) lines.push_back({block.head().place, HeadOf(block), key + ": " + words, false});
      }
      if (near.attribute == kNone) continue;
      const std::string& attribute = brain_->knowledge().attributes[near.attribute].name;
      for (const Block& block : fact_blocks_) {
        if (block.head().key == "attribute" && block.head().value == attribute)
          lines.push_back({block.head().place, HeadOf(block), key + ": " + words, false});
      }
      if (answer.language != "en") continue;
      for (const Block& block : rule_blocks_) {
        const Entry* listed = block.Find("words");
        if (block.head().key == "class" && listed != nullptr && HasPart(*listed, attribute))
          lines.push_back({block.head().place, HeadOf(block), "words: " + words, true});
      }
    }
    return lines;
  }

  static std::string HeadOf(const Block& block) { return block.head().key + ": " + block.head().value; }

  // By a line for the fact that is the nearest but `nearness`.
  std::optional<Suggestion> WinBack(const std::string& question, size_t nearness, const std::vector<std::string>& all) {
    Responder asked(brain_);
    const Answer declined = Ask(asked, question);
    const std::vector<FactId> nearest = NearestTo(question, declined);
    if (nearness >= nearest.size()) return std::nullopt;
    for (const Line& line : LinesFor(declined, brain_->knowledge().facts[nearest[nearness]])) {
      if (tries_ == 0) return std::nullopt;
      if (!tried_.insert(line).second) continue;
      --tries_;
      const std::shared_ptr<const Brain> brain = Build(With(line));
      if (!brain) continue;
      Responder responder(brain);
      if (Ask(responder, question).status != Status::kAnswered || !KeepsTests(brain)) continue;
      Suggestion suggestion{line.block, line.head, line.text, {}};
      for (const std::string& one : all) {
        Answer answer = Ask(responder, one);
        if (answer.status == Status::kAnswered) suggestion.won.push_back({one, std::move(answer.text)});
      }
      return suggestion;
    }
    return std::nullopt;
  }

  // The files with `line` below the first line of its block.
  BrainFiles With(const Line& line) const {
    BrainFiles files = files_;
    for (TextFile& file : line.is_rule ? files.rules : files.facts) {
      if (ShownPath(file.path) != line.block.file) continue;
      size_t offset = 0;
      for (size_t at = 0; at < line.block.line && offset != std::string::npos; ++at) {
        offset = file.content.find('\n', offset);
        if (offset != std::string::npos) ++offset;
      }
      if (offset == std::string::npos) {
        file.content += "\n" + line.text + "\n";
      } else {
        file.content.insert(offset, line.text + "\n");
      }
    }
    return files;
  }

  // Whether no test line that passes without the line fails with it.
  bool KeepsTests(const std::shared_ptr<const Brain>& brain) const {
    const std::vector<bool> after = Passed(brain);
    if (after.size() != before_.size()) return false;
    for (size_t i = 0; i < after.size(); ++i) {
      if (before_[i] && !after[i]) return false;
    }
    return true;
  }

  const BrainFiles& files_;
  size_t tries_;
  const std::shared_ptr<const Brain> brain_;
  StoreConnection store_;
  std::vector<Block> fact_blocks_;
  std::vector<Block> rule_blocks_;
  std::vector<bool> before_;  // whether each test line passes, in the Brain's order
  std::set<Line> tried_;
};

void List(const std::vector<std::string>& questions, const std::string& title, std::string& text) {
  if (questions.empty()) return;
  text += "# " + std::to_string(questions.size()) + " " + title + "\n";
  for (const std::string& question : questions) text += "#   " + question + "\n";
}

void List(const std::vector<std::string>& questions, JsonWriter& json) {
  json.BeginList();
  for (const std::string& question : questions) json.String(question);
  json.EndList();
}

}  // namespace

Suggestions Suggest(const BrainFiles& files, const std::vector<std::string>& questions, size_t tries) {
  return LineFinder(files, tries).Run(questions);
}

std::string ToText(const Suggestions& suggestions) {
  std::string text;
  for (const Suggestion& suggestion : suggestions.found) {
    text += "# " + suggestion.block.file.str() + ":" + std::to_string(suggestion.block.line) + "\n";
    for (const WonQuestion& won : suggestion.won) text += "#   " + won.question + "\n#     " + won.answer + "\n";
    text += suggestion.head + "\n" + suggestion.line + "\n\n";
  }
  List(suggestions.unwon, "are not won back by one line", text);
  List(suggestions.answered, "are answered by now", text);
  return text;
}

std::string ToJson(const Suggestions& suggestions) {
  JsonWriter json;
  json.BeginObject().Key("suggestions").BeginList();
  for (const Suggestion& suggestion : suggestions.found) {
    json.BeginObject().Field("file", suggestion.block.file).Key("line").Number(suggestion.block.line);
    json.Field("block", suggestion.head).Field("add", suggestion.line).Key("questions").BeginList();
    for (const WonQuestion& won : suggestion.won)
      json.BeginObject().Field("question", won.question).Field("answer", won.answer).EndObject();
    json.EndList().EndObject();
  }
  json.EndList().Key("unwon");
  List(suggestions.unwon, json);
  json.Key("answered");
  List(suggestions.answered, json);
  return json.EndObject().Take() + "\n";
}

}  // namespace docent
