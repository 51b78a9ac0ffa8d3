// All fact files as one stream of JSON lines or CSV, and the files of such a stream: what was exported and imported
// again is the same Brain, comments and tests included, if the files were in the form that `docent fmt` writes.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace docent {

// One line of a block, as it stands in its file.
struct WrittenLine {
  std::string key;  // "says@zh"; "#" of a comment, "+" of a line that continues the one above
  std::string value;
};

// One block or run of comments of a file; or all of a file that is no fact file: a table, the text of a source.
struct WrittenBlock {
  std::string file;  // a path below the folder that holds all
  std::vector<WrittenLine> lines;
  std::string text;  // of a whole file, which has no lines
};

// The blocks of all fact files of `folders` and, after them, the tables and texts that they name. The files load
// without an error. Throws std::runtime_error if a file outside of the folders is named.
std::vector<WrittenBlock> ReadBlocksAsWritten(const std::vector<std::filesystem::path>& folders);

// `{"file": "ships.facts", "lines": [{"key": "fact", "value": "crew"}, ...]}` or `{"file": "ships.csv", "text":
// "..."}`, one a line.
std::string BlocksAsJsonLines(const std::vector<WrittenBlock>& blocks);

// A row for each line: file, block (counted from 1 in each file; empty for a whole file), key, value.
std::string BlocksAsCsv(const std::vector<WrittenBlock>& blocks);

// Whether `csv` begins as BlocksAsCsv does.
bool IsExportedCsv(std::string_view csv);

// The reverse of each. They throw std::runtime_error, with what is wrong and where.
std::vector<WrittenBlock> BlocksOfJsonLines(std::string_view lines);
std::vector<WrittenBlock> BlocksOfCsv(const std::string& file, std::string_view csv);

// The files of `blocks`, below `folder`; none is overwritten. Throws std::runtime_error if one is there already, cannot
// be written or would lie elsewhere.
void WriteFiles(const std::vector<WrittenBlock>& blocks, const std::filesystem::path& folder);

}  // namespace docent
