// bot/rules/pattern.h
// A template as a regular expression over encoded tokens (bot/rules/token.h), with what must stand in a question for
// it to match: the index of rules is made of that.

#pragma once

#include <string>
#include <vector>

#include "bot/rules/template.h"

namespace docent {

// Something a token has: `word:compani`, `form:companies` or `kind:state`.
using Feature = std::string;
Feature WordFeature(const std::string& stem);
Feature FormFeature(const std::string& word);
Feature KindFeature(const std::string& kind);

// At least one of these must be there.
using AnyFeature = std::vector<Feature>;

struct TemplatePattern {
  std::string regex;  // RE2 syntax; matches whole tokens from the first on; not anchored
  struct Group {
    std::string name;
    bool is_wildcard = false;
  };
  std::vector<Group> captures;  // slots; the first belongs to group 1
  AnyFeature first;             // of the token that a match begins with; empty if it may be any token
  std::vector<AnyFeature> required;
  bool may_be_empty = false;  // no token at all would match
};

TemplatePattern CompileTemplate(const TemplateNode& root);

// Words that are passed over between two tokens; to be put at the end of a whole question's pattern.
extern const char* const kPassedOver;

}  // namespace docent
