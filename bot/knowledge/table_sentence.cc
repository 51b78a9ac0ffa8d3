#include "bot/knowledge/table_sentence.h"

#include <algorithm>
#include <cctype>

namespace docent {
namespace {

constexpr const char* kEntity = "{entity}";
constexpr const char* kAttribute = "{attribute}";
constexpr const char* kValue = "{value}";
constexpr const char* kWhen = "{when}";
const std::vector<std::string> kOfSentences = {kEntity, kAttribute, kValue, kWhen};
const std::vector<std::string> kOfAliases = {kEntity};

struct Placeholder {
  size_t offset = 0;  // in the text it stands in
  std::string text;   // with its braces
};

// The placeholders in `text` that are none of `known`. A brace that is never closed is one up to the end.
std::vector<Placeholder> UnknownIn(const std::string& text, const std::vector<std::string>& known) {
  std::vector<Placeholder> unknown;
  for (size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
    const size_t close = text.find('}', open);
    std::string found = text.substr(open, close == std::string::npos ? close : close + 1 - open);
    if (std::find(known.begin(), known.end(), found) == known.end()) unknown.push_back({open, std::move(found)});
  }
  return unknown;
}

std::string NearestPlaceholder(const std::string& placeholder, const std::vector<std::string>& known) {
  const std::string nearest = NearestOf(placeholder, known);
  if (!nearest.empty()) return "did you mean \"" + nearest + "\"?";
  std::string all;
  for (const std::string& one : known) all += (all.empty() ? "" : one == known.back() ? " and " : ", ") + one;
  return "what is filled in is " + all;
}

void Fill(std::string_view placeholder, const std::string& by, std::string& text) {
  for (size_t at = text.find(placeholder); at != std::string::npos; at = text.find(placeholder, at + by.size()))
    text.replace(at, placeholder.size(), by);
}

std::string ValueText(const Value& value, const std::string& language, const Knowledge& knowledge) {
  if (value.entity != kNone) return std::string(knowledge.entities[value.entity].NameIn(language));
  // What is written as a bare number has the unit of its attribute; else the author wrote it.
  const bool is_bare = !value.text.empty() && std::isdigit(static_cast<unsigned char>(value.text.str().back())) != 0;
  if (!value.quantity || value.quantity->unit.empty() || !is_bare) return value.text;
  return value.text + " " + value.quantity->unit;
}

void ReportPlaceholder(const Entry& entry, const Placeholder& placeholder, std::string remedy,
                       Diagnostics& diagnostics) {
  diagnostics.Error(PlaceIn(entry, placeholder.offset, placeholder.text.size()), "unknown-placeholder",
                    "nothing fills \"" + placeholder.text + "\" in the \"" + entry.key + "\" of a table",
                    std::move(remedy));
}

}  // namespace

void TableSentences::Read(const Entry& entry) {
  AttributeId attribute = kNone;
  if (entry.key != "says") {
    const std::string name = entry.key.substr(std::string_view("says ").size());
    attribute = builder_.FindAttribute(name);
    if (!Gives(attribute)) {
      ReportNotGiven(entry, name);
      return;
    }
  }
  for (const Placeholder& placeholder : UnknownIn(entry.value, kOfSentences))
    ReportPlaceholder(entry, placeholder, RemedyFor(placeholder.text), diagnostics_);
  patterns_[attribute].push_back({entry.language, entry.value});
}

std::vector<Phrase> TableSentences::Of(const Fact& fact) const {
  std::vector<Phrase> sentences;
  auto patterns = patterns_.find(fact.attribute);
  if (patterns == patterns_.end()) patterns = patterns_.find(kNone);
  if (patterns == patterns_.end()) return sentences;
  for (const Phrase& pattern : patterns->second) sentences.push_back({pattern.language, Filled(pattern, fact)});
  return sentences;
}

bool TableSentences::Gives(AttributeId attribute) const {
  return std::find(given_.begin(), given_.end(), attribute) != given_.end();
}

void TableSentences::ReportNotGiven(const Entry& entry, const std::string& name) {
  std::vector<std::string> names;
  names.reserve(given_.size());
  for (const AttributeId attribute : given_) names.push_back(builder_.knowledge().attributes[attribute].name);
  const std::string nearest = NearestOf(name, names);
  diagnostics_.Error(entry.key_place, "unknown-attribute",
                     "no column of this table gives the attribute \"" + name + "\"",
                     nearest.empty() ? "name an attribute that stands behind the => of a \"column:\" line"
                                     : "did you mean \"says " + nearest + "\"?");
}

// Who writes {displacement} means the name of that attribute, or a sentence for it alone.
std::string TableSentences::RemedyFor(const std::string& placeholder) const {
  const std::string name = placeholder.substr(1, placeholder.size() - 2);
  if (placeholder.ends_with("}") && Gives(builder_.FindAttribute(name)))
    return "write {attribute}, or a sentence for it alone: \"says " + name + ": ...\"";
  return NearestPlaceholder(placeholder, kOfSentences);
}

std::string TableSentences::Filled(const Phrase& pattern, const Fact& fact) const {
  const Knowledge& knowledge = builder_.knowledge();
  const Few<Value>& values = fact.slots.back().values;
  std::string list;
  for (size_t i = 0; i < values.size(); ++i) {
    if (i > 0) list += pattern.language == "zh" ? "、" : i + 1 < values.size() ? ", " : " and ";
    list += ValueText(values[i], pattern.language, knowledge);
  }
  std::string text = pattern.text;
  Fill(kEntity, std::string(knowledge.entities[fact.subject].NameIn(pattern.language)), text);
  Fill(kAttribute, knowledge.attributes[fact.attribute].name, text);
  Fill(kValue, list, text);
  const Slot* when = fact.Find(Role::kWhen);
  Fill(kWhen, when == nullptr ? std::string() : when->values.front().text.str(), text);
  return text;
}

std::string FilledAlias(std::string pattern, const std::string& name) {
  Fill(kEntity, name, pattern);
  return pattern;
}

void CheckAlias(const Entry& alias, Diagnostics& diagnostics) {
  for (const Placeholder& placeholder : UnknownIn(alias.value, kOfAliases))
    ReportPlaceholder(alias, placeholder, NearestPlaceholder(placeholder.text, kOfAliases), diagnostics);
}

}  // namespace docent
