#include "bot/answering/look_up.h"

#include <algorithm>
#include <optional>
#include <set>

#include "bot/answering/aside.h"
#include "bot/answering/difference_told.h"
#include "bot/answering/echo.h"
#include "bot/answering/excluded.h"
#include "bot/answering/named_sum.h"
#include "bot/answering/offered.h"
#include "bot/answering/other_thing.h"
#include "bot/answering/polarity.h"
#include "bot/answering/quoted.h"
#include "bot/answering/recurrence.h"
#include "bot/answering/slot_fit.h"
#include "bot/answering/standing.h"
#include "bot/answering/total.h"
#include "bot/answering/wording.h"

namespace docent {
namespace {

// Below these a fact is no answer. Chosen on the content tests, where a wrong answer costs more than none.
constexpr double kLeastCoverage = 0.66;
constexpr double kLeastCoverageOfSureKind = 0.60;  // the kind of answer was named and the fact holds just that kind
constexpr double kLeastFit = 0.35;
constexpr double kUnsureFit = 0.65;
constexpr double kLeastCoverageOfUnsureFit = 0.8;  // the slot is not quite of the kind, so the words must agree
constexpr double kNearlyAll = 0.85;
constexpr double kMostlyEvident = 0.6;
constexpr double kLeastCoveredWell = 0.5;
constexpr double kSmallMargin = 0.02;
constexpr double kLeastEvident = 0.25;  // of the words other than names: else only the names are known
constexpr double kLeastKnown = 0.72;
constexpr double kLeastEvidence = 0.45;
constexpr double kLeastCoverageOfStanding = 0.42;
constexpr double kLeastCoverageBesideUnknown = 0.55;
constexpr double kMargin = 0.05;
constexpr float kCoveredAtAll = 0.5F;
constexpr double kSureFit = 0.9;
constexpr double kLeastContext = 0.6;
constexpr double kLeastContextOfPiece = 0.14;
constexpr double kTie = 0.025;
constexpr double kNearTie = 0.14;  // of facts about one thing that account for the same words
constexpr double kNearlyAsGood = 0.1;
constexpr size_t kMostTied = 2;
constexpr size_t kMostInList = 10;

// "Who did not sign" is not answered by who did; but "why is it not running" is by why it stands still, and "when will
// there be no snow" by a fact that says just that. "What was she before" is not answered by what she is.
bool IsDenied(const Brain& brain, const FrameMatch& match, const Asked& asked) {
  const bool asks_of_before = asked.ever && (asked.kind == Kind::kOpen || asked.kind == Kind::kPlace);
  if (asks_of_before && !TellsOfBefore(brain, match.fact)) return true;
  if (!asked.negated || (asked.kind == Kind::kReason && TellsOfHindrance(brain, match.fact))) return false;
  // "Which is not ready yet": what is to be ready some day.
  if (asked.perfect && IsToCome(brain.knowledge().facts[match.fact])) return false;
  return match.coverage < kNearlyAll || !NegatesAlike(brain, asked, match.fact);
}

bool IsAnswer(const Brain& brain, const FrameMatch& match, const Asked& asked) {
  if (asked.context.is_piece && match.context < kLeastContextOfPiece) return false;
  // "How much so far" is not answered by a plan.
  if (IsDenied(brain, match, asked)) return false;
  if (asked.perfect && !asked.negated && IsToCome(brain.knowledge().facts[match.fact])) return false;
  if (match.fit < kUnsureFit && match.coverage < kLeastCoverageOfUnsureFit) return false;
  const bool sure = asked.kind != Kind::kOpen && asked.kind != Kind::kText && match.fit >= 0.9;
  return match.left.empty() && match.opposed.empty() && match.fit >= kLeastFit &&
         (match.evident >= kLeastEvident || match.coverage >= kNearlyAll) &&
         match.coverage >= (sure ? kLeastCoverageOfSureKind : kLeastCoverage);
}

// "Spread over how long?": the question says little but how it asks, and what was spoken of before tells of what.
bool IsTheSameThing(const Brain& brain, const FrameMatch& match, const FrameMatch* next, const std::vector<Unit>& units,
                    const Asked& asked) {
  constexpr double kLight = 0.2;
  if (!match.left.empty() || !match.opposed.empty() || IsDenied(brain, match, asked)) return false;
  if (match.fit < kSureFit || match.context < kLeastContext) return false;
  if (!IsFigure(asked.kind) && asked.kind != Kind::kReason && asked.kind != Kind::kPlace) return false;
  bool is_bare = true;  // but for what the fact speaks of as well: "over what period is the spending spread"
  for (size_t i = 0; i < units.size(); ++i) {
    const bool is_light = (units[i].is_loose || units[i].weight < kLight) && !units[i].is_constraint;
    is_bare = is_bare && (units[i].from_context || is_light || match.covers[i] >= kNearlyAll);
  }
  return is_bare && (next == nullptr || next->fit < kSureFit || next->context < match.context - kMargin);
}

// What is missed are only ways of speaking, and no other fact comes near: "how deep will it dig into its pockets".
bool HoldsAllThings(const FrameMatch& match, const FrameMatch* next, const Asked& asked, double margin) {
  constexpr double kLeastShare = 0.5;
  // Of the words, where the next fact holds no such figure, or leaves a name or a figure over.
  constexpr double kLeastOfSole = 0.3;
  constexpr double kMostMissed = 0.2;  // of things, by their weight
  constexpr double kLeastMargin = 0.03;
  const bool is_sole = IsFigure(asked.kind) && (next == nullptr || next->fit <= 0 || !next->left.empty());
  return match.coverage >= kLeastShare && match.missed < kMostMissed && match.fit >= kSureFit &&
         match.evident >= (is_sole ? kLeastOfSole : 0.5) && match.unknown == 0 && (is_sole || margin >= kLeastMargin);
}

// The words that any fact could account for point to this one alone, and it holds the kind that was asked for: what is
// left over is a way of speaking.
bool StandsOut(const Brain& brain, const FrameMatch& match, const FrameMatch* next, const std::vector<Unit>& units,
               const Asked& asked) {
  if (!match.left.empty() || !match.opposed.empty() || IsDenied(brain, match, asked) || match.unknown > 1) return false;
  if (asked.context.is_piece && match.context < kLeastContextOfPiece) return false;
  // A word that nothing explains may be what the question is about: "what colour has the zeppelin".
  if (match.unknown > 0 && match.coverage < kLeastCoverageBesideUnknown) return false;
  if (TellsOfOtherThing(match, units, asked)) return false;
  if (match.coverage < kLeastCoverage && (AsksOfAbsentThing(match, units) || IsFigureOfAnother(match, units, asked)))
    return false;
  const double margin = next == nullptr ? 1 : match.score - next->score;
  const bool is_figure = IsFigure(asked.kind) || asked.kind == Kind::kReason || asked.kind == Kind::kPerson;
  const bool by_known_words = match.known >= kLeastKnown && match.evidence >= kLeastEvidence &&
                              match.coverage >= kLeastCoverageOfStanding && match.fit >= (is_figure ? 0.85 : 0.6) &&
                              margin >= kMargin;
  const bool by_things = match.evident >= kMostlyEvident && match.covered_well >= kLeastCoveredWell &&
                         match.fit >= 0.6 && match.evidence >= kLeastEvidence && margin >= kSmallMargin;
  return by_known_words || by_things || (!asked.perfect && HoldsAllThings(match, next, asked, margin));
}

// Of "who": a body in place of a person, in a fact that is hardly better than the next one.
bool IsOneOfMany(const FrameMatch& match, const FrameMatch* next, const Asked& asked) {
  if (asked.kind != Kind::kPerson && asked.kind != Kind::kBody) return false;
  const double margin = next == nullptr ? 1 : match.score - next->score;
  return match.fit < 0.9 && margin < 0.1 && match.coverage < kNearlyAll;
}

bool AreOfOneList(const Knowledge& knowledge, FactId one, FactId other) {
  const Fact& first = knowledge.facts[one];
  const Fact& second = knowledge.facts[other];
  return first.attribute != kNone && first.attribute == second.attribute && first.subject == second.subject;
}

// Whether many things are said to have what was asked for, none better than another: the question does not say which is
// meant ("the state with the highest elevation"), and the first two of them are no answer.
bool IsAnyOfMany(const Brain& brain, const std::vector<FrameMatch>& matches, const Asked& asked) {
  constexpr size_t kMany = 4;
  const Fact& best = brain.knowledge().facts[matches.front().fact];
  if (best.attribute == kNone) return false;
  std::set<EntityId> subjects;
  for (const FrameMatch& match : matches) {
    const Fact& fact = brain.knowledge().facts[match.fact];
    const bool is_tied = fact.attribute == best.attribute && match.score >= matches.front().score - kTie;
    if (is_tied && IsAnswer(brain, match, asked)) subjects.insert(fact.subject);
  }
  return subjects.size() >= kMany;
}

// Whether the fact accounts for all words that the best one accounts for.
bool CoversWhatBestDoes(const FrameMatch& match, const FrameMatch& best) {
  for (size_t i = 0; i < best.covers.size(); ++i) {
    if (best.covers[i] >= kCoveredAtAll && match.covers[i] < kCoveredAtAll) return false;
  }
  return true;
}

// Whether the fact is about the same thing as the best one and accounts for all words that that accounts for.
bool AccountsForAllOf(const Knowledge& knowledge, const FrameMatch& match, const FrameMatch& best) {
  return knowledge.facts[match.fact].subject == knowledge.facts[best.fact].subject && CoversWhatBestDoes(match, best);
}

// "Name the huts and how far out they are": whether the fact tells of another thing what the best one tells of its own.
bool IsInRow(const Knowledge& knowledge, const FrameMatch& match, const FrameMatch& best) {
  const Fact& fact = knowledge.facts[match.fact];
  const Fact& first = knowledge.facts[best.fact];
  if (first.attribute == kNone || fact.attribute != first.attribute) return false;
  if (first.subject == kNone || fact.subject == kNone || fact.subject == first.subject) return false;
  return knowledge.entities[fact.subject].types == knowledge.entities[first.subject].types &&
         CoversWhatBestDoes(match, best);
}

// The values of the slot, without those that the question sets aside.
std::vector<AnswerValue> ValuesAskedFor(const Brain& brain, const FrameMatch& match, const std::vector<Unit>& units,
                                        std::string_view language) {
  const Knowledge& knowledge = brain.knowledge();
  std::vector<AnswerValue> values = ValuesOf(knowledge, match.fact, match.slot, language);
  if (match.slot == FrameMatch::kNoSlot) return values;
  std::erase_if(values, [&](const AnswerValue& value) { return IsExcludedByWords(value.text, units); });
  for (const Value& value : knowledge.facts[match.fact].slots[match.slot].values) {
    if (!IsExcluded(value.entity, units, brain.frames())) continue;
    std::erase_if(values,
                  [&](const AnswerValue& asked) { return asked.entity == knowledge.entities[value.entity].name; });
  }
  return values;
}

// Facts that hold what was set aside too are no answer without the values that are left.
std::string LeadBesideExcluded(const std::vector<Unit>& units, const Finding& finding, std::string_view language) {
  if (!ExcludesAny(units) || finding.values.empty()) return finding.lead;
  std::string lead;
  for (const AnswerValue& value : finding.values) lead += (lead.empty() ? "" : "; ") + value.text;
  return lead + (language == "zh" ? "。" : ".");
}

void AddFact(const Brain& brain, const FrameMatch& match, const std::vector<Unit>& units, std::string_view language,
             Finding& finding) {
  const Knowledge& knowledge = brain.knowledge();
  finding.facts.push_back(match.fact);
  std::vector<AnswerValue> values = ValuesAskedFor(brain, match, units, language);
  for (AnswerValue& value : values) {
    const bool is_new = std::none_of(finding.values.begin(), finding.values.end(),
                                     [&](const AnswerValue& known) { return known.text == value.text; });
    if (is_new) finding.values.push_back(std::move(value));
  }
  if (match.slot == FrameMatch::kNoSlot) return;
  for (const Value& value : knowledge.facts[match.fact].slots[match.slot].values) {
    if (value.entity != kNone) finding.focus.push_back(value.entity);
  }
}

// Whether the number that the fact gives is what it is about, and not one that it mentions.
bool StatesNumber(const Knowledge& knowledge, const FrameMatch& match) {
  if (match.slot == FrameMatch::kNoSlot) return false;
  const Slot& slot = knowledge.facts[match.fact].slots[match.slot];
  return slot.role == Role::kValue && slot.values.front().quantity;
}

// "Which has more workers, the mill or the bank" is not answered by how many the mill has.
bool HoldsFigure(const Knowledge& knowledge, const FrameMatch& match) {
  return match.slot != FrameMatch::kNoSlot &&
         knowledge.facts[match.fact].slots[match.slot].values.front().quantity.has_value();
}

// Whether the number is only how many things the fact goes on to name.
bool CountsWhatItNames(const Knowledge& knowledge, const FrameMatch& match, const Asked& asked) {
  return asked.kind == Kind::kNumber && match.slot != FrameMatch::kNoSlot &&
         knowledge.facts[match.fact].slots[match.slot].role == Role::kAmount;
}

Finding LookUpInOrder(const Brain& brain, const std::vector<Unit>& units, const Asked& asked,
                      const std::vector<FrameMatch>& matches, std::string_view language) {
  const Knowledge& knowledge = brain.knowledge();
  Finding finding;
  const auto leave = [&](size_t i) {
    const std::string& text = units[i].text;
    if (std::find(finding.left.begin(), finding.left.end(), text) != finding.left.end()) return;
    finding.left.push_back(text);
    if (IsUnsaid(units, i, matches)) finding.unsaid.push_back(text);
  };
  if (matches.empty()) {
    for (size_t i = 0; i < units.size(); ++i) leave(i);
    return finding;
  }
  const FrameMatch& best = matches.front();
  for (const size_t i : best.left) leave(i);
  for (size_t i = 0; i < units.size(); ++i) {
    if (best.covers[i] < 0.5F && !units[i].from_context && !units[i].is_constraint) leave(i);
  }
  const FrameMatch* next = matches.size() > 1 ? &matches[1] : nullptr;
  const bool is_aside =
      IsAside(brain, units, asked, best) || (asked.of_change && !TellsByHowMuch(brain, units, best)) ||
      (OffersAny(units) && HoldsFigure(knowledge, best) && !HoldsAllOffered(brain.frames(), best.fact, units));
  const bool answers = !is_aside && IsAnswer(brain, best, asked) && !IsOneOfMany(best, next, asked) &&
                       !TellsOfOtherThing(best, units, asked) && !SharesOnlyFigures(best, units, asked);
  const bool is_another = OnlyMentionsCounted(brain, best, units, asked) ||
                          IsOfAnotherPhase(knowledge, best, units, matches) ||
                          MissesHowOften(brain, units, asked, best) || TellsOnlyWho(brain, best, units, asked) ||
                          IsAnySumOf(brain, matches, units, asked);
  if (is_another || (answers && IsAnyOfMany(brain, matches, asked)) ||
      (!answers && (is_aside || (!StandsOut(brain, best, next, units, asked) &&
                                 !IsTheSameThing(brain, best, next, units, asked)))) ||
      OnlyRepeats(brain, units, asked, best)) {
    finding.facts.push_back(best.fact);
    return finding;
  }
  AddFact(brain, best, units, language, finding);
  if (ExcludesAny(units) && finding.values.empty() && best.slot != FrameMatch::kNoSlot) return finding;
  finding.status = Status::kAnswered;
  const bool are_counted = asked.kind == Kind::kCount && finding.values.size() > 1 && !finding.values.front().number;
  if (are_counted) {
    AnswerValue count;
    count.number = static_cast<double>(finding.values.size());
    count.text = std::to_string(finding.values.size());
    finding.lead = count.text + (language == "zh" ? "。" : ".");
    finding.values = {std::move(count)};
  }
  const bool is_list =
      best.slot != FrameMatch::kNoSlot && knowledge.facts[best.fact].slots[best.slot].values.size() > 1;
  const bool asks_several = asked.sort || asked.all || asked.kind == Kind::kList;
  size_t tied = 1;
  for (size_t i = 1; i < matches.size(); ++i) {
    const FrameMatch& match = matches[i];
    if (match.score < best.score - kNearTie || !IsAnswer(brain, match, asked)) continue;
    if (IsAside(brain, units, asked, match)) continue;
    const bool is_in_row = (asks_several || match.score >= best.score - kTie) && IsInRow(knowledge, match, best);
    const bool in_list =
        (is_in_row || AreOfOneList(knowledge, best.fact, match.fact)) && finding.facts.size() < kMostInList;
    const bool as_good = tied < kMostTied && match.fit >= best.fit - 0.1;
    const bool is_near = as_good && asks_several && !is_list && AccountsForAllOf(knowledge, match, best);
    if (match.score < best.score - kTie && !is_near && !is_in_row) continue;
    if (!in_list && !as_good) continue;
    if (!in_list) ++tied;
    AddFact(brain, match, units, language, finding);
  }
  finding.lead = LeadBesideExcluded(units, finding, language);
  finding.focus.push_back(knowledge.facts[best.fact].subject);
  return finding;
}

// "Who is the harbour master": who was it until 2022 is not, where a fact says who has been it since.
// Nothing if that leaves all matches.
std::optional<std::vector<FrameMatch>> WithoutWhatIsOver(const Brain& brain, const std::vector<Unit>& units,
                                                         const Asked& asked, const std::vector<FrameMatch>& matches) {
  const auto is_of_time = [](const Unit& unit) { return unit.quantity && unit.quantity->kind == QuantityKind::kDate; };
  if (matches.empty() || asked.was || asked.ever || std::any_of(units.begin(), units.end(), is_of_time)) return {};
  const Knowledge& knowledge = brain.knowledge();
  const FactId best = matches.front().fact;
  const auto goes_on = [&](const FrameMatch& match) {
    return AreOfOneList(knowledge, best, match.fact) && IsAnswer(brain, match, asked) &&
           !IsOver(brain, knowledge.facts[match.fact]);
  };
  const auto present = std::find_if(matches.begin(), matches.end(), goes_on);
  if (present == matches.end()) return {};
  const FactId now = present->fact;
  const auto is_over = [&](const FrameMatch& match) { return IsSucceeded(brain, match.fact, now); };
  if (std::none_of(matches.begin(), matches.end(), is_over)) return {};
  std::vector<FrameMatch> left = matches;
  std::erase_if(left, is_over);
  return left;
}

}  // namespace

Finding LookUp(const Brain& brain, const std::vector<Unit>& units, const Asked& asked,
               const std::vector<FrameMatch>& matches, std::string_view language) {
  if (const auto left = WithoutWhatIsOver(brain, units, asked, matches))
    return LookUp(brain, units, asked, *left, language);
  if (const auto called = SumsCalledSo(brain, matches, units, asked))
    return LookUp(brain, units, asked, *called, language);
  if (asked.how_often) {
    std::vector<FrameMatch> telling = matches;
    std::erase_if(telling, [&](const FrameMatch& match) { return MissesHowOften(brain, units, asked, match); });
    if (!telling.empty() && telling.size() < matches.size()) return LookUp(brain, units, asked, telling, language);
  }
  if (asked.quotes) {
    Finding quoted = AllInWordsOf(brain, units, matches);
    if (quoted.status == Status::kAnswered) return quoted;
    std::vector<FrameMatch> quotes_first = matches;
    std::stable_partition(quotes_first.begin(), quotes_first.end(), [&](const FrameMatch& match) {
      return match.score >= matches.front().score - kNearlyAsGood && IsInWordsOf(brain, match, units) &&
             IsAnswer(brain, match, asked);
    });
    return LookUpInOrder(brain, units, asked, quotes_first, language);
  }
  if (IsFigure(asked.kind)) {
    const std::optional<FrameMatch> total = TotalOf(brain.knowledge(), matches, kTie);
    if (total && IsAnswer(brain, *total, asked)) return LookUpInOrder(brain, units, asked, {*total}, language);
  }
  // How many there are is stated, or only to be counted from those that a fact happens to name.
  const bool may_be_counted =
      !matches.empty() && (asked.kind == Kind::kCount || CountsWhatItNames(brain.knowledge(), matches.front(), asked));
  if (may_be_counted && !StatesNumber(brain.knowledge(), matches.front())) {
    std::vector<FrameMatch> stated_first = matches;
    std::stable_partition(stated_first.begin(), stated_first.end(), [&](const FrameMatch& match) {
      return match.score >= matches.front().score - kNearlyAsGood && StatesNumber(brain.knowledge(), match) &&
             IsAnswer(brain, match, asked);
    });
    return LookUpInOrder(brain, units, asked, stated_first, language);
  }
  const bool asks_of_before = asked.ever && (asked.kind == Kind::kOpen || asked.kind == Kind::kPerson);
  if (!asks_of_before) return LookUpInOrder(brain, units, asked, matches, language);
  // "What was she before": what she is accounts for the words as well.
  std::vector<FrameMatch> told_first = matches;
  std::stable_partition(told_first.begin(), told_first.end(), [&](const FrameMatch& match) {
    return TellsOfBefore(brain, match.fact) && IsAnswer(brain, match, asked);
  });
  return LookUpInOrder(brain, units, asked, told_first, language);
}

}  // namespace docent
