// bot/answering/answer.h
// What docent says to one question: the words, the facts they stand on, and the bare values. This is the type the
// protocol carries; it holds copies, so it outlives the Brain it came from.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace docent {

enum class Status {
  kAnswered,  // the facts decide the question
  kClarify,   // several readings differ; the asker is asked which one is meant
  kUnknown,   // the facts do not hold it
};

// "answered", "clarify", "unknown".
std::string_view StatusName(Status status);

struct NamedText {
  std::string name;
  std::string text;
  friend bool operator==(const NamedText&, const NamedText&) = default;
};

// One fact as an asker sees it.
struct AnswerFact {
  std::string id;         // stable for one content of the files: "companies.facts:12"
  std::string entity;     // what it is about
  std::string attribute;  // what it says of it
  std::string says;       // one sentence that states it whole, in the answer's language
  std::string source;     // the id of its source
  std::string source_title;
  int paragraph = 0;                  // 0 if the file names none
  std::vector<NamedText> qualifiers;  // role and text: when, where, by, ...
};

// One bare value of the answer. `text` is always set, the rest where the value has it.
struct AnswerValue {
  std::string text;
  std::optional<double> number;
  std::string unit;
  std::string bound;  // "more than", "at least", "nearly", "about", "at most", "less than"; empty: exactly
  std::string date;   // ISO 8601, reduced precision: "2018", "2018-05-24", "--05-24"
  std::string entity;
};

// One step of the way from question to answer, for people: what was marked, which rule fired, what was looked up.
struct Step {
  std::string name;
  std::string detail;
};

struct Answer {
  Status status = Status::kUnknown;
  std::string language = "en";
  std::string text;
  std::vector<AnswerFact> facts;
  std::vector<AnswerValue> values;
  std::vector<std::string> missing;      // with kUnknown: the words that nothing accounts for
  std::vector<NamedText> corrections;    // what was written (name) and what it was taken for (text)
  std::vector<std::string> choices;      // with kClarify: what can be meant
  std::vector<std::string> suggestions;  // questions that were checked to be answerable
  std::vector<Step> steps;               // only if asked for
};

}  // namespace docent
