#include "bot/knowledge/diagnostic.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "bot/text/spelling.h"

namespace docent {

std::string Place::ToString() const { return file.str() + ":" + std::to_string(line) + ":" + std::to_string(column); }

Place Place::Kept() const { return {file, line, column, length, source.str()}; }

void Diagnostics::Error(Place place, std::string code, std::string message, std::string remedy) {
  ++errors_;
  all_.push_back({std::move(place), Severity::kError, std::move(code), std::move(message), std::move(remedy)});
}

void Diagnostics::Warn(Place place, std::string code, std::string message, std::string remedy) {
  all_.push_back({std::move(place), Severity::kWarning, std::move(code), std::move(message), std::move(remedy)});
}

namespace {

std::string RenderOne(const Diagnostic& diagnostic) {
  const std::string severity = diagnostic.severity == Severity::kError ? "error" : "warning";
  std::string text = diagnostic.place.line > 0 ? diagnostic.place.ToString() : diagnostic.place.file.str();
  text += ": " + severity + "[" + diagnostic.code + "]: " + diagnostic.message + "\n";
  const std::string number = std::to_string(diagnostic.place.line);
  const std::string margin(number.size() + 3, ' ');
  if (diagnostic.place.line > 0) {
    text += "   " + number + " | " + diagnostic.place.source.str() + "\n";
    text += margin + " | " + std::string(diagnostic.place.column - 1, ' ') +
            std::string(std::max<size_t>(diagnostic.place.length, 1), '^') + "\n";
  }
  if (!diagnostic.remedy.empty()) text += margin + " = " + diagnostic.remedy + "\n";
  return text;
}

}  // namespace

std::string Diagnostics::Render() const {
  std::vector<const Diagnostic*> sorted;
  for (const Diagnostic& diagnostic : all_) sorted.push_back(&diagnostic);
  std::stable_sort(sorted.begin(), sorted.end(), [](const Diagnostic* one, const Diagnostic* other) {
    return std::tie(one->place.file.str(), one->place.line, one->place.column) <
           std::tie(other->place.file.str(), other->place.line, other->place.column);
  });
  std::string text;
  for (const Diagnostic* diagnostic : sorted) text += RenderOne(*diagnostic);
  return text;
}

namespace {

// Whether `word` is `whole` with some letters left out, the commonest of typing errors.
bool IsShortened(std::string_view word, std::string_view whole) {
  size_t found = 0;
  for (const char c : whole) found += found < word.size() && word[found] == c;
  return found == word.size();
}

}  // namespace

std::string NearestOf(std::string_view word, const std::vector<std::string>& known) {
  // A key is short and its author meant one of few, so a third of its letters may be wrong.
  const size_t limit = std::max<size_t>(1, word.size() / 3);
  std::string nearest;
  size_t least = limit + 1;
  for (const std::string& candidate : known) {
    const size_t distance = EditDistance(word, candidate, limit);
    const bool likelier = distance == least && IsShortened(word, candidate) && !IsShortened(word, nearest);
    if (distance < least || likelier) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

}  // namespace docent
