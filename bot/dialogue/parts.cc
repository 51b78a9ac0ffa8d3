#include "bot/dialogue/parts.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "bot/dialogue/context.h"
#include "bot/reading/marks.h"

namespace docent {
namespace {

// "It is open. Did she really say so?": the question is about what was said before it.
bool AsksIfSaid(const Brain& brain, const Inquiry& inquiry) {
  return std::any_of(inquiry.marked.mentions.begin(), inquiry.marked.mentions.end(), [&](const Mention& mention) {
    return mention.span.end == inquiry.marked.words.size() && IsMarked(mention, "asks if said", brain.rules());
  });
}

// "Who runs the mill, and how big is it?": each asks for something else.
bool AsksAnewOfIt(const Brain& brain, const std::string& before, const Inquiry& inquiry) {
  const auto asks = [&](const MarkedQuestion& marked) {
    return HoldsQuestionWord(marked, 0, marked.words.size(), brain.vocabulary(), brain.rules());
  };
  return LeaningOf(inquiry, brain).has_pronoun && asks(inquiry.marked) && asks(MarkText(brain.vocabulary(), before));
}

// "Add up A and B. What's the total?": a question without content of its own and that asks for no other kind of
// answer belongs to the one before it. "He says that A is B. Is that right?": a claim, and its check.
std::vector<QuestionPart> JoinRests(const Brain& brain, Spelling spelling, std::vector<QuestionPart> parts) {
  std::vector<QuestionPart> joined;
  for (QuestionPart& part : parts) {
    const bool is_alone = joined.empty() && part.before.empty();
    const Inquiry inquiry = is_alone ? Inquiry() : Inquire(brain, part.question, spelling);
    const Kind kind = inquiry.form.asked.kind;
    const bool is_bare = !is_alone && IsBare(inquiry);
    const bool is_check = !is_alone && !part.before.empty() &&
                          (AsksIfSaid(brain, inquiry) || (is_bare && inquiry.form.asked.act == Act::kVerify));
    const bool is_rest = is_bare && !joined.empty() && part.before.empty() &&
                         (kind == Kind::kOpen || kind == Kind::kNumber) &&
                         !AsksAnewOfIt(brain, joined.back().question, inquiry);
    if (is_check) {
      joined.push_back({"", part.before + part.question, std::move(part.after)});
    } else if (is_rest) {
      joined.back().question += part.question;
      joined.back().after = std::move(part.after);
    } else {
      joined.push_back(std::move(part));
    }
  }
  return joined;
}

}  // namespace

std::vector<QuestionPart> PartsOf(const MarkedQuestion& marked, const Brain& brain, Spelling spelling) {
  return JoinRests(brain, spelling, SplitQuestions(marked, brain.vocabulary(), brain.rules()));
}

bool IsBare(const Inquiry& inquiry) {
  constexpr double kLightest = 0.3;
  return inquiry.form.say.empty() && std::all_of(inquiry.units.begin(), inquiry.units.end(), [&](const Unit& unit) {
           const bool is_asked = inquiry.form.is_form[unit.span.begin];  // "how big is it" asks for a size
           return unit.weight < kLightest && !unit.is_name && !is_asked;
         });
}

bool StandsByItself(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  constexpr std::array<std::string_view, 6> kEnds = {".", "!", ":", " -", "–", "—"};
  return std::any_of(kEnds.begin(), kEnds.end(), [text](std::string_view end) { return text.ends_with(end); });
}

}  // namespace docent
