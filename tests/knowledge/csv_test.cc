#include "bot/knowledge/csv.h"

#include <gtest/gtest.h>

#include <string>

namespace docent {
namespace {

// `[a|b][c|d]`, then what is wrong.
std::string Parsed(std::string_view content) {
  Diagnostics diagnostics;
  std::string text;
  for (const CsvRow& row : ParseCsv("ships.csv", content, diagnostics)) {
    text += "[";
    for (size_t i = 0; i < row.size(); ++i) text += (i == 0 ? "" : "|") + row[i].text;
    text += "]";
  }
  return text + diagnostics.Render();
}

TEST(ParseCsv, ReadsPlainRows) {
  EXPECT_EQ(Parsed("name,crew\nAurora,60\nBella,\n"), "[name|crew][Aurora|60][Bella|]");
}

TEST(ParseCsv, ReadsQuotedFieldsWithCommasQuotesAndLineBreaks) {
  EXPECT_EQ(Parsed("name,note\r\n\"Aurora, the\",\"she \"\"sailed\"\"\r\nin May\"\r\n"),
            "[name|note][Aurora, the|she \"sailed\"\r\nin May]");
}

TEST(ParseCsv, PassesOverEmptyLinesAndAByteOrderMark) {
  EXPECT_EQ(Parsed("\xEF\xBB\xBFname\n\nAurora"), "[name][Aurora]");
}

TEST(ParseCsv, PointsAtARowOfAnotherLength) {
  EXPECT_EQ(Parsed("name,crew\nAurora,60,9\nBella,7\n"),
            "[name|crew][Bella|7]"
            "ships.csv:2:11: error[wrong-length]: this row has 3 fields, the header has 2\n"
            "   2 | Aurora,60,9\n"
            "     |           ^\n"
            "     = put a field that holds a comma into quotation marks\n");
}

TEST(ParseCsv, PointsAtAQuoteThatIsNeverClosed) {
  EXPECT_EQ(Parsed("name\n\"Aurora\n"),
            "[name]"
            "ships.csv:2:1: error[open-quote]: this quotation mark is never closed\n"
            "   2 | \"Aurora\n"
            "     | ^\n"
            "     = close it with \"\n");
}

TEST(ParseCsv, CountsLinesInsideQuotes) {
  EXPECT_EQ(Parsed("a,b\n\"x\ny\",z\nonly\n").substr(0, 49), "[a|b][x\ny|z]ships.csv:4:1: error[wrong-length]: t");
}

}  // namespace
}  // namespace docent
