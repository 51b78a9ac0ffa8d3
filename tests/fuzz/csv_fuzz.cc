// What holds for any bytes as comma-separated values: every row that is kept is as long as the header, and a table that
// nothing is wrong with is the same when it is written out and read again.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bot/knowledge/csv.h"
#include "tests/fuzz/require.h"

namespace {

using docent::CsvRow;
using docent::Diagnostics;
using docent::Require;

std::string Quoted(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

std::string Written(const std::vector<CsvRow>& rows) {
  std::string text;
  for (const CsvRow& row : rows) {
    for (const docent::CsvField& field : row) text += (&field == &row.front() ? "" : ",") + Quoted(field.text);
    text += "\r\n";
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view content(reinterpret_cast<const char*>(data), size);
  Diagnostics diagnostics;
  const std::vector<CsvRow> rows = docent::ParseCsv("any.csv", content, diagnostics);
  for (const CsvRow& row : rows) {
    Require(!row.empty() && row.size() == rows.front().size(), "a row is as long as the header");
    for (const docent::CsvField& field : row) {
      Require(field.place.line >= 1 && field.place.column >= 1 && field.place.length >= 1, "a field has a place");
    }
  }
  Require(diagnostics.Render().empty() == diagnostics.all().empty(), "what is wrong is told");
  if (diagnostics.has_errors()) return 0;
  const std::string written = Written(rows);
  Require(Written(docent::ParseCsv("any.csv", written, diagnostics)) == written, "a table outlives writing");
  Require(!diagnostics.has_errors(), "what is written has no errors");
  return 0;
}
