// bot/knowledge/diagnostic.h
// What is wrong in a text file, said so that its author can mend it: the place, the line, a caret, the remedy.
// Loading collects all diagnostics of all files in one run; rendering happens here only.

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "bot/knowledge/shared_text.h"

namespace docent {

enum class Severity { kError, kWarning };

// A place in a text file. Line and column count from 1; a column counts code points.
struct Place {
  SharedText file;
  size_t line = 0;
  size_t column = 1;
  size_t length = 1;  // how much the caret underlines
  SharedText source;  // the line itself

  // "knowledge/ships.facts:12:8".
  std::string ToString() const;

  // The same place with a line of its own, for what stays when all else that was parsed goes: a line that lies between
  // what is freed keeps the memory around it from being given back.
  Place Kept() const;
};

struct Diagnostic {
  Place place;
  Severity severity = Severity::kError;
  std::string code;     // stable: "unknown-key"
  std::string message;  // what is wrong
  std::string remedy;   // what to do; may be empty
};

class Diagnostics {
 public:
  void Error(Place place, std::string code, std::string message, std::string remedy = "");
  void Warn(Place place, std::string code, std::string message, std::string remedy = "");

  bool has_errors() const { return errors_ > 0; }
  size_t errors() const { return errors_; }
  size_t warnings() const { return all_.size() - errors_; }
  const std::vector<Diagnostic>& all() const { return all_; }

  // All of them, sorted by file and line, in the form that style.md shows, each ending in a newline.
  std::string Render() const;

 private:
  std::vector<Diagnostic> all_;
  size_t errors_ = 0;
};

// The one of `known` nearest to `word` that is near enough to be meant, or an empty string.
std::string NearestOf(std::string_view word, const std::vector<std::string>& known);

}  // namespace docent
