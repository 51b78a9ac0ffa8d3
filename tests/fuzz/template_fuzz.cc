// What holds for any bytes as a sentence template: it is read, and is of bounded size, or what is wrong with it is a
// part of it; what is read can be printed, counted and compiled.

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "bot/rules/formula.h"
#include "bot/rules/pattern.h"
#include "bot/rules/template.h"
#include "tests/fuzz/require.h"

namespace {

using docent::Require;
using docent::TemplateError;
using docent::TemplateNode;

constexpr size_t kMostSpelled = 100'000'000;  // what rule files may hold

void CheckError(std::string_view text, const TemplateError& error) {
  Require(!error.message.empty() && !error.remedy.empty(), "an error says what is wrong and what to do");
  Require(error.length >= 1 && error.offset <= text.size(), "an error stands in the template");
}

void CheckNode(const TemplateNode& node) {
  (void)docent::ToString(node);
  if (docent::CountVariants(node) > kMostSpelled) return;
  const docent::TemplatePattern pattern = docent::CompileTemplate(node);
  Require(pattern.may_be_empty || !pattern.regex.empty(), "a template that matches something has a pattern");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  // What <how> stands for, as a rule file would declare it.
  const auto nothing = [](std::string_view) -> const TemplateNode* { return nullptr; };
  const auto expansion = docent::ParseTemplate("(in what way|by (what|which) means|how [so])", nothing);
  const auto resolve = [&](std::string_view name) {
    return name == "how" ? std::get_if<TemplateNode>(&expansion) : nullptr;
  };
  const auto parsed = docent::ParseTemplate(text, resolve);
  if (const auto* error = std::get_if<TemplateError>(&parsed)) {
    CheckError(text, *error);
  } else {
    CheckNode(std::get<TemplateNode>(parsed));
  }
  const auto formula = docent::ParseFormula(text);
  if (const auto* found = std::get_if<docent::Formula>(&formula)) {
    const std::string shown = docent::ToString(*found);
    const auto again = docent::ParseFormula(shown);
    Require(std::holds_alternative<docent::Formula>(again), "a printed formula can be read");
    Require(docent::ToString(std::get<docent::Formula>(again)) == shown, "a formula outlives printing");
  }
  return 0;
}
