// docent import: notes of other forms to fact blocks, and what docent export wrote to the files it was.

#include <CLI/App.hpp>
#include <filesystem>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <vector>

#include "bot/commands/command.h"
#include "bot/commands/commands.h"
#include "bot/commands/export.h"
#include "bot/commands/import.h"
#include "bot/commands/new_files.h"

namespace docent {
namespace {

namespace fs = std::filesystem;

struct ImportCommand {
  fs::path notes;
  fs::path out;
  ImportOptions options;
};

std::string FactsOf(const ImportCommand& command) {
  const std::string content = ReadWholeFile(command.notes);
  const std::string extension = command.notes.extension().string();
  if (extension == ".csv") return FactsOfCsv(command.notes.filename().string(), content, command.options);
  if (extension == ".json") return FactsOfJson(content, command.options);
  if (extension == ".txt") {
    const fs::path from = command.out.parent_path().empty() ? fs::path(".") : command.out.parent_path();
    return FactsOfText(fs::proximate(command.notes, from).string(), content, command.options);
  }
  throw std::runtime_error("import reads .csv, .json, .jsonl and .txt, not \"" + extension + "\"");
}

// The files of an export, or nothing if the notes are none.
std::vector<WrittenBlock> ExportedBlocks(const fs::path& notes) {
  if (notes.extension() == ".jsonl") return BlocksOfJsonLines(ReadWholeFile(notes));
  if (notes.extension() != ".csv") return {};
  const std::string content = ReadWholeFile(notes);
  return IsExportedCsv(content) ? BlocksOfCsv(notes.string(), content) : std::vector<WrittenBlock>();
}

void Import(ImportCommand& command) {
  if (const std::vector<WrittenBlock> blocks = ExportedBlocks(command.notes); !blocks.empty()) {
    const fs::path folder = command.out.empty() ? fs::path(command.notes).replace_extension() : command.out;
    WriteFiles(blocks, folder);
    std::cout << "wrote the files of " << folder.string() << "; read them with\n  docent --knowledge "
              << folder.string() << " check\n";
    return;
  }
  if (command.out.empty()) command.out = fs::path(command.notes).replace_extension(".facts");
  if (command.options.source.empty()) command.options.source = command.notes.stem().string();
  WriteNewFile(command.out, FactsOf(command));
  const fs::path folder = command.out.parent_path();
  std::cout << "wrote " << command.out.string() << ": look it over, then\n  docent --knowledge "
            << (folder.empty() ? "." : folder.string()) << " check\n";
}

}  // namespace

void AddImportCommand(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand(
      "import", "Write fact blocks from a .csv, a .json or a .txt file of sentences, or the files of an export");
  const auto import = std::make_shared<ImportCommand>();
  command->add_option("file", import->notes, "The notes")->required()->check(CLI::ExistingFile);
  command
      ->add_option("--out", import->out,
                   "The file to write, of an export the folder; default: beside the notes. Never one that is there")
      ->type_name("PATH");
  command->add_option("--type", import->options.type, "The type of the things in it");
  command->add_option("--entity", import->options.entity, "The column or key that names them; default: the first");
  command->add_option("--source", import->options.source, "What the source is called; default: as the file");
  command->add_option("--says", import->options.says, "The sentence of each fact")->capture_default_str();
  command->callback([import, &status] {
    Import(*import);
    status = kExitOk;
  });
}

}  // namespace docent
