#include "bot/commands/borrowing_report.h"

#include "bot/commands/test_report.h"
#include "bot/server/json_writer.h"

namespace docent {
namespace {

std::string ToText(const Borrowing& borrowing) {
  std::string text = borrowing.fact_place.ToString() + ": " + Asked(borrowing.test);
  text += "\n    expected: " + Expected(borrowing.test) + "\n    answered: " + borrowing.answer.text;
  text += "\n    from:    ";
  for (const AnswerFact& fact : borrowing.answer.facts) text += " " + fact.id;
  if (borrowing.answer.facts.empty()) text += " no fact";
  return text + "\n";
}

}  // namespace

std::string ToText(const LeaveOneOutReport& report) {
  std::string text;
  for (const Borrowing& borrowing : report.borrowings) text += ToText(borrowing);
  return text + std::to_string(report.facts) + " facts taken away in turn, " + std::to_string(report.questions) +
         " questions asked\n" + std::to_string(report.kept) + " answered by what is left, which says the same\n" +
         std::to_string(report.borrowings.size()) + " borrowed\n";
}

std::string ToJson(const LeaveOneOutReport& report) {
  JsonWriter json;
  json.BeginObject().Key("facts").Number(report.facts).Key("questions").Number(report.questions);
  json.Key("kept").Number(report.kept).Key("borrowed").Number(report.borrowings.size());
  json.Key("borrowings").BeginList();
  for (const Borrowing& borrowing : report.borrowings) {
    json.BeginObject().Field("fact", borrowing.fact).Field("place", borrowing.fact_place.ToString());
    json.Field("question", Asked(borrowing.test)).Field("expected", Expected(borrowing.test));
    json.Field("answer", borrowing.answer.text).Key("from").BeginList();
    for (const AnswerFact& fact : borrowing.answer.facts) json.String(fact.id);
    json.EndList().Key("steps").BeginList();
    for (const Step& step : borrowing.answer.steps)
      json.BeginObject().Field("name", step.name).Field("detail", step.detail).EndObject();
    json.EndList().EndObject();
  }
  return json.EndList().EndObject().Take() + "\n";
}

}  // namespace docent
