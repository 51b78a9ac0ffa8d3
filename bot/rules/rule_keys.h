// The blocks of .rules files and their keys: the ways of asking, and the words of a language. rule_set.h and language.h
// say what they mean.

#pragma once

#include <span>

#include "bot/knowledge/keys.h"

namespace docent {

std::span<const BlockKeys> RuleBlocks();      // what LoadRules reads
std::span<const BlockKeys> LanguageBlocks();  // what LoadLanguage reads

}  // namespace docent
