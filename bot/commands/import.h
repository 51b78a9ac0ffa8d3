// bot/commands/import.h
// Notes that people keep elsewhere, as fact blocks to look over: tables (CSV), objects (JSON), plain sentences.

#pragma once

#include <string>
#include <string_view>

namespace docent {

struct ImportOptions {
  std::string source;  // the id and title of the source
  std::string type;    // of the entities; may be empty
  std::string entity;  // the column or key that names them; empty: the first, or "name"
  // The sentence of each fact. As it stands it is turned for columns that it does not fit: "The seats of the Bella are
  // 60", "Bella: opened 1911".
  std::string says = "The {attribute} of {entity} is {value}.";
};

// Each throws std::runtime_error, with what is wrong and where, if `content` is not of its form. What they return loads
// without an error, and its tests are questions that people may ask, to be looked over.
std::string FactsOfCsv(const std::string& file, std::string_view content, const ImportOptions& options);

// A list of objects, or an object of objects by their names; their values are texts, numbers, yes or no, or lists of
// these.
std::string FactsOfJson(std::string_view content, const ImportOptions& options);

// One fact for each sentence; `file` is named as the source's text, and each sentence is a quote from it.
std::string FactsOfText(const std::string& file, std::string_view content, const ImportOptions& options);

}  // namespace docent
