#include "bot/commands/import.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>
#include <vector>

#include "bot/knowledge/block.h"
#include "bot/knowledge/builder.h"
#include "bot/knowledge/csv.h"

namespace docent {
namespace {

using Json = nlohmann::ordered_json;

struct Field {
  std::string attribute;
  std::string value;
};

struct Record {
  std::string name;
  std::vector<Field> fields;
};

// One line: what a value in a fact file can be.
std::string OneLine(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = static_cast<unsigned char>(c) <= ' ';
    if (!space) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

std::string Filled(std::string text, const Record& record, const Field& field) {
  const std::vector<std::pair<std::string, std::string>> parts = {
      {"{attribute}", field.attribute}, {"{entity}", record.name}, {"{value}", field.value}};
  for (const auto& [slot, by] : parts) {
    for (size_t at = text.find(slot); at != std::string::npos; at = text.find(slot, at + by.size()))
      text.replace(at, slot.size(), by);
  }
  return text;
}

// Whether the name of a column is a participle or a preposition: "opened", "since".
bool IsNoNoun(std::string_view attribute) {
  constexpr std::array<std::string_view, 7> kOthers = {"since", "until", "from", "born", "built", "made", "open"};
  return attribute.ends_with("ed") || std::find(kOthers.begin(), kOthers.end(), attribute) != kOthers.end();
}

bool IsPlural(std::string_view attribute) {
  return attribute.ends_with("s") && !attribute.ends_with("ss") && !attribute.ends_with("us");
}

std::string SentenceFor(std::string_view attribute, const ImportOptions& options) {
  if (options.says != ImportOptions().says) return options.says;
  if (IsNoNoun(attribute)) return "{entity}: {attribute} {value}.";
  return IsPlural(attribute) ? "The {attribute} of {entity} are {value}." : options.says;
}

std::string SourceBlock(const ImportOptions& options) {
  return "# Written by docent import: look it over before you trust it.\n\nsource: " + options.source +
         "\ntitle: " + options.source + "\n";
}

std::string FactsOf(const std::vector<Record>& records, const ImportOptions& options) {
  std::string out = SourceBlock(options);
  for (const Record& record : records) {
    out += "\nentity: " + record.name + "\n" + (options.type.empty() ? "" : "type: " + options.type + "\n");
    for (const Field& field : record.fields) {
      const std::vector<std::string> values = SplitList(field.value, ";");
      if (values.empty()) continue;
      out += "\nfact: " + field.attribute + "\nvalue: " + field.value +
             "\nsays: " + Filled(SentenceFor(field.attribute, options), record, field) + "\ntest: " + field.attribute +
             " of " + record.name + " => " + values.front() + "\n";
    }
  }
  return out;
}

// Rows of one name are one thing.
Record& RecordOf(std::vector<Record>& records, const std::string& name) {
  const std::string key = KnowledgeBuilder::Key(name);
  const auto known = std::find_if(records.begin(), records.end(),
                                  [&](const Record& record) { return KnowledgeBuilder::Key(record.name) == key; });
  if (known != records.end()) return *known;
  records.push_back({name, {}});
  return records.back();
}

std::string ScalarText(const Json& value) {
  if (value.is_null()) return {};
  if (value.is_string()) return OneLine(value.get<std::string>());
  if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
  if (value.is_number()) return value.dump();
  if (value.is_array()) {
    std::string text;
    for (const Json& one : value) {
      const std::string part = ScalarText(one);
      if (!part.empty()) text += (text.empty() ? "" : "; ") + part;
    }
    return text;
  }
  throw std::runtime_error("an object inside an object cannot be a value: " + value.dump().substr(0, 60));
}

void AddObject(const std::string& name, const std::string& name_key, const Json& object, std::vector<Record>& records) {
  if (!object.is_object()) throw std::runtime_error("this is no object: " + object.dump().substr(0, 60));
  Record& record = RecordOf(records, name);
  for (const auto& [key, value] : object.items()) {
    const std::string text = ScalarText(value);
    if (key != name_key && !text.empty()) record.fields.push_back({OneLine(key), text});
  }
}

// The key that names the objects of a list.
std::string NameKey(const Json& object, const std::string& asked) {
  if (!object.is_object() || object.empty()) throw std::runtime_error("the list holds something that is no object");
  const std::string key = !asked.empty() ? asked : object.contains("name") ? "name" : object.begin().key();
  if (!object.contains(key) || ScalarText(object[key]).empty())
    throw std::runtime_error("an object has no \"" + key + "\": " + object.dump().substr(0, 60));
  return key;
}

// Ends of sentences: a full stop before a space or the end of the line, or a Chinese one.
std::vector<std::string> Sentences(std::string_view text) {
  std::vector<std::string> sentences;
  std::string sentence;
  const auto finish = [&] {
    std::string line = OneLine(sentence);
    if (!line.empty()) sentences.push_back(std::move(line));
    sentence.clear();
  };
  for (size_t i = 0; i < text.size(); ++i) {
    sentence += text[i];
    const bool stop = text[i] == '.' || text[i] == '!' || text[i] == '?';
    const bool ends = i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\n' || text[i + 1] == '\r';
    const bool chinese = sentence.ends_with("。") || sentence.ends_with("！") || sentence.ends_with("？");
    // An initial ("J. Smith") ends no sentence.
    const bool initial = stop && sentence.size() >= 2 &&
                         (sentence.size() == 2 || sentence[sentence.size() - 3] == ' ') &&
                         sentence[sentence.size() - 2] >= 'A' && sentence[sentence.size() - 2] <= 'Z';
    const bool paragraph = text[i] == '\n' && i + 1 < text.size() && text[i + 1] == '\n';
    if ((stop && ends && !initial) || chinese || paragraph) finish();
  }
  finish();
  return sentences;
}

}  // namespace

std::string FactsOfCsv(const std::string& file, std::string_view content, const ImportOptions& options) {
  Diagnostics diagnostics;
  const std::vector<CsvRow> rows = ParseCsv(file, content, diagnostics);
  if (diagnostics.has_errors()) throw std::runtime_error(diagnostics.Render());
  if (rows.empty()) throw std::runtime_error(file + " has no header");
  size_t named = 0;
  if (!options.entity.empty()) {
    while (named < rows[0].size() && OneLine(rows[0][named].text) != options.entity) ++named;
    if (named == rows[0].size()) throw std::runtime_error("no column \"" + options.entity + "\" in " + file);
  }
  std::vector<Record> records;
  for (size_t i = 1; i < rows.size(); ++i) {
    const std::string name = OneLine(rows[i][named].text);
    if (name.empty())
      throw std::runtime_error(rows[i][named].place.ToString() + ": this row names nothing; name another column");
    Record& record = RecordOf(records, name);
    for (size_t column = 0; column < rows[i].size(); ++column) {
      const std::string value = OneLine(rows[i][column].text);
      if (column != named && !value.empty()) record.fields.push_back({OneLine(rows[0][column].text), value});
    }
  }
  return FactsOf(records, options);
}

std::string FactsOfJson(std::string_view content, const ImportOptions& options) {
  std::vector<Record> records;
  try {
    const Json root = Json::parse(content);
    if (root.is_array()) {
      for (const Json& object : root) {
        const std::string key = NameKey(object, options.entity);
        AddObject(ScalarText(object[key]), key, object, records);
      }
    } else if (root.is_object()) {
      for (const auto& [name, object] : root.items()) AddObject(OneLine(name), options.entity, object, records);
    } else {
      throw std::runtime_error("expected a list of objects, or an object of objects");
    }
  } catch (const nlohmann::json::parse_error& error) {
    throw std::runtime_error(std::string("this is no JSON: ") + error.what());
  }
  return FactsOf(records, options);
}

std::string FactsOfText(const std::string& file, std::string_view content, const ImportOptions& options) {
  std::string out = SourceBlock(options) + "text: " + file + "\n\nentity: " + options.source + "\n" +
                    (options.type.empty() ? "" : "type: " + options.type + "\n");
  size_t number = 0;
  for (const std::string& sentence : Sentences(content)) {
    out +=
        "\n# Which thing does this say what of? Give it an entity:, name the fact, and give it a value: and a test:.\n"
        "fact: statement " +
        std::to_string(++number) + "\nsays: " + sentence + "\nquote: " + sentence + "\n";
  }
  return out;
}

}  // namespace docent
