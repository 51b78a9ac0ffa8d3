// bot/commands/coverage.h
// How well what the files hold can be reached: for each fact, in how many forms of question it answers; and which rules
// no test line ever used.

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/commands/question_forms.h"
#include "bot/dialogue/responder.h"

namespace docent {

struct FactCoverage {
  FactId fact = kNone;
  size_t asked = 0;                       // questions that the forms made
  std::vector<FormedQuestion> unreached;  // those that it did not answer
  size_t tests = 0;                       // its `test:` lines
  size_t tests_passed = 0;

  size_t reached() const { return asked - unreached.size(); }
};

struct Coverage {
  std::vector<FactCoverage> facts;
  std::vector<const Rule*> unfired;  // owned by the Brain
};

// Whether the question is answered, with the fact of this name among those it stands on.
bool Reaches(Responder& responder, const std::string& question, const std::string& fact);

Coverage MeasureCoverage(const std::shared_ptr<const Brain>& brain, const std::vector<QuestionForm>& forms);

// Whose the rules are: those of the languages serve every topic, and which of them one topic's tests leave unused is no
// news to its author.
enum class RulesOf { kAuthor, kLanguages };
std::string ToText(const Coverage& coverage, const Brain& brain, RulesOf rules);
std::string ToJson(const Coverage& coverage, const Brain& brain);
std::string ToHtml(const Coverage& coverage, const Brain& brain);  // one page without outside resources

}  // namespace docent
