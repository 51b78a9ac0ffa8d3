// docent coverage: how well what the files hold can be reached.

#include <CLI/App.hpp>
#include <algorithm>
#include <fstream>
#include <iostream>
#include <memory>
#include <stdexcept>

#include "bot/commands/command.h"
#include "bot/commands/commands.h"
#include "bot/commands/coverage.h"

namespace docent {
namespace {

struct CoverageOptions {
  bool json = false;
  std::filesystem::path html;
};

void RunCoverage(const CoverageOptions& options, const FileOptions& files) {
  Diagnostics diagnostics;
  const std::vector<QuestionForm> forms = ReadForms(ResolvePaths(files).rules, diagnostics);
  if (diagnostics.has_errors()) throw BadFiles(diagnostics.Render());
  const std::shared_ptr<const Brain> brain = LoadBrain(files);
  Coverage coverage = MeasureCoverage(brain, forms);
  // Who adds a folder of rules to docent's own wants to hear of theirs.
  if (files.rules.size() > 1) {
    const std::filesystem::path shared = std::filesystem::weakly_canonical(files.rules.front());
    std::erase_if(coverage.unfired, [&](const Rule* rule) {
      const std::filesystem::path file = std::filesystem::weakly_canonical(rule->place.file.str());
      return std::mismatch(shared.begin(), shared.end(), file.begin(), file.end()).first == shared.end();
    });
  }
  if (!options.html.empty()) {
    std::ofstream out(options.html, std::ios::binary);
    out << ToHtml(coverage, *brain);
    out.close();
    if (!out) throw std::runtime_error("cannot write " + options.html.string());
  }
  // Who names a topic and no rules has none of their own.
  const RulesOf rules = files.rules.empty() && !files.knowledge.empty() ? RulesOf::kLanguages : RulesOf::kAuthor;
  std::cout << (options.json ? ToJson(coverage, *brain) : ToText(coverage, *brain, rules)) << std::flush;
}

}  // namespace

void AddCoverageCommand(CLI::App& app, const FileOptions& files, int& status) {
  CLI::App* command = app.add_subcommand(
      "coverage", "For each fact, in how many forms of question it is reached; which of your rules no test uses");
  const auto options = std::make_shared<CoverageOptions>();
  command->add_flag("--json", options->json, "Print JSON");
  command->add_option("--html", options->html, "Also write a report to look at")->type_name("FILE");
  ShowCommonOptions(*command, {"--knowledge", "--rules", "--cache"});
  command->callback([options, &files, &status] {
    RunCoverage(*options, files);
    status = kExitOk;
  });
}

}  // namespace docent
