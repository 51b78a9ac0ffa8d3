// bot/commands/question_forms.h
// Forms of question, from files that end in .forms beside the rules, and the questions that they make of a fact. No
// word of a language stands in the program: who teaches it another one adds a file.
//
//   form: who
//   kinds: person, body      only of values of these kinds; left out: of any
//   roles: when              only of facts with one of these roles
//   events: yes              of events, whose {entity} is their name; left out: of facts with an attribute
//   ask: who is the {attribute} of {entity}
//   ask@zh: {entity}的{attribute}是谁

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "bot/knowledge/diagnostic.h"
#include "bot/knowledge/fact.h"
#include "bot/knowledge/keys.h"

namespace docent {

struct QuestionForm {
  std::string name;
  std::vector<Kind> kinds;
  std::vector<Role> roles;
  bool of_events = false;
  std::vector<Phrase> asks;
};

const BlockKeys& FormKeys();

std::vector<QuestionForm> ReadForms(const std::vector<std::filesystem::path>& folders, Diagnostics& diagnostics);

struct FormedQuestion {
  std::string form;
  std::string text;
};

// The questions that `forms` make of `fact`, each once. A language in which its entity or attribute has no name is left
// out.
std::vector<FormedQuestion> QuestionsOf(const Fact& fact, const Knowledge& knowledge,
                                        const std::vector<QuestionForm>& forms);

}  // namespace docent
