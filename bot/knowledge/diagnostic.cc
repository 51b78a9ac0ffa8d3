#include "bot/knowledge/diagnostic.h"

#include <algorithm>
#include <iterator>
#include <sstream>
#include <tuple>
#include <utility>

#include "bot/knowledge/whole_file.h"
#include "bot/text/spelling.h"

namespace docent {

std::string Place::ToString() const { return file.str() + ":" + std::to_string(line) + ":" + std::to_string(column); }

KeptPlace::KeptPlace(const Place& place)
    : file(place.file),
      line(static_cast<uint32_t>(place.line)),
      column(static_cast<uint32_t>(place.column)),
      length(static_cast<uint32_t>(place.length)) {}

KeptPlace::operator Place() const { return {file, line, column, length, {}}; }

void Diagnostics::Error(Place place, std::string code, std::string message, std::string remedy) {
  ++errors_;
  all_.push_back({std::move(place), Severity::kError, std::move(code), std::move(message), std::move(remedy)});
}

void Diagnostics::Take(Diagnostics other) {
  all_.insert(all_.end(), std::make_move_iterator(other.all_.begin()), std::make_move_iterator(other.all_.end()));
  errors_ += other.errors_;
}

void Diagnostics::Warn(Place place, std::string code, std::string message, std::string remedy) {
  all_.push_back({std::move(place), Severity::kWarning, std::move(code), std::move(message), std::move(remedy)});
}

namespace {

// The lines of files, as they stand there now. What is shown is sorted by file: one at a time is remembered.
class LineReader {
 public:
  std::string LineAt(const Place& place) {
    if (place.file.str() != file_) Read(place.file);
    return place.line <= lines_.size() ? lines_[place.line - 1] : std::string();
  }

 private:
  void Read(const std::string& file) {
    file_ = file;
    lines_.clear();
    std::string content = ReadWhole(file).value_or("");
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (content.starts_with(kByteOrderMark)) content.erase(0, kByteOrderMark.size());
    std::istringstream stream(std::move(content));
    for (std::string line; std::getline(stream, line);) {
      while (line.ends_with('\r')) line.pop_back();
      lines_.push_back(line);
    }
  }

  std::string file_;
  std::vector<std::string> lines_;
};

std::string RenderOne(const Diagnostic& diagnostic, LineReader& lines) {
  const Place& place = diagnostic.place;
  const std::string severity = diagnostic.severity == Severity::kError ? "error" : "warning";
  std::string text = place.line > 0 ? place.ToString() : place.file.str();
  text += ": " + severity + "[" + diagnostic.code + "]: " + diagnostic.message + "\n";
  const std::string number = std::to_string(place.line);
  const std::string margin(number.size() + 3, ' ');
  if (place.line > 0) {
    const std::string line = place.source.is_set() ? place.source.str() : lines.LineAt(place);
    text += "   " + number + " | " + line + "\n";
    text += margin + " | " + std::string(place.column - 1, ' ') + std::string(std::max<size_t>(place.length, 1), '^') +
            "\n";
  }
  if (!diagnostic.remedy.empty()) text += margin + " = " + diagnostic.remedy + "\n";
  return text;
}

}  // namespace

std::string Diagnostics::Render() const {
  std::vector<const Diagnostic*> sorted;
  sorted.reserve(all_.size());
  for (const Diagnostic& diagnostic : all_) sorted.push_back(&diagnostic);
  std::stable_sort(sorted.begin(), sorted.end(), [](const Diagnostic* one, const Diagnostic* other) {
    return std::tie(one->place.file.str(), one->place.line, one->place.column) <
           std::tie(other->place.file.str(), other->place.line, other->place.column);
  });
  std::string text;
  LineReader lines;
  for (const Diagnostic* diagnostic : sorted) text += RenderOne(*diagnostic, lines);
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
