#include "bot/knowledge/csv.h"

#include <algorithm>
#include <utility>

namespace docent {
namespace {

size_t CountCodePoints(std::string_view text) {
  return static_cast<size_t>(std::count_if(
      text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

class CsvParser {
 public:
  CsvParser(const std::string& file, std::string_view content, Diagnostics& diagnostics)
      : file_(file), content_(content), diagnostics_(diagnostics) {}

  std::vector<CsvRow> Parse() {
    while (at_ < content_.size()) {
      CsvRow row = ParseRow();
      const bool is_empty = row.size() == 1 && row.front().text.empty();
      if (!is_empty && HasTheHeadersLength(row)) rows_.push_back(std::move(row));
    }
    return std::move(rows_);
  }

 private:
  bool AtLineEnd() const { return at_ >= content_.size() || content_[at_] == '\n' || content_[at_] == '\r'; }

  CsvRow ParseRow() {
    BeginLine();
    CsvRow row;
    while (true) {
      row.push_back(ParseField());
      if (AtLineEnd()) break;
      ++at_;  // the comma
    }
    if (at_ < content_.size() && content_[at_] == '\r') ++at_;
    if (at_ < content_.size() && content_[at_] == '\n') ++at_;
    ++line_;
    return row;
  }

  CsvField ParseField() {
    CsvField field;
    field.place = PlaceHere();
    const size_t begin = at_;
    if (at_ < content_.size() && content_[at_] == '"') {
      ParseQuoted(field);
    } else {
      while (!AtLineEnd() && content_[at_] != ',') ++at_;
      field.text = content_.substr(begin, at_ - begin);
    }
    field.place.length = std::max<size_t>(CountCodePoints(content_.substr(begin, at_ - begin)), 1);
    return field;
  }

  void ParseQuoted(CsvField& field) {
    ++at_;
    while (true) {
      const size_t quote = content_.find('"', at_);
      if (quote == std::string_view::npos) {
        diagnostics_.Error(field.place, "open-quote", "this quotation mark is never closed", "close it with \"");
        at_ = content_.size();
        return;
      }
      const std::string_view text = content_.substr(at_, quote - at_);
      field.text.append(text);
      line_ += static_cast<size_t>(std::count(text.begin(), text.end(), '\n'));
      at_ = quote + 1;
      if (at_ >= content_.size() || content_[at_] != '"') break;
      field.text += '"';
      ++at_;
    }
    const size_t rest = at_;
    while (!AtLineEnd() && content_[at_] != ',') ++at_;
    if (at_ != rest) {
      diagnostics_.Error(field.place, "text-after-quote",
                         "something stands between the closing quotation mark and the comma",
                         "double the quotation marks that belong to the text");
    }
  }

  // The places of all fields of a row share the text of the line that it begins in.
  void BeginLine() {
    line_begin_ = at_;
    const std::string_view rest = content_.substr(at_);
    source_ = SharedText(rest.substr(0, rest.find_first_of("\r\n")));
  }

  Place PlaceHere() const {
    Place place;
    place.file = file_;
    place.line = line_;
    place.column = CountCodePoints(content_.substr(line_begin_, at_ - line_begin_)) + 1;
    place.source = source_;
    return place;
  }

  bool HasTheHeadersLength(const CsvRow& row) {
    if (rows_.empty() || row.size() == rows_.front().size()) return true;
    diagnostics_.Error(row.back().place, "wrong-length",
                       "this row has " + std::to_string(row.size()) + " fields, the header has " +
                           std::to_string(rows_.front().size()),
                       row.size() > rows_.front().size() ? "put a field that holds a comma into quotation marks"
                                                         : "an empty field still needs its comma");
    return false;
  }

  const SharedText file_;
  std::string_view content_;
  Diagnostics& diagnostics_;
  size_t at_ = 0;
  size_t line_ = 1;
  size_t line_begin_ = 0;
  SharedText source_;
  std::vector<CsvRow> rows_;
};

}  // namespace

std::vector<CsvRow> ParseCsv(const std::string& file, std::string_view content, Diagnostics& diagnostics) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (content.starts_with(kByteOrderMark)) content.remove_prefix(kByteOrderMark.size());
  return CsvParser(file, content, diagnostics).Parse();
}

std::string AsCsvField(std::string_view text) {
  if (text.find_first_of(",\"\n\r") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + "\"";
}

}  // namespace docent
