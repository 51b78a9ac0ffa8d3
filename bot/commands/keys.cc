// docent keys: the blocks and keys of the text files, for editors.

#include <CLI/App.hpp>
#include <iostream>
#include <memory>

#include "bot/commands/command.h"
#include "bot/commands/commands.h"
#include "bot/commands/key_list.h"

namespace docent {

void AddKeysCommand(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("keys", "Print the blocks and keys of the text files as JSON, for editors");
  const auto textmate = std::make_shared<bool>(false);
  command->add_flag("--textmate", *textmate, "Print a TextMate grammar instead");
  command->callback([textmate, &status] {
    std::cout << (*textmate ? KeysAsTextMate() : KeysAsJson()) << std::flush;
    status = kExitOk;
  });
}

}  // namespace docent
