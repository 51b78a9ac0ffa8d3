// bot/knowledge/diagnostic.h
// What is wrong in a text file, said so that its author can mend it: the place, the line, a caret, the remedy.
// Loading collects all diagnostics of all files in one run; rendering happens here only.

#pragma once

#include <cstddef>
#include <cstdint>
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
  SharedText source;  // the line itself; while none is set, the one that stands there when it is shown

  // "knowledge/ships.facts:12:8".
  std::string ToString() const;
};

// A place of what stays when all else that was parsed goes. A million facts have one: the line is left in its file.
struct KeptPlace {
  SharedText file;
  uint32_t line = 0;
  uint32_t column = 1;
  uint32_t length = 1;

  KeptPlace() = default;
  KeptPlace(const Place& place);  // NOLINT: implicit, it is the same place
  operator Place() const;         // NOLINT

  std::string ToString() const { return Place(*this).ToString(); }
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

  // Those of another, behind its own.
  void Take(Diagnostics other);

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
