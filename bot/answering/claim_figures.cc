#include "bot/answering/claim_figures.h"

#include <algorithm>
#include <optional>

#include "bot/answering/cover.h"
#include "bot/answering/interval.h"
#include "bot/answering/standing.h"
#include "bot/reading/marks.h"
#include "bot/reading/term.h"
#include "bot/text/units.h"

namespace docent {
namespace {

constexpr float kCovered = 0.5F;
constexpr double kLeastSum = 1e6;  // what is less may be counted beside a sum of money
constexpr double kTelling = 0.25;  // a thing of less weight may be missed

Quantity WithoutBound(Quantity quantity) {
  quantity.bound = Bound::kExactly;
  return quantity;
}

// Whether a figure that is stated with this bound is just that.
Verdict DecideExactly(Bound stated) {
  if (stated == Bound::kExactly) return Verdict::kTrue;
  const bool is_other = stated == Bound::kMoreThan || stated == Bound::kLessThan || stated == Bound::kNearly;
  return is_other ? Verdict::kFalse : Verdict::kOpen;
}

// Whether a stated date is when something was, or from when on or until when.
enum class Stretch { kNone, kFrom, kUntil };

Stretch StretchIn(const Brain& brain, const MarkedQuestion& text, WordSpan words) {
  if (HoldsMark(text, words, "begins a time", brain.rules())) return Stretch::kFrom;
  return HoldsMark(text, words, "ends a time", brain.rules()) ? Stretch::kUntil : Stretch::kNone;
}

// As the value says it, or the sentence right before its date.
Stretch StretchOf(const Brain& brain, const Fact& fact, const Value& value) {
  const MarkedQuestion own = MarkText(brain.vocabulary(), value.text);
  const Stretch said = StretchIn(brain, own, {0, own.words.size()});
  if (said != Stretch::kNone) return said;
  const MarkedQuestion sentence = MarkText(brain.vocabulary(), fact.Says("en"));
  for (const Mention& mention : sentence.mentions) {
    const size_t begin = mention.span.begin;
    if (begin > 0 && mention.quantity && mention.quantity->kind == QuantityKind::kDate &&
        Decide(*value.quantity, *mention.quantity) == Verdict::kTrue)
      return StretchIn(brain, sentence, {begin - 1, begin});
  }
  return Stretch::kNone;
}

// What is so since 2010 was so before 2012 and is after it; what is so until 2027 is so after 2025 and may have been
// before.
Verdict DecideOfStretch(Bound claimed, Verdict of_point, Stretch stretch) {
  const bool is_later = claimed == Bound::kMoreThan;
  if (stretch == Stretch::kNone) return of_point;
  if (of_point == Verdict::kTrue && is_later == (stretch == Stretch::kUntil)) return of_point;
  return Verdict::kOpen;
}

bool IsOfMeasure(const Quantity& claimed) {
  return claimed.kind == QuantityKind::kNumber && !claimed.unit.empty() && IsMeasure(claimed.unit);
}

bool IsOne(const Quantity& claimed) {
  return claimed.kind == QuantityKind::kNumber && claimed.number == 1 && claimed.unit.empty();
}

// `of_its_time`: the claim names the time for which the fact has its figure, so that what it was before is not meant.
// `of_before`: it says that it speaks of what was before.
// `counts`: it counts things, and is no sum of money. `exactly`: neither more nor less.
std::optional<Verdict> JudgeQuantity(const Brain& brain, const Fact& fact, const Quantity& claimed, bool of_its_time,
                                     bool of_before, bool counts, bool exactly) {
  std::optional<Verdict> verdict;
  std::optional<Verdict> before;
  for (const Slot& slot : fact.slots) {
    if (slot.role == Role::kFrom && of_its_time) continue;
    if (slot.role == Role::kAmong) continue;  // how many there are in all, not how many it is said of
    for (const Value& value : slot.values) {
      if (!value.quantity || !AreComparable(claimed, *value.quantity)) continue;
      if (counts && value.quantity->kind == QuantityKind::kMoney) continue;
      if (IsOfMeasure(claimed) && value.quantity->unit.empty()) continue;  // 1,300 visitors are no 300 feet
      if (IsOne(claimed) && IsOfMeasure(*value.quantity)) continue;        // "only one crane" is not one of 15 tonnes
      Verdict decided = Decide(claimed, *value.quantity);
      if (claimed.kind == QuantityKind::kDate && claimed.bound != Bound::kExactly) {
        const Stretch stretch = StretchOf(brain, fact, value);
        // Who says "by 2035" of what is due by 2034 means another term.
        const bool is_term = claimed.bound == Bound::kAtMost && (stretch == Stretch::kFrom || IsToCome(fact));
        decided =
            is_term ? Decide(WithoutBound(claimed), *value.quantity) : DecideOfStretch(claimed.bound, decided, stretch);
      }
      // "Within ten years" is not what "within five" says, nor "at most 60" what "at most 20" does, though bounded by
      // it.
      const bool are_terms = claimed.bound == Bound::kAtMost && claimed.kind != QuantityKind::kDate &&
                             (slot.role == Role::kWithin || value.quantity->bound == Bound::kAtMost);
      if (are_terms && decided == Verdict::kTrue && !Agrees(WithoutBound(claimed), WithoutBound(*value.quantity)))
        decided = Verdict::kFalse;
      // The value before ("up from 14") refutes nothing.
      if (slot.role == Role::kFrom) {
        if (decided == Verdict::kTrue) before = decided;
        continue;
      }
      if (decided == Verdict::kTrue && exactly) decided = DecideExactly(value.quantity->bound);
      if (decided == Verdict::kTrue) return decided;
      if (!verdict || decided == Verdict::kFalse) verdict = decided;
    }
  }
  // "Has it 14 of them" asks for what it has now.
  return before && (of_before || !verdict) ? before : verdict;
}

// Whether the claim has one figure, and names the time of the fact.
bool IsOfItsTime(const std::vector<Unit>& units, const Fact& fact) {
  const Slot* when = fact.Find(Role::kWhen);
  if (when == nullptr || !when->values.front().quantity) return false;
  size_t figures = 0;
  bool names_time = false;
  for (const Unit& unit : units) {
    if (!unit.quantity) continue;
    if (unit.quantity->kind != QuantityKind::kDate) {
      ++figures;
    } else {
      names_time = names_time || Agrees(*unit.quantity, *when->values.front().quantity);
    }
  }
  return names_time && figures == 1;
}

// Whether one of the claim's figures is the fact's own, so that what else the sentence counts may be the others.
bool NamesItsFigure(const std::vector<Unit>& units, const Fact& fact) {
  const Slot* value = fact.Find(Role::kValue);
  if (value == nullptr || !value->values.front().quantity) return false;
  const Quantity& own = *value->values.front().quantity;
  return std::any_of(units.begin(), units.end(), [&](const Unit& unit) {
    return unit.quantity && AreComparable(*unit.quantity, own) && Decide(*unit.quantity, own) == Verdict::kTrue;
  });
}

bool IsCount(const Slot* slot) {
  return slot != nullptr && slot->values.front().quantity &&
         slot->values.front().quantity->kind == QuantityKind::kNumber;
}

bool HoldsNumber(const Fact& fact, const Quantity& claimed) {
  return std::any_of(fact.slots.begin(), fact.slots.end(), [&](const Slot& slot) {
    return slot.role != Role::kAmong && std::any_of(slot.values.begin(), slot.values.end(), [&](const Value& value) {
             return value.quantity && Agrees(claimed, *value.quantity);
           });
  });
}

// Whether as many values stand only where the fact tells of places, times or speakers: a thing in two places, a town
// and its county, has not two of anything.
bool AreBeside(const Fact& fact, const Quantity& claimed) {
  return std::all_of(fact.slots.begin(), fact.slots.end(), [&](const Slot& slot) {
    const Role role = slot.role;
    return static_cast<double>(slot.values.size()) != claimed.number || role == Role::kWhere || role == Role::kWhen ||
           role == Role::kBy || role == Role::kTold;
  });
}

// Whether a figure of the sentence bears the claimed one out.
bool StandsIn(const MarkedQuestion& sentence, const Quantity& claimed) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const Mention& mention) {
    return mention.quantity && AreComparable(claimed, *mention.quantity) &&
           Decide(claimed, *mention.quantity) == Verdict::kTrue;
  });
}

// "33,000 donors": a noun stands right behind the number.
bool CountsNext(const std::vector<Unit>& units, const Quantity& claimed, size_t figure) {
  if (claimed.kind != QuantityKind::kNumber || figure + 1 >= units.size()) return false;
  const Unit& next = units[figure + 1];
  return !next.quantity && !next.is_name && !next.is_loose && next.span.begin == units[figure].span.end;
}

}  // namespace

ClaimFigures::ClaimFigures(const Brain& brain, const std::vector<Unit>& units, const Asked& asked,
                           const FrameMatch& match)
    : brain_(brain),
      units_(units),
      asked_(asked),
      match_(match),
      fact_(brain.knowledge().facts[match.fact]),
      of_its_time_(IsOfItsTime(units, fact_)),
      names_figure_(NamesItsFigure(units, fact_)) {
  double missed = 0;  // of the things that the claim speaks of
  for (size_t i = 0; i < units.size(); ++i) {
    const Unit& unit = units[i];
    holds_one_ = holds_one_ || (unit.quantity && HoldsNumber(fact_, *unit.quantity));
    const bool is_thing = !unit.quantity && !unit.is_loose && !unit.is_name && !unit.from_context;
    if (is_thing && match.covers[i] < kCovered) missed += unit.weight;
  }
  misses_things_ = missed > kTelling;
}

FigureFit ClaimFigures::FitOf(size_t at) const {
  const std::optional<Quantity>& figure = units_[at].quantity;
  if (!figure) return FigureFit::kByWords;
  const Quantity& claimed = *figure;
  const bool is_covered = match_.covers[at] >= kCovered;
  const std::optional<Verdict> verdict =
      JudgeQuantity(brain_, fact_, claimed, of_its_time_, asked_.before || asked_.ever || names_figure_,
                    CountsNext(units_, claimed, at), asked_.exact);
  if (!verdict) {
    const bool is_rank = claimed.kind == QuantityKind::kOrdinal;  // "first", also among other words
    if (HoldsSoMany(fact_, claimed) && !AreBeside(fact_, claimed) && !CountsOneOfThem(claimed, at))
      return FigureFit::kHolds;
    const bool is_month = claimed.date.month != 0 && claimed.date.day == 0 && claimed.date.year == 0;
    const bool is_said = !is_covered || is_month || StandsInSentence(claimed);
    return is_rank || is_said ? FigureFit::kByWords : FigureFit::kUnsaid;
  }
  if (*verdict == Verdict::kFalse) {
    const bool is_bounded_date = claimed.kind == QuantityKind::kDate && claimed.bound != Bound::kExactly;
    // "Four bridges" is borne out by words where the fact's own figure is the sum to be spent on them; "ten" is not by
    // "ten million".
    const bool is_beside = claimed.kind == QuantityKind::kNumber && is_covered && !IsCount(fact_.Find(Role::kValue)) &&
                           (claimed.number < kLeastSum || StandsInSentence(claimed)) && !IsPartOfAnother(claimed);
    if (is_beside || (names_figure_ && !asked_.exact && !is_bounded_date && StandsInSentence(claimed)))
      return FigureFit::kHolds;
    return CountsAnother(claimed, at) ? FigureFit::kOpen : FigureFit::kContradicted;
  }
  // "Fewer than 200 people" is not true because something else is four.
  const bool is_of_another = !HoldsNumber(fact_, claimed) && misses_things_;
  return *verdict == Verdict::kOpen || is_of_another ? FigureFit::kOpen : FigureFit::kHolds;
}

bool ClaimFigures::StandsInSentence(const Quantity& claimed) const {
  return StandsIn(MarkText(brain_.vocabulary(), fact_.Says("en")), claimed);
}

// Whether its word is in the fact's sentence only as a word of a larger figure.
bool ClaimFigures::IsPartOfAnother(const Quantity& claimed) const {
  const std::vector<Word> words = SplitWords(claimed.text);
  if (words.size() != 1) return false;
  const MarkedQuestion sentence = MarkText(brain_.vocabulary(), fact_.Says("en"));
  if (StandsIn(sentence, claimed)) return false;
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const Mention& mention) {
    if (!mention.quantity || mention.span.size() < 2) return false;
    for (size_t word = mention.span.begin; word < mention.span.end; ++word) {
      if (sentence.words[word].text == words.front().text) return true;
    }
    return false;
  });
}

// Whether what the claim counts stands elsewhere in the fact than where its figure does: "350 bakers" is not
// refuted by four shops, one of them a baker's.
bool ClaimFigures::CountsAnother(const Quantity& claimed, size_t at) const {
  if (claimed.kind != QuantityKind::kNumber) return false;
  const Unit& counted = at + 1 < units_.size() ? units_[at + 1] : units_[at];
  if (counted.quantity || counted.is_name || counted.is_loose || counted.span.begin > units_[at].span.end + 1)
    return false;
  constexpr uint32_t kOfValue = kInPredicate | kInFurtherWords | uint32_t{2};
  return match_.covers[at + 1] >= kCovered && (match_.places[at + 1] & kOfValue) == 0;
}

// Whether what the claim counts is one or some of as many values: "three porters" of "cooks; clerks; porters".
bool ClaimFigures::CountsOneOfThem(const Quantity& claimed, size_t at) const {
  if (at + 1 >= units_.size() || units_[at + 1].span.begin > units_[at].span.end + 1) return false;
  const auto holds = [&](const Value& value) {
    std::vector<TermKey> terms;
    const std::vector<Word> words = SplitWords(value.text);
    AppendWordTerms(words, {0, words.size()}, terms);
    return std::any_of(units_[at + 1].terms.begin(), units_[at + 1].terms.end(), [&](const UnitTerm& term) {
      return std::find(terms.begin(), terms.end(), term.key) != terms.end();
    });
  };
  return std::any_of(fact_.slots.begin(), fact_.slots.end(), [&](const Slot& slot) {
    if (static_cast<double>(slot.values.size()) != claimed.number) return false;
    const auto held = std::count_if(slot.values.begin(), slot.values.end(), holds);
    return held > 0 && held < static_cast<std::ptrdiff_t>(slot.values.size());
  });
}

}  // namespace docent
