#include "bot/commands/test_report.h"

#include <map>

#include "bot/server/json_writer.h"

namespace docent {
namespace {

std::string Joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) out.append(out.empty() ? "" : between).append(part);
  return out;
}

std::string Answered(const TestResult& result) {
  return "[" + std::string(StatusName(result.answer.status)) + "] " + result.answer.text;
}

bool IsKnownOpen(const TestResult& result) { return result.test.open && !result.passed; }

std::string ToText(const TestResult& result, const Astray& astray) {
  std::string text = result.test.place.ToString() + ": " + Asked(result.test);
  text += "\n    expected: " + Expected(result.test) + "\n    answered: " + Answered(result) + "\n";
  if (result.passed) return text;
  return text + "    failed:   " + result.reason + "\n    read as:  " + astray.read_as +
         "\n    astray:   " + astray.step + ": " + astray.detail + "\n";
}

std::string Escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (static_cast<unsigned char>(c) < ' ') {
      out += ' ';
    } else {
      out += c;
    }
  }
  return out;
}

std::string ToCase(const TestResult& result, const Astray& astray) {
  std::string xml = "    <testcase classname=\"" + Escaped(result.test.place.file) + "\" name=\"" +
                    Escaped(Asked(result.test)) + "\" file=\"" + Escaped(result.test.place.file) + "\" line=\"" +
                    std::to_string(result.test.place.line) + "\"";
  if (result.passed) return xml + "/>\n";
  const std::string tag = result.test.open ? "skipped" : "failure";
  return xml + ">\n      <" + tag + " message=\"" + Escaped(result.reason) +
         "\">expected: " + Escaped(Expected(result.test)) + "&#10;answered: " + Escaped(Answered(result)) +
         "&#10;astray: " + Escaped(astray.step + ": " + astray.detail) + "</" + tag + ">\n    </testcase>\n";
}

std::string Counted(size_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}

// Those that were known to fail and do not any more, each with its place.
std::string ResolvedLines(const TestReport& report) {
  std::string text = Counted(report.resolved, "open line is answered now: make it \"test:\" or \"never:\"\n",
                             "open lines are answered now: make them \"test:\" or \"never:\"\n");
  for (const TestResult& result : report.results) {
    if (result.test.open && result.passed)
      text += "    " + result.test.place.ToString() + ": " + Asked(result.test) + "\n";
  }
  return text;
}

size_t PassedOf(const TestReport& report) { return report.results.size() - report.failures - report.open; }

}  // namespace

std::string Asked(const ContentTest& test) {
  return test.history.empty() ? test.question : Joined(test.history, " > ") + " > " + test.question;
}

std::string Expected(const ContentTest& test) { return test.never ? "no answer" : Joined(test.expected, "; "); }

JudgedReport Judge(TestReport report, const std::shared_ptr<const Brain>& brain) {
  JudgedReport judged{std::move(report), {}};
  Responder responder(brain);
  for (const TestResult& result : judged.report.results)
    judged.astray.push_back(result.passed ? Astray{} : FindAstray(responder, result));
  return judged;
}

std::string ToText(const JudgedReport& judged, Shown shown) {
  const TestReport& report = judged.report;
  std::string text;
  for (size_t i = 0; i < report.results.size(); ++i) {
    const bool is_failure = !report.results[i].passed && !IsKnownOpen(report.results[i]);
    if (shown == Shown::kEverything || is_failure) text += ToText(report.results[i], judged.astray[i]);
  }
  if (report.resolved > 0) text += ResolvedLines(report);
  return text + Counted(report.open, "line is open", "lines are open") + "\n" + std::to_string(PassedOf(report)) +
         " passed, " + std::to_string(report.failures) + " failed\n";
}

std::string ToJson(const JudgedReport& judged) {
  const TestReport& report = judged.report;
  JsonWriter json;
  json.BeginObject().Key("passed").Number(PassedOf(report)).Key("open").Number(report.open);
  json.Key("failed").Number(report.failures).Key("results").BeginList();
  for (size_t i = 0; i < report.results.size(); ++i) {
    const TestResult& result = report.results[i];
    json.BeginObject().Field("place", result.test.place.ToString()).Field("question", result.test.question);
    json.Key("history").BeginList();
    for (const std::string& turn : result.test.history) json.String(turn);
    json.EndList().Field("expected", Expected(result.test)).Field("status", StatusName(result.answer.status));
    json.Field("answer", result.answer.text).Key("passed").Bool(result.passed).Key("open").Bool(result.test.open);
    if (!result.passed) {
      const Astray& astray = judged.astray[i];
      json.Field("reason", result.reason).Field("read_as", astray.read_as);
      json.Field("astray", astray.step).Field("astray_detail", astray.detail);
    }
    json.EndObject();
  }
  return json.EndList().EndObject().Take() + "\n";
}

std::string ToJUnit(const JudgedReport& judged) {
  struct Suite {
    size_t tests = 0;
    size_t failures = 0;
    size_t skipped = 0;
    std::string cases;
  };
  std::map<std::string, Suite> suites;
  for (size_t i = 0; i < judged.report.results.size(); ++i) {
    const TestResult& result = judged.report.results[i];
    Suite& suite = suites[result.test.place.file];
    ++suite.tests;
    if (!result.passed) ++(result.test.open ? suite.skipped : suite.failures);
    suite.cases += ToCase(result, judged.astray[i]);
  }
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n";
  for (const auto& [file, suite] : suites) {
    xml += "  <testsuite name=\"" + Escaped(file) + "\" tests=\"" + std::to_string(suite.tests) + "\" failures=\"" +
           std::to_string(suite.failures) + "\" skipped=\"" + std::to_string(suite.skipped) + "\">\n" + suite.cases +
           "  </testsuite>\n";
  }
  return xml + "</testsuites>\n";
}

}  // namespace docent
