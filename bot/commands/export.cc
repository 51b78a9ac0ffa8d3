#include "bot/commands/export.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>
#include <utility>

#include "bot/commands/new_files.h"
#include "bot/knowledge/block.h"
#include "bot/knowledge/csv.h"
#include "bot/knowledge/format.h"
#include "bot/server/json_writer.h"

namespace docent {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kCsvHeader = "file,block,key,value";

WrittenLine ParsedLine(std::string_view line) {
  if (line.front() == '#') return {"#", std::string(line.substr(1))};
  if (line == "+" || line.starts_with("+ ")) return {"+", std::string(line.substr(std::min<size_t>(2, line.size())))};
  const size_t colon = line.find(':');
  return {std::string(line.substr(0, colon)), std::string(line.substr(std::min(colon + 2, line.size())))};
}

std::string TextOf(const WrittenLine& line) {
  if (line.key == "#") return "#" + line.value + "\n";
  const std::string key = line.key == "+" ? "+" : line.key + ":";
  return key + (line.value.empty() ? "" : " ") + line.value + "\n";
}

void AppendBlocks(const std::string& file, std::string_view content, std::vector<WrittenBlock>& blocks) {
  const std::string formatted = FormatBlocks(content);
  if (formatted.empty()) blocks.push_back({file, {}, ""});
  WrittenBlock block{file, {}, ""};
  for (std::string_view left = formatted; !left.empty();) {
    const std::string_view line = TakeLine(left);
    if (!line.empty()) block.lines.push_back(ParsedLine(line));
    if (!block.lines.empty() && (line.empty() || left.empty()))
      blocks.push_back(std::exchange(block, WrittenBlock{file, {}, ""}));
  }
}

// The tables and texts that the blocks of a file name.
std::vector<std::string> NamedFiles(const TextFile& file) {
  Diagnostics told;
  std::vector<std::string> names;
  for (const Block& block : ParseBlocks(ShownPath(file.path), file.content, told)) {
    for (const Entry& entry : block.entries) {
      const bool is_text = block.head().key == "source" && entry.key == "text";
      if (is_text || (&entry == &block.head() && entry.key == "table")) names.push_back(entry.value);
    }
  }
  return names;
}

bool IsBelow(const fs::path& path) {
  return !path.empty() && path.is_relative() && *path.lexically_normal().begin() != ".." && path.has_filename();
}

}  // namespace

std::vector<WrittenBlock> ReadBlocksAsWritten(const std::vector<fs::path>& folders) {
  Diagnostics told;
  std::vector<WrittenBlock> blocks;
  std::vector<WrittenBlock> others;
  std::set<std::string> known;
  for (const fs::path& folder : folders) {
    // Several folders stay folders; one is what the files are put into again.
    const fs::path above = folders.size() > 1 ? folder.filename() : fs::path();
    for (const TextFile& file : ReadFiles(folder, ".facts", told)) {
      const fs::path below = file.path.lexically_relative(folder);
      AppendBlocks((above / below).string(), file.content, blocks);
      for (const std::string& name : NamedFiles(file)) {
        const fs::path named = (below.parent_path() / name).lexically_normal();
        if (!IsBelow(named))
          throw std::runtime_error(ShownPath(file.path) + " names " + name + ", which lies outside of " +
                                   folder.string());
        const std::string other = (above / named).string();
        if (known.insert(other).second) others.push_back({other, {}, ReadWholeFile(folder / named)});
      }
    }
  }
  blocks.insert(blocks.end(), std::make_move_iterator(others.begin()), std::make_move_iterator(others.end()));
  return blocks;
}

std::string BlocksAsJsonLines(const std::vector<WrittenBlock>& blocks) {
  std::string text;
  for (const WrittenBlock& block : blocks) {
    JsonWriter json;
    json.BeginObject().Field("file", block.file);
    if (block.lines.empty()) {
      json.Field("text", block.text);
    } else {
      json.Key("lines").BeginList();
      for (const WrittenLine& line : block.lines)
        json.BeginObject().Field("key", line.key).Field("value", line.value).EndObject();
      json.EndList();
    }
    text += json.EndObject().Take() + "\n";
  }
  return text;
}

std::string BlocksAsCsv(const std::vector<WrittenBlock>& blocks) {
  std::string text = std::string(kCsvHeader) + "\r\n";
  std::map<std::string, size_t> counts;
  for (const WrittenBlock& block : blocks) {
    if (block.lines.empty()) {
      text += AsCsvField(block.file) + ",,," + AsCsvField(block.text) + "\r\n";
      continue;
    }
    const std::string number = std::to_string(++counts[block.file]);
    for (const WrittenLine& line : block.lines)
      text +=
          AsCsvField(block.file) + "," + number + "," + AsCsvField(line.key) + "," + AsCsvField(line.value) + "\r\n";
  }
  return text;
}

bool IsExportedCsv(std::string_view csv) { return TakeLine(csv) == kCsvHeader; }

std::vector<WrittenBlock> BlocksOfJsonLines(std::string_view lines) {
  std::vector<WrittenBlock> blocks;
  size_t number = 0;
  while (!lines.empty()) {
    ++number;
    const std::string_view line = TakeLine(lines);
    if (line.empty()) continue;
    try {
      const nlohmann::json object = nlohmann::json::parse(line);
      WrittenBlock& block = blocks.emplace_back();
      block.file = object.at("file").get<std::string>();
      block.text = object.value("text", "");
      if (!object.contains("lines")) continue;
      for (const nlohmann::json& one : object["lines"])
        block.lines.push_back({one.at("key").get<std::string>(), one.at("value").get<std::string>()});
    } catch (const nlohmann::json::exception& error) {
      throw std::runtime_error("line " + std::to_string(number) +
                               " is none that \"docent export\" writes: " + error.what());
    }
  }
  return blocks;
}

std::vector<WrittenBlock> BlocksOfCsv(const std::string& file, std::string_view csv) {
  Diagnostics diagnostics;
  const std::vector<CsvRow> rows = ParseCsv(file, csv, diagnostics);
  if (diagnostics.has_errors()) throw std::runtime_error(diagnostics.Render());
  std::vector<WrittenBlock> blocks;
  std::string before;  // the number of the block that is being put together; empty after a whole file
  for (size_t i = 1; i < rows.size(); ++i) {
    const auto& [name, number, key, value] =
        std::tie(rows[i][0].text, rows[i][1].text, rows[i][2].text, rows[i][3].text);
    if (number.empty()) {
      blocks.push_back({name, {}, value});
    } else {
      if (blocks.empty() || blocks.back().file != name || before != number) blocks.push_back({name, {}, ""});
      blocks.back().lines.push_back({key, value});
    }
    before = number;
  }
  return blocks;
}

void WriteFiles(const std::vector<WrittenBlock>& blocks, const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const WrittenBlock& block : blocks) {
    if (!IsBelow(block.file)) throw std::runtime_error("\"" + block.file + "\" is no name of a file below a folder");
    const auto [file, is_new] = files.try_emplace(block.file, block.text);
    if (!is_new) file->second += "\n";
    for (const WrittenLine& line : block.lines) file->second += TextOf(line);
  }
  for (const auto& [name, content] : files) {
    if (fs::exists(folder / name))
      throw std::runtime_error((folder / name).string() + " is there already and is not overwritten");
  }
  for (const auto& [name, content] : files) WriteNewFile(folder / name, content);
}

}  // namespace docent
