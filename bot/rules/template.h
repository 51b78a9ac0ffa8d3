// bot/rules/template.h
// A sentence template as rule files write it, parsed to words:
//
//   what is [the] {attribute} of {entity}      an optional word takes its own space along
//   (list|name|show) {set}                     alternatives
//   light[s]                                   a bracket that touches a word is a part of it
//   {set:first} and {set:second}               slots of one kind, told apart by a name
//   {entity|set:thing}                         a slot for either kind
//   <how much> did {entity} raise              a named expansion
//   ({entity}; in {when})                      any order
//   {name} ^{type}                             nothing stands between, not even a word that is passed over
//   * {entity} {*:rest}                        any words, perhaps none, as few as will do
//   "one"                                      this form only; other words match by their stem
//
// Values; immutable once parsed; safe to share between threads.

#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace docent {

struct TemplateNode;

struct TemplateWord {
  std::string text;  // normalised
  std::string stem;
  bool exact = false;  // matches this form only
};

struct TemplateSlot {
  std::vector<std::string> kinds;  // any of these; see KindToken
  std::string name;
  bool touches = false;  // no word that is passed over may stand before it
};

struct TemplateAny {
  std::string name;
};

struct TemplateSequence {
  std::vector<TemplateNode> parts;
};

struct TemplateChoice {
  std::vector<TemplateNode> parts;  // an optional part is a choice with an empty sequence
};

struct TemplateNode {
  std::variant<TemplateWord, TemplateSlot, TemplateAny, TemplateSequence, TemplateChoice> node;
};

// Why a template cannot be read, with the bytes it is about.
struct TemplateError {
  size_t offset = 0;
  size_t length = 1;
  std::string message;
  std::string remedy;
};

// Finds the template that `<name>` stands for, or nullptr.
using ExpansionLookup = std::function<const TemplateNode*(std::string_view name)>;

// The template that `text` writes, or the first thing that is wrong with it.
std::variant<TemplateNode, TemplateError> ParseTemplate(std::string_view text, const ExpansionLookup& expansions);

// How many different sentences, with slots left open, a template stands for; never more than 1'000'000'000.
size_t CountVariants(const TemplateNode& node);

// The kind of a slot as questions are encoded with it: normalised, words joined by `_`.
std::string KindToken(std::string_view kind);

// One line: `(list|name) [all] {set:first} *`.
std::string ToString(const TemplateNode& node);

}  // namespace docent
