// bot/rules/compiled.h
// One template of one rule, compiled; private to the rule set and its loader.

#pragma once

#include <re2/re2.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "bot/rules/pattern.h"
#include "bot/rules/rule_set.h"

namespace docent {

struct RuleSet::Compiled {
  size_t number = 0;  // in the order of loading
  const Rule* rule = nullptr;
  std::unique_ptr<re2::RE2> regex;
  std::vector<TemplatePattern::Group> captures;  // the first belongs to the regex's group 1
  std::vector<FeatureId> first;                  // sorted; empty if a match may begin with any token
  std::vector<std::vector<FeatureId>> required;  // each sorted; one of each must be there
  TemplateNode node;                             // what it was compiled from, and where that stands
  Place place;
};

}  // namespace docent
