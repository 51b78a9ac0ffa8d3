#include "bot/rules/rule_keys.h"

namespace docent {
namespace {

constexpr auto kOnce = Key::Times::kOnce;

const std::vector<BlockKeys> kRuleBlocks = {
    {"expansion", "an expansion", {{"means"}}, ""},
    {"mark", "a mark", {{"words"}, {"means", kOnce}, {"empty", kOnce}}, ""},
    {"phrase", "a phrase", {{"match"}, {"makes", kOnce}, {"find", kOnce}, {"priority", kOnce}}, ""},
    {"rule",
     "a rule",
     {{"ask"},
      {"find", kOnce},
      {"kind", kOnce},
      {"role", kOnce},
      {"act", kOnce},
      {"say", kOnce},
      {"priority", kOnce},
      {"test"},
      {"never"}},
     ""},
    {"measure", "a measure", {{"of"}, {"adds", kOnce}}, ""},
    {"pass", "a pass", {{"words"}}, ""},
};

const std::vector<BlockKeys> kLanguageBlocks = {
    {"class", "a word list", {{"words"}, {"speech", kOnce}, {"opposite", kOnce}, {"members"}, {"kind", kOnce}}, ""},
    {"needed", "a word list", {{"words"}}, ""},
    {"light", "a word list", {{"words"}}, ""},
    {"filler", "a word list", {{"words"}}, ""},
    {"function", "a word list", {{"words"}}, ""},
    {"kind", "a word list", {{"words"}}, ""},
    {"names", "a word list", {{"words"}}, ""},
    {"say", "a saying", {{"text", kOnce}}, ""},
};

}  // namespace

std::span<const BlockKeys> RuleBlocks() { return kRuleBlocks; }

std::span<const BlockKeys> LanguageBlocks() { return kLanguageBlocks; }

}  // namespace docent
