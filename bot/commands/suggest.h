// bot/commands/suggest.h
// Lines that would win back questions that were declined. What a question says and the facts do not is tried as a
// further word of the nearest facts, of their attributes and of the classes of words that these belong to: each by
// building the Brain that the files would make with it. Only what was seen to work is suggested, and an author reads it
// before it is taken: that docent would answer does not mean that the answer is right.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/knowledge/diagnostic.h"

namespace docent {

struct WonQuestion {
  std::string question;
  std::string answer;
};

struct Suggestion {
  Place block;       // of the first line of the block that the line belongs to
  std::string head;  // that line: "fact: crew"
  std::string line;  // to be added: "also: mariners"
  std::vector<WonQuestion> won;
};

struct Suggestions {
  std::vector<Suggestion> found;      // none makes a test line fail that passes now
  std::vector<std::string> unwon;     // declined, and no line was found
  std::vector<std::string> answered;  // answered by now
};

// Tries at most `tries` lines. `files` have been loaded without an error; `questions` are told apart already.
Suggestions Suggest(const BrainFiles& files, const std::vector<std::string>& questions, size_t tries);

// For people: a block for each suggestion, as it would stand in the file, with its questions as comments.
std::string ToText(const Suggestions& suggestions);
std::string ToJson(const Suggestions& suggestions);

}  // namespace docent
