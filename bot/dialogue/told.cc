#include "bot/dialogue/told.h"

#include <algorithm>
#include <string_view>

#include "bot/reading/marks.h"

namespace docent {
namespace {

constexpr double kMostThings = 20;  // that people speak of as "the other eleven"

// "Two", "three": neither a year nor a measure.
std::optional<double> CountOf(const Mention& mention) {
  if (!mention.quantity || mention.quantity->kind != QuantityKind::kNumber) return std::nullopt;
  const double number = mention.quantity->number;
  return number >= 1 && number <= kMostThings ? std::optional(number) : std::nullopt;
}

bool SaysNothing(const Mention& mention) {
  return Has(mention, MeaningKind::kFunction) || Has(mention, MeaningKind::kFiller) || CountOf(mention).has_value();
}

// The words that are marked as `mark`, if beside them nothing but grammar and a number is said.
std::string SaidAlone(const Inquiry& inquiry, std::string_view mark, const Brain& brain) {
  const MarkedQuestion& marked = inquiry.marked;
  std::string said;
  size_t covered = 0;
  for (const Mention& mention : marked.mentions) {
    covered += mention.span.end - mention.span.begin;
    if (IsMarked(mention, mark, brain.rules())) {
      said = TextOf(marked, mention.span);
    } else if (!SaysNothing(mention)) {
      return {};
    }
  }
  return covered == marked.words.size() ? said : std::string();
}

// The one fact of the last answer, if it lists more things than the number that is said.
std::optional<FactId> FactOfOthers(const Inquiry& inquiry, const Conversation& conversation, const Brain& brain) {
  if (conversation.turns().empty() || conversation.turns().back().facts.size() != 1) return std::nullopt;
  double others = 1;
  for (const Mention& mention : inquiry.marked.mentions) others = CountOf(mention).value_or(others);
  const FactId fact = brain.names().FactNamed(conversation.turns().back().facts.front());
  if (fact == kNone) return std::nullopt;
  const std::vector<Slot>& slots = brain.knowledge().facts[fact].slots;
  const bool lists_more = std::any_of(
      slots.begin(), slots.end(), [&](const Slot& slot) { return static_cast<double>(slot.values.size()) > others; });
  return lists_more ? std::optional(fact) : std::nullopt;
}

}  // namespace

std::optional<Inquiry> DifferenceOf(const Inquiry& inquiry, const Conversation& conversation, const Brain& brain) {
  constexpr std::string_view kMark = "asks a difference";
  const bool asks = HoldsMark(inquiry.marked, {0, inquiry.marked.words.size()}, kMark, brain.rules());
  const bool says_more = std::any_of(inquiry.units.begin(), inquiry.units.end(), [&](const Unit& unit) {
    return !unit.from_context && !HoldsMark(inquiry.marked, unit.span, kMark, brain.rules());
  });
  if (!asks || says_more || conversation.turns().empty()) return std::nullopt;
  Inquiry compared = Inquire(brain, conversation.turns().back().asked, conversation.turns().back().spelling);
  if (compared.form.asked.act != Act::kCompare) return std::nullopt;
  compared.form.asked.kind = Kind::kNumber;
  compared.reading.candidates.clear();  // rules that tell which is more tell no difference
  return compared;
}

std::string TotalAskedFor(const Inquiry& inquiry, const Brain& brain) {
  return SaidAlone(inquiry, "asks a total", brain);
}

std::string OthersAskedFor(const Inquiry& inquiry, const Brain& brain) {
  return SaidAlone(inquiry, "asks the others", brain);
}

std::optional<std::string> WithTotal(const std::string& total, const Conversation& conversation) {
  if (total.empty() || conversation.turns().empty()) return std::nullopt;
  std::string asked = conversation.turns().back().asked;
  while (!asked.empty() && std::string_view("?!. ").find(asked.back()) != std::string_view::npos) asked.pop_back();
  return asked + " " + total;
}

Finding OthersTold(const Inquiry& inquiry, const std::string& others, const Conversation& conversation,
                   const Brain& brain) {
  Finding finding;
  const std::optional<FactId> fact = FactOfOthers(inquiry, conversation, brain);
  if (!others.empty() && fact) {
    finding.status = Status::kAnswered;
    finding.facts = {*fact};
  } else {
    finding.status = Status::kClarify;
    finding.saying = "whom";
    finding.left = {others};
  }
  return finding;
}

}  // namespace docent
