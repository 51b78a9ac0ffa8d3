// docent check: reads all text files and says everything that is wrong in them.

#include <CLI/App.hpp>
#include <iostream>
#include <memory>
#include <string>

#include "bot/commands/checked_files.h"
#include "bot/commands/command.h"
#include "bot/commands/commands.h"
#include "bot/commands/progress_line.h"
#include "bot/server/json_writer.h"

namespace docent {
namespace {

void WriteDiagnostic(JsonWriter& json, const Diagnostic& diagnostic) {
  json.BeginObject()
      .Field("file", diagnostic.place.file)
      .Key("line")
      .Number(diagnostic.place.line)
      .Key("column")
      .Number(diagnostic.place.column)
      .Field("severity", diagnostic.severity == Severity::kError ? "error" : "warning")
      .Field("code", diagnostic.code)
      .Field("message", diagnostic.message);
  if (!diagnostic.remedy.empty()) json.Field("remedy", diagnostic.remedy);
  json.EndObject();
}

std::string ToJson(const Diagnostics& diagnostics, const Brain* brain) {
  JsonWriter json;
  json.BeginObject().Key("errors").Number(diagnostics.errors()).Key("warnings").Number(diagnostics.warnings());
  if (brain != nullptr) {
    json.Key("facts").Number(brain->fact_count()).Key("entities").Number(brain->entity_count());
    json.Key("rules").Number(brain->rule_count()).Key("sources").Number(brain->sources().size());
    json.Field("hash", brain->hash());
  }
  json.Key("diagnostics").BeginList();
  for (const Diagnostic& diagnostic : diagnostics.all()) WriteDiagnostic(json, diagnostic);
  return json.EndList().EndObject().Take() + "\n";
}

std::string Count(size_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}

std::string ToText(const Diagnostics& diagnostics, const Brain* brain) {
  std::string out = diagnostics.Render();
  if (brain != nullptr) {
    out += Count(brain->fact_count(), "fact", "facts") + " about " +
           Count(brain->entity_count(), "entity", "entities") + " from " +
           Count(brain->sources().size(), "source", "sources") + ", " + Count(brain->rule_count(), "rule", "rules") +
           "; ";
  }
  return out + Count(diagnostics.errors(), "error", "errors") + ", " +
         Count(diagnostics.warnings(), "warning", "warnings") + "\n";
}

}  // namespace

void AddCheckCommand(CLI::App& app, const FileOptions& files, int& status) {
  CLI::App* command =
      app.add_subcommand("check", "Read all text files; print what is wrong in them, or what they hold");
  const auto json = std::make_shared<bool>(false);
  command->add_flag("--json", *json, "Print JSON");
  command->callback([json, &files, &status] {
    Diagnostics diagnostics;
    const std::shared_ptr<const Brain> brain =
        LoadChecked(ResolvePaths(files), diagnostics, {.progress = TerminalProgress()});
    std::cout << (*json ? ToJson(diagnostics, brain.get()) : ToText(diagnostics, brain.get())) << std::flush;
    status = brain ? kExitOk : kExitBadFiles;
  });
}

}  // namespace docent
