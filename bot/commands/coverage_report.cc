// Coverage as text, JSON and HTML.

#include <algorithm>

#include "bot/commands/coverage.h"
#include "bot/server/json_writer.h"

namespace docent {
namespace {

std::string TitleOf(const Fact& fact, const Knowledge& knowledge) {
  const std::string& entity = knowledge.entities[fact.subject].name;
  return fact.attribute == kNone ? entity : entity + ": " + knowledge.attributes[fact.attribute].name;
}

std::string Escaped(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '"' ? "&quot;" : std::string(1, c);
  return out;
}

std::string Share(size_t part, size_t whole) { return std::to_string(part) + " of " + std::to_string(whole); }

struct Sums {
  size_t asked = 0;
  size_t reached = 0;
  size_t unreachable = 0;  // facts that no form reaches
};

Sums SumsOf(const Coverage& coverage) {
  Sums sums;
  for (const FactCoverage& fact : coverage.facts) {
    sums.asked += fact.asked;
    sums.reached += fact.reached();
    sums.unreachable += fact.asked > 0 && fact.reached() == 0;
  }
  return sums;
}

// The least reached first.
std::vector<const FactCoverage*> Ordered(const Coverage& coverage) {
  std::vector<const FactCoverage*> facts;
  for (const FactCoverage& fact : coverage.facts) facts.push_back(&fact);
  std::stable_sort(facts.begin(), facts.end(), [](const FactCoverage* one, const FactCoverage* other) {
    return one->reached() * std::max<size_t>(other->asked, 1) < other->reached() * std::max<size_t>(one->asked, 1);
  });
  return facts;
}

constexpr std::string_view kStyle =
    ":root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 "
    "1rem}table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.3rem "
    ".6rem;border-bottom:1px solid #8886;vertical-align:top}meter{width:8rem}small{opacity:.75}";

}  // namespace

std::string ToText(const Coverage& coverage, const Brain& brain, RulesOf rules) {
  const Sums sums = SumsOf(coverage);
  std::string text;
  for (const FactCoverage* fact : Ordered(coverage)) {
    const Fact& known = brain.knowledge().facts[fact->fact];
    if (fact->unreached.empty()) continue;
    text += known.place.ToString() + ": " + TitleOf(known, brain.knowledge()) + ": " +
            Share(fact->reached(), fact->asked) + " forms, " + Share(fact->tests_passed, fact->tests) +
            " tests; not \"" + fact->unreached.front().text + "\"\n";
  }
  std::string unused;
  if (rules == RulesOf::kAuthor) {
    for (const Rule* rule : coverage.unfired)
      text += rule->place.ToString() + ": no test uses the rule \"" + rule->name + "\"\n";
    unused = "; " + std::to_string(coverage.unfired.size()) + " rules are used by no test";
  }
  return text + Share(sums.reached, sums.asked) + " questions of the forms reach their fact; " +
         std::to_string(sums.unreachable) + " facts are reached by none" + unused + "\n";
}

std::string ToJson(const Coverage& coverage, const Brain& brain) {
  const Sums sums = SumsOf(coverage);
  JsonWriter json;
  json.BeginObject().Key("asked").Number(sums.asked).Key("reached").Number(sums.reached).Key("facts").BeginList();
  for (const FactCoverage& fact : coverage.facts) {
    const Fact& known = brain.knowledge().facts[fact.fact];
    json.BeginObject().Field("fact", brain.knowledge().NameOf(known)).Field("place", known.place.ToString());
    json.Field("title", TitleOf(known, brain.knowledge())).Key("asked").Number(fact.asked);
    json.Key("reached").Number(fact.reached()).Key("tests").Number(fact.tests);
    json.Key("tests_passed").Number(fact.tests_passed).Key("unreached").BeginList();
    for (const FormedQuestion& question : fact.unreached)
      json.BeginObject().Field("form", question.form).Field("question", question.text).EndObject();
    json.EndList().EndObject();
  }
  json.EndList().Key("unused_rules").BeginList();
  for (const Rule* rule : coverage.unfired)
    json.BeginObject().Field("rule", rule->name).Field("place", rule->place.ToString()).EndObject();
  return json.EndList().EndObject().Take() + "\n";
}

std::string ToHtml(const Coverage& coverage, const Brain& brain) {
  const Sums sums = SumsOf(coverage);
  std::string html =
      "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
      "content=\"width=device-width\"><title>Coverage</title><style>" +
      std::string(kStyle) + "</style></head><body>\n<h1>What can be reached</h1>\n<p>" +
      Share(sums.reached, sums.asked) + " questions of the forms reach their fact; " +
      std::to_string(sums.unreachable) +
      " facts are reached by none.</p>\n<table>\n<thead><tr><th "
      "scope=\"col\">Fact</th><th scope=\"col\">Forms</th><th scope=\"col\">Tests</th><th "
      "scope=\"col\">Not reached by</th></tr></thead>\n<tbody>\n";
  for (const FactCoverage* fact : Ordered(coverage)) {
    const Fact& known = brain.knowledge().facts[fact->fact];
    const std::string share = Share(fact->reached(), fact->asked);
    html += "<tr><td>" + Escaped(TitleOf(known, brain.knowledge())) + "<br><small>" + Escaped(known.place.ToString()) +
            "</small></td><td><meter min=\"0\" max=\"" + std::to_string(std::max<size_t>(fact->asked, 1)) +
            "\" value=\"" + std::to_string(fact->reached()) + "\">" + share + "</meter> " + share + "</td><td>" +
            Share(fact->tests_passed, fact->tests) + "</td><td>";
    for (const FormedQuestion& question : fact->unreached) html += Escaped(question.text) + "<br>";
    html += "</td></tr>\n";
  }
  html += "</tbody></table>\n<h2>Rules that no test uses</h2>\n<ul>\n";
  for (const Rule* rule : coverage.unfired)
    html += "<li>" + Escaped(rule->name) + " <small>" + Escaped(rule->place.ToString()) + "</small></li>\n";
  return html + "</ul>\n</body></html>\n";
}

}  // namespace docent
