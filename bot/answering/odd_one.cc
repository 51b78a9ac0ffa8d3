#include "bot/answering/odd_one.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "bot/answering/offered.h"
#include "bot/answering/slot_fit.h"
#include "bot/reading/marks.h"

namespace docent {
namespace {

constexpr size_t kMostMatches = 24;
constexpr size_t kFewest = 2;           // things offered; of two, one is told apart from the other
constexpr double kHeld = 0.7;           // share of a thing's weight that a fact must account for to hold it
constexpr double kMostOfMissing = 0.5;  // and of what it does not hold, at most
constexpr double kLeastCoverage = 0.45;
constexpr double kHeldWhole = 0.9;  // or, where one is to be chosen, a share that is ahead of all others
constexpr double kAhead = 0.2;

// What the question asks, and the things it offers to choose from.
struct Offer {
  WordSpan asks;
  std::vector<WordSpan> things;
  bool is_of_things = false;  // "which of A and B": nothing but a choice
};

std::optional<size_t> FindColon(const MarkedQuestion& marked) {
  for (size_t i = 1; i < marked.words.size(); ++i) {
    if (IsAfterColon(marked, i)) return i;
  }
  return std::nullopt;
}

// The things between commas, "or" and "and".
std::vector<WordSpan> ThingsIn(const MarkedQuestion& marked, WordSpan span, const RuleSet& rules) {
  std::vector<WordSpan> things;
  size_t begin = span.begin;
  const auto close = [&](size_t end) {
    if (end > begin) things.push_back({begin, end});
  };
  for (size_t i = span.begin; i < span.end; ++i) {
    const bool joins = HoldsMark(marked, {i, i + 1}, "joins things", rules);
    if (!joins && (i == span.begin || !marked.words[i].after_break)) continue;
    close(i);
    begin = joins ? i + 1 : i;
  }
  close(span.end);
  return things;
}

// "Which is none of these: A, B or C", "A, B and C: which of them ...".
std::optional<Offer> OfferAtColon(const MarkedQuestion& marked, const RuleSet& rules) {
  const std::optional<size_t> colon = FindColon(marked);
  if (!colon) return std::nullopt;
  const WordSpan before = {0, *colon};
  const WordSpan after = {*colon, marked.words.size()};
  const bool asks_first = HoldsMark(marked, before, "question word", rules);
  if (asks_first == HoldsMark(marked, after, "question word", rules)) return std::nullopt;
  return Offer{asks_first ? before : after, ThingsIn(marked, asks_first ? after : before, rules)};
}

// "Of A, B and C, which is not ...".
std::optional<Offer> OfferAhead(const MarkedQuestion& marked, const RuleSet& rules) {
  if (!HoldsMark(marked, {0, 1}, "begins an offer", rules)) return std::nullopt;
  for (size_t i = 1; i < marked.words.size(); ++i) {
    if (!marked.words[i].after_break || !HoldsMark(marked, {i, i + 1}, "question word", rules)) continue;
    return Offer{{i, marked.words.size()}, ThingsIn(marked, {1, i}, rules), true};
  }
  return std::nullopt;
}

// Where the last thing ends: before the verb, or with the name behind the first "and" or "or".
std::optional<size_t> EndOfThings(const MarkedQuestion& marked, size_t begin, const RuleSet& rules) {
  for (size_t i = begin; i < marked.words.size(); ++i) {
    if (HoldsMark(marked, {i, i + 1}, "finite verb", rules)) return i;
  }
  for (size_t i = begin; i < marked.words.size(); ++i) {
    if (!HoldsMark(marked, {i, i + 1}, "joins things", rules)) continue;
    size_t end = i;
    for (const Mention& mention : marked.mentions) {
      if (mention.span.begin == i + 1 && Has(mention, MeaningKind::kEntity)) end = std::max(end, mention.span.end);
    }
    return end > i ? std::optional(end) : std::nullopt;
  }
  return std::nullopt;
}

// "Which of A, B and C is not ...".
std::optional<Offer> OfferBehindWhich(const MarkedQuestion& marked, const RuleSet& rules) {
  const bool asks_of = marked.words.size() > 2 && HoldsMark(marked, {0, 1}, "question word", rules) &&
                       HoldsMark(marked, {1, 2}, "begins an offer", rules);
  const std::optional<size_t> end = asks_of ? EndOfThings(marked, 2, rules) : std::nullopt;
  if (!end) return std::nullopt;
  return Offer{{*end, marked.words.size()}, ThingsIn(marked, {2, *end}, rules), true};
}

// "A, B and C. Which of them is not ...".
std::optional<Offer> OfferInSentenceBefore(const MarkedQuestion& marked, const RuleSet& rules) {
  for (size_t i = 1; i < marked.words.size(); ++i) {
    if (!marked.words[i].starts_sentence || !HoldsMark(marked, {i, i + 1}, "question word", rules)) continue;
    size_t begin = 0;
    for (size_t word = 1; word < i; ++word) {
      if (IsAfterColon(marked, word)) begin = word;
    }
    if (HoldsMark(marked, {begin, i}, "finite verb", rules)) return std::nullopt;  // a statement
    return Offer{{i, marked.words.size()}, ThingsIn(marked, {begin, i}, rules)};
  }
  return std::nullopt;
}

std::optional<Offer> FindOffer(const MarkedQuestion& marked, const RuleSet& rules) {
  for (const auto find : {OfferInSentenceBefore, OfferAtColon, OfferAhead, OfferBehindWhich}) {
    std::optional<Offer> offer = find(marked, rules);
    if (offer && offer->things.size() >= kFewest) return offer;
  }
  return std::nullopt;
}

// The share of the thing's words that the fact accounts for.
double HeldShare(const WordSpan& thing, const std::vector<Unit>& units, const FrameMatch& match) {
  double all = 0;
  double held = 0;
  for (size_t i = 0; i < units.size(); ++i) {
    if (!thing.Holds(units[i].span)) continue;
    all += units[i].weight;
    held += units[i].weight * match.covers[i];
  }
  return all > 0 ? held / all : 0;
}

std::string AsAnswer(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() -= 'a' - 'A';
  return text;
}

// "Big ones", which is nothing that a fact could hold.
bool IsVague(const WordSpan& thing, const std::vector<Unit>& units) {
  return std::none_of(units.begin(), units.end(),
                      [&](const Unit& unit) { return thing.Holds(unit.span) && !unit.is_loose; });
}

// Which thing the fact tells apart from the others, or nothing.
std::optional<WordSpan> ToldApart(const Offer& offer, bool left_out, const std::vector<Unit>& units,
                                  const FrameMatch& match) {
  std::vector<WordSpan> held;
  std::vector<WordSpan> missing;
  std::vector<double> shares;
  for (const WordSpan& thing : offer.things) shares.push_back(HeldShare(thing, units, match));
  const double most = *std::max_element(shares.begin(), shares.end());
  const bool is_ahead = !left_out && most >= kHeldWhole;
  for (size_t i = 0; i < shares.size(); ++i) {
    const bool is_behind = is_ahead && shares[i] <= most - kAhead;
    if (shares[i] >= kHeld && !is_behind) held.push_back(offer.things[i]);
    if (shares[i] <= kMostOfMissing || is_behind) missing.push_back(offer.things[i]);
  }
  if (held.size() + missing.size() != offer.things.size()) return std::nullopt;
  const std::vector<WordSpan>& told = left_out ? missing : held;
  if (told.size() != 1 || held.empty() || (!left_out && IsVague(told.front(), units))) return std::nullopt;
  return told.front();
}

}  // namespace

std::optional<Finding> FindOddOne(const Brain& brain, StoreConnection& store, const Inquiry& inquiry) {
  const RuleSet& rules = brain.rules();
  const std::optional<Offer> offer = FindOffer(inquiry.marked, rules);
  if (!offer) return std::nullopt;
  const bool left_out = HoldsMark(inquiry.marked, offer->asks, "negation", rules) ||
                        HoldsMark(inquiry.marked, offer->asks, "left out", rules);
  // "A, B, C: which layer is that" offers nothing to choose from, and figures are compared elsewhere.
  const WordSpan offered = {offer->things.front().begin, offer->things.back().end};
  const bool is_pair = offer->things.size() == kFewest && HoldsMark(inquiry.marked, offered, "joins things", rules);
  const bool chooses = is_pair || offer->is_of_things || HoldsMark(inquiry.marked, offer->asks, "pronoun many", rules);
  const bool asks_which = !HoldsFiguresAgainstEachOther(inquiry.form.asked.act) && !IsFigure(inquiry.form.asked.kind);
  if (!left_out && (!chooses || !asks_which)) return std::nullopt;
  std::vector<Unit> asked;  // what the things must be
  std::vector<Unit> units = WithEachOffered(inquiry.units);
  for (Unit& unit : units) {
    const bool is_offered = !offer->asks.Holds(unit.span);
    if (is_offered) unit.is_constraint = false;
    if (!is_offered && !HoldsMark(inquiry.marked, unit.span, "left out", rules)) asked.push_back(unit);
  }
  Asked open = inquiry.form.asked;
  open.act = Act::kLookUp;
  open.kind = Kind::kOpen;
  open.negated = false;
  for (const FrameMatch& match : MatchFrames(units, open, brain.knowledge(), brain.frames(), store, kMostMatches)) {
    const FrameMatch fits = MatchFrame(match.fact, asked, open, brain.knowledge(), brain.frames());
    if (!fits.left.empty() || fits.coverage < kLeastCoverage) continue;
    const std::optional<WordSpan> told = ToldApart(*offer, left_out, units, match);
    if (!told) continue;
    Finding finding;
    finding.status = Status::kAnswered;
    finding.facts = {match.fact};
    const std::string text = AsAnswer(TextOf(inquiry.marked, *told));
    finding.lead = text + (inquiry.marked.language == "zh" ? "。" : ".");
    finding.values.push_back({.text = text, .number = {}, .unit = "", .bound = "", .date = "", .entity = ""});
    finding.focus.push_back(brain.knowledge().facts[match.fact].subject);
    return finding;
  }
  return std::nullopt;
}

}  // namespace docent
