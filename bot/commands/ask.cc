// docent ask: one question, an interactive prompt, or one JSON object a line. docent explain: one question, and the
// way to its answer.

#include <unistd.h>

#include <CLI/App.hpp>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "bot/commands/answer_text.h"
#include "bot/commands/command.h"
#include "bot/commands/commands.h"
#include "bot/commands/trace.h"
#include "bot/dialogue/split.h"
#include "bot/server/desk.h"
#include "bot/server/protocol.h"

namespace docent {
namespace {

struct AskOptions {
  std::vector<std::string> words;
  bool json = false;
  bool jsonl = false;
  bool trace = false;
};

std::string Join(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

void Print(const Answer& answer, bool json) {
  std::cout << (json ? ToJson(answer, "") + "\n" : ToPlainText(answer)) << std::flush;
}

// Each line is a message of its own conversation, and gets exactly one line of reply, in order.
void AnswerLines(const std::shared_ptr<const Brain>& brain) {
  const BrainSlot slot(MakeServedBrain(brain, {}));
  const Limits limits;
  Desk desk(slot, limits);
  for (std::string line; std::getline(std::cin, line);) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    Conversation conversation;
    std::cout << desk.Handle(line, conversation, nullptr).json << std::endl;
  }
}

// Each line is the next question of one conversation.
void Converse(const std::shared_ptr<const Brain>& brain, bool json) {
  const bool at_terminal = isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0;
  if (at_terminal) std::cout << "Ask about what is written in the facts; an empty line ends.\n";
  Responder responder(brain);
  Conversation conversation;
  for (std::string line;;) {
    if (at_terminal) std::cout << "> " << std::flush;
    if (!std::getline(std::cin, line) || (at_terminal && line.empty())) break;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    Print(responder.Respond({line, {}, false}, conversation), json);
  }
}

void RunAsk(const AskOptions& options, const FileOptions& files) {
  // Never freed: that takes half a second of a million facts, and the program ends.
  static const auto& brain = *new std::shared_ptr<const Brain>(LoadBrain(files));
  if (options.jsonl) {
    AnswerLines(brain);
  } else if (options.words.empty()) {
    Converse(brain, options.json);
  } else {
    Conversation conversation;
    Print(Responder(brain).Respond({Join(options.words), {}, false}, conversation), options.json);
  }
}

// As https://no-color.org has it.
Paint PaintOfTerminal() {
  const char* no_colour = std::getenv("NO_COLOR");
  const bool is_unwanted = no_colour != nullptr && *no_colour != '\0';
  return isatty(STDOUT_FILENO) != 0 && !is_unwanted ? Paint::kColour : Paint::kPlain;
}

// Each question of the message by itself.
std::string TraceText(Responder& responder, const std::string& text) {
  const Brain& brain = responder.brain();
  std::string out;
  Conversation conversation;
  for (const QuestionPart& part :
       SplitQuestions(MarkText(brain.vocabulary(), text), brain.vocabulary(), brain.rules())) {
    const Answer answer = responder.Respond({part.question, {}, true}, conversation);
    out += (out.empty() ? "" : "\n") + ToText(TraceRules(brain, part.question, answer.steps), PaintOfTerminal());
  }
  return out;
}

void RunExplain(const AskOptions& options, const FileOptions& files) {
  Responder responder(LoadBrain(files));
  const std::string text = Join(options.words);
  Conversation conversation;
  const Answer answer = responder.Respond({text, {}, true}, conversation);
  if (options.json) {
    Print(answer, true);
  } else if (options.trace) {
    std::cout << TraceText(responder, text) << "\n" << ToPlainText(answer) << std::flush;
  } else {
    std::cout << StepsText(answer) << "\n" << ToPlainText(answer) << std::flush;
  }
}

}  // namespace

void AddAskCommand(CLI::App& app, const FileOptions& files, int& status) {
  CLI::App* command = app.add_subcommand("ask", "Answer a question; without one, answer each line that comes in");
  const auto options = std::make_shared<AskOptions>();
  command->add_option("question", options->words, "The question, as one argument or several");
  CLI::Option* json = command->add_flag("--json", options->json, "Print the answer as the protocol's JSON");
  command->add_flag("--jsonl", options->jsonl, "Read one JSON message a line, print one JSON reply a line")
      ->excludes(json)
      ->excludes("question");
  ShowCommonOptions(*command, {"--knowledge", "--rules", "--cache"});
  command->callback([options, &files, &status] {
    RunAsk(*options, files);
    status = kExitOk;
  });
}

void AddExplainCommand(CLI::App& app, const FileOptions& files, int& status) {
  CLI::App* command = app.add_subcommand(
      "explain", "Answer a question and show each step of the way, and what in the best facts accounts for each word");
  const auto options = std::make_shared<AskOptions>();
  command->add_option("question", options->words, "The question")->required();
  CLI::Option* json =
      command->add_flag("--json", options->json, "Print the answer and its steps as the protocol's JSON");
  command
      ->add_flag("--trace", options->trace, "Also show the rules that lost, and why each did; in colour on a terminal")
      ->excludes(json);
  ShowCommonOptions(*command, {"--knowledge", "--rules", "--cache"});
  command->callback([options, &files, &status] {
    RunExplain(*options, files);
    status = kExitOk;
  });
}

}  // namespace docent
