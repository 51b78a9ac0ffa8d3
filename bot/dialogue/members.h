// "How many beds do the two wards have together?": a noun that stands for several things, and one question about each.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bot/answering/inquiry.h"

namespace docent {

struct QuestionOfMember {
  EntityId member = kNone;
  std::string text;
};

// The question once for each of the things that a noun of it may stand for, with the thing's name in its place: those
// of a type ("both wards", "the three wards", "the wards"), or what a fact lists under an attribute ("the two
// operators"). `count` is how many are said to be meant; without it all are. Empty if the facts know of fewer than
// that, or of very many.
struct QuestionsOfMembers {
  std::vector<QuestionOfMember> questions;
  std::optional<size_t> count;
};
QuestionsOfMembers AskedOfMembers(const Inquiry& inquiry, const Brain& brain);

// "Which of the two wards is larger?": the same question with the names of the two in the place of the noun, "which is
// larger, Ada or Ben"; empty if it compares no two things that a noun of it stands for.
std::string ComparisonOfMembers(const Inquiry& inquiry, const Brain& brain);

}  // namespace docent
