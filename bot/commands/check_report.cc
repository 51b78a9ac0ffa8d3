#include "bot/commands/check_report.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "bot/knowledge/table.h"
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

std::string Count(size_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}

size_t CountFromTables(const Brain& brain) {
  const std::vector<Fact>& facts = brain.knowledge().facts;
  return static_cast<size_t>(
      std::count_if(facts.begin(), facts.end(), [](const Fact& fact) { return fact.is_from_table; }));
}

std::string WhatIsHeld(const Brain& brain) {
  const size_t from_tables = CountFromTables(brain);
  return Count(brain.fact_count(), "fact", "facts") +
         (from_tables > 0 ? " (" + std::to_string(from_tables) + " of them from tables)" : "") + " about " +
         Count(brain.entity_count(), "entity", "entities") + " from " +
         Count(brain.sources().size(), "source", "sources") + ", " + Count(brain.rule_count(), "rule", "rules") + "; ";
}

// A file with an error is not looked over: what seems odd may only follow from it.
std::string HowManyMistakes(const Diagnostics& diagnostics, bool looked_over) {
  const std::string errors = Count(diagnostics.errors(), "error", "errors");
  const std::string warnings = Count(diagnostics.warnings(), "warning", "warnings");
  if (looked_over) return errors + ", " + warnings + "\n";
  return errors + (diagnostics.warnings() > 0 ? ", " + warnings : "") +
         "; warnings are looked for when no error is left\n";
}

void Add(const Diagnostic& diagnostic, Diagnostics& to) {
  if (diagnostic.severity == Severity::kError) {
    to.Error(diagnostic.place, diagnostic.code, diagnostic.message, diagnostic.remedy);
  } else {
    to.Warn(diagnostic.place, diagnostic.code, diagnostic.message, diagnostic.remedy);
  }
}

std::string Folded(const std::vector<Diagnostic>& all, std::string_view code) {
  const auto first =
      std::find_if(all.begin(), all.end(), [&](const Diagnostic& diagnostic) { return diagnostic.code == code; });
  const auto count =
      std::count_if(all.begin(), all.end(), [&](const Diagnostic& diagnostic) { return diagnostic.code == code; });
  return "warning[" + std::string(code) + "]: " + std::to_string(count) + " facts have no test, the first at " +
         first->place.ToString() + "; \"docent check --all\" lists them\n";
}

}  // namespace

std::string CheckedAsText(const Diagnostics& diagnostics, const Brain* brain, Untested untested) {
  constexpr std::string_view kNoTest = "no-test";
  constexpr size_t kFew = 3;
  Diagnostics first;
  Diagnostics last;
  for (const Diagnostic& diagnostic : diagnostics.all()) Add(diagnostic, diagnostic.code == kNoTest ? last : first);
  const bool is_folded = untested == Untested::kFolded && last.warnings() > kFew;
  return first.Render() + (is_folded ? Folded(last.all(), kNoTest) : last.Render()) +
         (brain == nullptr ? "" : WhatIsHeld(*brain)) + HowManyMistakes(diagnostics, brain != nullptr);
}

std::string CheckedAsJson(const Diagnostics& diagnostics, const Brain* brain) {
  JsonWriter json;
  json.BeginObject().Key("errors").Number(diagnostics.errors()).Key("warnings").Number(diagnostics.warnings());
  json.Key("warnings_sought").Bool(brain != nullptr);
  if (brain != nullptr) {
    json.Key("facts").Number(brain->fact_count()).Key("facts_from_tables").Number(CountFromTables(*brain));
    json.Key("entities").Number(brain->entity_count());
    json.Key("rules").Number(brain->rule_count()).Key("sources").Number(brain->sources().size());
    json.Field("hash", brain->hash());
  }
  json.Key("diagnostics").BeginList();
  for (const Diagnostic& diagnostic : diagnostics.all()) WriteDiagnostic(json, diagnostic);
  return json.EndList().EndObject().Take() + "\n";
}

}  // namespace docent
