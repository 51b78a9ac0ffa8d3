// bot/knowledge/csv.h
// Comma-separated values as RFC 4180 has them: fields may be quoted, a quoted field may hold commas, line breaks and
// doubled quotes. Every field keeps its place, so that what is wrong with it can be pointed at.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bot/knowledge/diagnostic.h"

namespace docent {

struct CsvField {
  std::string text;  // without its quotes; surrounding space is kept
  Place place;
};

using CsvRow = std::vector<CsvField>;

// The rows of `content`, the header first; empty lines are passed over. `file` is the name that diagnostics show.
// A row with more or fewer fields than the header is reported and left out.
std::vector<CsvRow> ParseCsv(const std::string& file, std::string_view content, Diagnostics& diagnostics);

// `text` as a field, in quotation marks if it needs them.
std::string AsCsvField(std::string_view text);

}  // namespace docent
