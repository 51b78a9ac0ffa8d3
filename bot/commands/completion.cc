// docent completion: what a shell needs to complete docent's commands and options, made from the command line's own
// description, so that it lacks nothing.

#include <CLI/App.hpp>
#include <iostream>
#include <memory>
#include <string>

#include "bot/commands/command.h"
#include "bot/commands/commands.h"

namespace docent {
namespace {

std::string OptionsOf(const CLI::App& app) {
  std::string words;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) words += (words.empty() ? "--" : " --") + name;
  }
  return words;
}

std::string CommandsOf(const CLI::App& app) {
  std::string words;
  for (const CLI::App* command : app.get_subcommands({})) words += (words.empty() ? "" : " ") + command->get_name();
  return words;
}

// The first word that is no option is the command; options of docent itself hold for every command.
std::string BashScript(const CLI::App& app) {
  std::string script =
      "_docent() {\n"
      "  local word command= options\n"
      "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
      "    case $word in\n";
  for (const CLI::App* command : app.get_subcommands({}))
    script += "      " + command->get_name() + ") command=$word; break ;;\n";
  script +=
      "    esac\n"
      "  done\n"
      "  word=${COMP_WORDS[COMP_CWORD]}\n"
      "  options=\"" +
      OptionsOf(app) +
      "\"\n"
      "  case $command in\n"
      "    '') options+=\" " +
      CommandsOf(app) + "\" ;;\n";
  for (const CLI::App* command : app.get_subcommands({}))
    script += "    " + command->get_name() + ") options+=\" " + OptionsOf(*command) + "\" ;;\n";
  return script +
         "  esac\n"
         "  mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$word\")\n"
         "}\n"
         "complete -o default -F _docent docent\n";
}

}  // namespace

void AddCompletionCommand(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("completion", "Print the script that makes a shell complete docent's words");
  const auto shell = std::make_shared<std::string>();
  command->add_option("shell", *shell, "bash or zsh")->required()->check(CLI::IsMember({"bash", "zsh"}));
  command->callback([&app, shell, &status] {
    if (*shell == "zsh")
      std::cout << "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n";
    std::cout << BashScript(app) << std::flush;
    status = kExitOk;
  });
}

}  // namespace docent
