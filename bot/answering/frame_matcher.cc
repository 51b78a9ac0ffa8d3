#include "bot/answering/frame_matcher.h"

#include <algorithm>
#include <optional>

#include "bot/answering/denied.h"
#include "bot/answering/excluded.h"
#include "bot/answering/given.h"
#include "bot/answering/name_run.h"
#include "bot/answering/slot_fit.h"
#include "bot/answering/standing.h"
#include "bot/text/scales.h"
#include "bot/text/units.h"

namespace docent {
namespace {

constexpr float kCovered = 0.5F;
constexpr float kCoveredPronoun = 0.78F;  // what was spoken of a turn before is meant no more
constexpr float kCoveredCount = 0.7F;     // what is counted is what was asked for, not something near it
constexpr float kCoveredDeed = 0.65F;     // "who heads it" is not answered by who has the lead in something
constexpr float kHintedShare = 0.6F;      // what is near to a further word of the author: under kCovered
constexpr float kNearShare = 0.6F;        // of a word near to what an attribute is called, which is not the fact's
constexpr float kCoveredByOpposite = 0.85F;
constexpr float kCoveredByKind = 0.95F;
constexpr float kEvident = 0.6F;
constexpr float kOfItself = 0.75F;  // of a name that the fact holds, and not only within another
constexpr double kShareBesideGiven = 0.3;
constexpr double kLooseShare = 0.3;  // of a missed verb or adjective that is taken for a way of speaking
constexpr double kTelling = 0.25;    // a word of less weight stands in too many facts to tell them apart
constexpr double kSureFit = 0.85;
constexpr double kFitOfBodyForPlace = 0.85;  // as a body where a person is asked for
constexpr double kFitBesideExcluded = 0.95;

// What a match is worth beside its coverage. Found by trying them on the content tests; small, so that they only
// decide between facts that account for nearly the same words.
constexpr double kFitWorth = 0.12;
constexpr double kPredicateWorth = 0.06;
constexpr uint32_t kInSubject = 1;        // the first slot
constexpr double kLeastOfOpposing = 0.2;  // weight, of a verb in what is no claim
constexpr double kSubjectWorth = 0.05;
constexpr double kContextWorth = 0.30;
constexpr double kContextWorthByPronoun = 0.10;  // the pronoun says who is meant; the rest is another question
constexpr double kExplainedWorth = 0.08;
constexpr double kEarlierWorth = 0.15;
constexpr double kToldCost = 0.1;             // of a fact that answered the question before in the same message
constexpr double kToComeWorth = 0.08;         // of what is planned, where a time to come is asked for
constexpr double kWhenItIsWorth = 0.06;       // of the date that a thing has, where nothing else is asked of it
constexpr double kListWorth = 0.1;            // of several values, where all are asked for
constexpr double kHoldsExcludedWorth = 0.15;  // "who besides the mill": asks of a fact that names the mill too
constexpr double kOfWholeCost = 0.1;          // of a fact about the whole where one of its parts is asked about
constexpr double kOfAnotherTopicCost = 0.35;  // "Tell me about Aurora." "How many cabins?"
constexpr double kLeftConstraintCost = 0.35;

// Where in the fact a word with the opposite meaning stands, beside its sentence; 0: nowhere. The words by which its
// author expects it to be asked for may be those of another question: they contradict claims, and why something should
// be so.
uint32_t PlacesOfOpposite(const Unit& unit, const Asked& asked, const HeldTerms& terms) {
  uint32_t places = 0;
  for (const TermKey key : unit.opposites) {
    const std::optional<FrameTerm> term = terms.Find(key);
    if (term) places |= term->places & ~kInSentence;
  }
  const bool is_contradicted = asked.act == Act::kVerify || asked.kind == Kind::kReason;
  return places == kInFurtherWords && !is_contradicted ? 0 : places;
}

// How much of what the fact is about (its subject and attribute) the question mentions.
double ExplainedShare(FactId id, const std::vector<Unit>& units, const FrameIndex& index, const HeldTerms& terms) {
  double explained = 0;
  for (const FrameTerm& term : terms.held()) {
    if (!IsOfTopic(term)) continue;
    const bool is_named = std::any_of(units.begin(), units.end(), [&](const Unit& unit) {
      return std::any_of(unit.terms.begin(), unit.terms.end(),
                         [&](const UnitTerm& own) { return own.key == term.key; });
    });
    if (is_named) explained += index.Weight(index.FactsWith(term.key));
  }
  const double all = index.WeightOfTopic(id);
  return all > 0 ? explained / all : 0;
}

// Whether the fact speaks of another thing of the type that the name is of: what is said of one brewer is not said of
// the other, though nearly every fact speaks of both.
bool IsOfAnother(FactId id, const Unit& unit, const Knowledge& knowledge, const FrameIndex& index) {
  const auto is_like = [&](EntityId named, EntityId held) {
    const Entity& other = knowledge.entities[held];
    return named != held && !other.types.empty() && knowledge.entities[named].types == other.types;
  };
  for (const UnitTerm& named : unit.terms) {
    if (SortOf(named.key) != TermSort::kEntity) continue;
    for (const FrameTerm held : index.TermsOf(id)) {
      const bool is_entity = SortOf(held.key) == TermSort::kEntity;
      if (is_entity &&
          is_like(static_cast<EntityId>(named.key & 0xFFFFFFFF), static_cast<EntityId>(held.key & 0xFFFFFFFF)))
        return true;
    }
  }
  return false;
}

// The slots that say what the fact is about. An event is about what happened to whom: "when did the shop open" is asked
// of the opening.
uint32_t PlacesOfTopic(const Fact& fact, const Asked& asked) {
  uint32_t topic = 1;
  if (asked.kind != Kind::kDate || !fact.is_event) return topic;
  for (size_t i = 0; i < fact.slots.size() && i < kMaxSlots; ++i) {
    if (fact.slots[i].role == Role::kWhat || fact.slots[i].role == Role::kWho) topic |= uint32_t{1} << i;
  }
  return topic;
}

// Whether the unit is what attributes are called, of which the fact's is none.
bool IsCalledOtherwise(const Unit& unit, const Fact& fact) {
  bool means_any = false;
  for (const UnitTerm& term : unit.terms) {
    if (SortOf(term.key) != TermSort::kAttribute) continue;
    if (term.key == KeyOf(TermSort::kAttribute, fact.attribute)) return false;
    means_any = true;
  }
  return means_any;
}

}  // namespace

FrameMatcher::FrameMatcher(const std::vector<Unit>& units, const Asked& asked, const Knowledge& knowledge,
                           const FrameIndex& index)
    : units_(units),
      asked_(asked),
      knowledge_(knowledge),
      index_(index),
      sets_aside_(ExcludesAny(units)),
      terms_(units, index) {}

FrameMatch FrameMatcher::Match(FactId id) {
  fact_ = &knowledge_.facts[id];
  terms_.Turn(id);
  match_ = {};
  match_.fact = id;
  match_.covers.reserve(units_.size());
  match_.places.reserve(units_.size());
  match_.terms.reserve(units_.size());
  sums_ = {};
  topic_ = PlacesOfTopic(*fact_, asked_);
  ChooseSlot();
  for (size_t i = 0; i < units_.size(); ++i) AddUnit(i);
  for (const size_t left : LeftOfNameRuns(units_, match_.covers, terms_)) {
    if (std::find(match_.left.begin(), match_.left.end(), left) == match_.left.end()) match_.left.push_back(left);
  }
  ReadDenied(units_, asked_, index_, match_);
  Score();
  return std::move(match_);
}

// "Where did she come from", of one whose former club answers to "come from": a body is where a person was.
bool FrameMatcher::IsWhereOneWas(const Slot& slot) const {
  const bool is_of_person = fact_->subject != kNone && knowledge_.KindOf(fact_->subject) == Kind::kPerson;
  if (slot.role != Role::kValue || fact_->attribute == kNone || !is_of_person) return false;
  const bool holds_body = std::any_of(slot.values.begin(), slot.values.end(), [&](const Value& value) {
    return value.entity != kNone && knowledge_.KindOf(value.entity) == Kind::kBody;
  });
  const TermKey attribute = KeyOf(TermSort::kAttribute, fact_->attribute);
  return holds_body && std::any_of(units_.begin(), units_.end(), [&](const Unit& unit) {
           return std::any_of(unit.terms.begin(), unit.terms.end(),
                              [&](const UnitTerm& term) { return term.key == attribute; });
         });
}

void FrameMatcher::ChooseSlot() {
  double given = 0;  // how well a slot fits that the question itself holds
  for (size_t i = 0; i < fact_->slots.size() && i < kMaxSlots; ++i) {
    double fit = SlotFit(knowledge_, index_, match_.fact, i, asked_);
    if (fit == 0 && asked_.kind == Kind::kPlace && IsWhereOneWas(fact_->slots[i])) fit = kFitOfBodyForPlace;
    if (fit > match_.fit && asked_.act == Act::kLookUp &&
        IsGiven(*fact_, match_.fact, i, units_, asked_, index_, terms_)) {
      given = std::max(given, fit);
      fit = 0;
    }
    if (sets_aside_) fit = FitBesideExcluded(i, fit);
    if (fit <= match_.fit) continue;
    match_.fit = fit;
    match_.slot = i;
  }
  // "Who was director before Voss" is not answered by Voss, nor by what else her fact holds. Who sold a player may be a
  // club.
  const bool acts = match_.slot != FrameMatch::kNoSlot && fact_->is_event && !asked_.ever &&
                    (fact_->slots[match_.slot].role == Role::kWho || fact_->slots[match_.slot].role == Role::kWhom);
  if (asked_.kind == Kind::kPerson && (given >= 1 || (given > 0 && asked_.ever)) && match_.fit < 1 && !acts)
    match_.fit *= kShareBesideGiven;
}

// A word of that name is then no word against another.
bool FrameMatcher::IsSubjectNamed() const {
  const TermKey subject = KeyOf(TermSort::kEntity, fact_->subject);
  return fact_->subject != kNone && std::any_of(units_.begin(), units_.end(), [&](const Unit& unit) {
           return unit.is_name && !unit.from_context &&
                  std::any_of(unit.terms.begin(), unit.terms.end(),
                              [&](const UnitTerm& term) { return term.key == subject && term.quality >= 0.9F; });
         });
}

double FrameMatcher::FitBesideExcluded(size_t slot, double fit) const {
  if (IsExcluded(fact_->subject, units_, index_)) return 0;
  const Few<Value>& values = fact_->slots[slot].values;
  const auto excluded = static_cast<size_t>(std::count_if(
      values.begin(), values.end(), [&](const Value& value) { return IsExcluded(value.entity, units_, index_); }));
  if (excluded == values.size()) return 0;
  // "What are the others besides the mill" is not answered by how many there are.
  if (asked_.kind == Kind::kOpen && values.front().quantity) return 0;
  return excluded > 0 && !IsFigure(asked_.kind) ? std::max(fit, kFitBesideExcluded) : fit;
}

// Whether the figure is in the unit that is asked for, however that is spelt.
bool FrameMatcher::IsInUnit(const Unit& unit) const {
  if (!unit.is_measure || match_.slot >= fact_->slots.size()) return false;
  const auto& figure = fact_->slots[match_.slot].values.front().quantity;
  if (figure && figure->kind == QuantityKind::kMoney) return figure->unit == CurrencyOf(unit.text);
  const std::optional<Scale> asked = ScaleOf(unit.text);
  const std::optional<Scale> own = figure ? ScaleOf(figure->unit) : std::nullopt;
  return asked && own && asked->base == own->base && asked->factor == own->factor;
}

Cover FrameMatcher::CoverAsked(const Unit& unit) const {
  Cover cover = CoverOf(unit, *fact_, terms_);
  // The noun asked for is accounted for by a slot that is of that type or kind.
  // A salary is a sum, but not every sum is a salary.
  const bool is_kind = unit.kind != Kind::kOpen && unit.kind == asked_.kind && asked_.kind != Kind::kCount &&
                       !(unit.is_constraint && IsFigure(asked_.kind)) && (asked_.kind != Kind::kMoney || unit.is_loose);
  const bool is_any = asked_.kind == Kind::kOpen && asked_.types.empty();
  const bool is_of_kind =
      (is_kind || !IsFigure(asked_.kind)) && !((is_any || IsFigure(asked_.kind)) && IsCalledOtherwise(unit, *fact_));
  const bool is_told_by_kind = unit.is_head && match_.fit >= kSureFit && is_of_kind;
  // "What did the new roof cost": the sum of an event is what it cost.
  const bool is_cost = unit.is_any_sum && asked_.kind == Kind::kMoney && match_.fit >= 1 &&
                       fact_->slots[match_.slot].role == Role::kAmount;
  if (is_told_by_kind || is_cost || IsInUnit(unit)) cover.quality = std::max(cover.quality, kCoveredByKind);
  // "How many employees", where those are what an attribute is of: what is near to them in meaning are others.
  const bool is_near = cover.by == Cover::By::kTerm && SortOf(cover.term) == TermSort::kClass;
  if (unit.is_head && IsFigure(asked_.kind) && is_near && IsCalledOtherwise(unit, *fact_)) cover.quality *= kNearShare;
  if (unit.is_deed && cover.quality < kCoveredDeed) cover.quality = 0;
  // "When was it founded" is not answered by a fact that is asked for by a word near to that.
  const bool is_hinted_at = is_near && (cover.places == kInFurtherWords ||
                                        ((cover.places & kInPredicate) == 0 && IsCalledOtherwise(unit, *fact_)));
  if (asked_.kind == Kind::kDate && is_hinted_at && !unit.is_name && !unit.from_context) cover.quality *= kHintedShare;
  return cover;
}

void FrameMatcher::AddUnit(size_t at) {
  const Unit& unit = units_[at];
  if (unit.is_excluded && !unit.from_context) {
    if (CoverOf(unit, *fact_, terms_).quality >= kCovered) match_.score += kHoldsExcludedWorth;
    match_.covers.push_back(1);
    match_.places.push_back(0);
    match_.terms.push_back(0);
    return;
  }
  Cover cover = CoverAsked(unit);
  // "From which ship did the lesson come" is no less answered by what took it there.
  const bool may_oppose =
      asked_.act == Act::kVerify || asked_.kind == Kind::kDate || !unit.is_loose || unit.weight >= kLeastOfOpposing;
  uint32_t opposite = cover.quality < kCovered && may_oppose ? PlacesOfOpposite(unit, asked_, terms_) : 0;
  if (opposite == kInSubject && IsSubjectNamed()) opposite = 0;  // "the new cellar is in an old mine"
  // "Why is it not open" is asked of what is closed.
  const bool is_negated_by_fact = opposite != 0 && asked_.negated && asked_.kind == Kind::kReason;
  if (is_negated_by_fact) cover.quality = kCoveredByOpposite;
  match_.covers.push_back(cover.quality);
  match_.terms.push_back(cover.by == Cover::By::kTerm ? cover.term : 0);
  match_.places.push_back(opposite != 0 ? opposite : cover.places);
  if (unit.from_context) {
    sums_.context_all += unit.weight;
    sums_.context_covered += unit.weight * cover.quality;
    return;
  }
  if (opposite != 0 && !is_negated_by_fact) match_.opposed.push_back(at);
  AddOwnUnit(at, cover);
}

void FrameMatcher::AddOwnUnit(size_t at, const Cover& cover) {
  const Unit& unit = units_[at];
  sums_.all += unit.weight;
  sums_.covered += unit.weight * cover.quality;
  (unit.is_loose ? match_.missed_loosely : match_.missed) += unit.weight * (1 - cover.quality);
  if (!unit.is_absent) sums_.known += unit.weight;
  if (unit.is_unknown) ++match_.unknown;
  const bool is_pronoun = IsPronoun(unit);
  const bool names = unit.is_name || is_pronoun;
  sums_.has_pronoun = sums_.has_pronoun || is_pronoun;
  sums_.asks_anew = sums_.asks_anew || !names;
  if (!names && unit.weight >= kTelling) sums_.said += unit.weight;
  if (!names && cover.quality >= kEvident) match_.evidence += unit.weight * cover.quality;
  sums_.predicate = sums_.predicate || (!unit.is_name && (cover.places & (kInPredicate | kInFurtherWords)) != 0);
  sums_.subject = sums_.subject || (unit.is_name && !unit.is_whole && (cover.places & topic_) != 0);
  sums_.is_of_whole = sums_.is_of_whole || (unit.is_whole && (cover.places & 1U) != 0);
  // "How many talents": a number of something else is no answer.
  const bool is_counted = unit.is_head && IsFigure(asked_.kind);
  const float needed = is_pronoun ? kCoveredPronoun : (is_counted && !unit.is_loose ? kCoveredCount : kCovered);
  if (cover.quality < needed && (unit.is_constraint || is_counted) && !MayBeMissing(unit)) match_.left.push_back(at);
  sums_.is_count_of_head = sums_.is_count_of_head || (is_counted && cover.quality >= needed);
  if (IsOnlyListed(unit, cover)) sums_.listed.push_back(at);
  if (unit.is_name && cover.quality >= kCovered && cover.quality < kOfItself && !IsOfAll(unit)) sums_.nested = at;
  sums_.has_head = sums_.has_head || unit.is_head;
  sums_.says_other = sums_.says_other || (!names && !unit.is_head);
}

// Whether a number is asked for of a thing that is only one of those whose number the fact gives: "three mills: the Old
// Mill, ..." tells nothing of how large the Old Mill is. How many mills there are it does.
bool FrameMatcher::IsOnlyListed(const Unit& unit, const Cover& cover) const {
  if (!unit.is_name || !IsFigure(asked_.kind) || cover.quality < kCovered || match_.slot >= fact_->slots.size())
    return false;
  if (asked_.act != Act::kLookUp && !HoldsFiguresAgainstEachOther(asked_.act)) return false;
  const Few<Value>& figures = fact_->slots[match_.slot].values;
  if (figures.size() != 1 || !figures.front().quantity) return false;
  uint32_t lists = 0;
  for (size_t i = 0; i < fact_->slots.size() && i < kMaxSlots; ++i) {
    const auto named = static_cast<double>(fact_->slots[i].values.size());
    if (named > 1 && named == figures.front().quantity->number) lists |= uint32_t{1} << i;
  }
  constexpr uint32_t kBeside = kInSentence | kInFurtherWords;
  return (cover.places & lists) != 0 && (cover.places & ~(lists | kBeside)) == 0;
}

// Whether nothing is asked but of a name that the fact holds only within another's: the cities of the corridor are not
// told by where the corridor's fund has its seat.
bool FrameMatcher::IsToldByNestedName() const {
  return sums_.nested && sums_.has_head && !sums_.says_other && asked_.act == Act::kLookUp;
}

// What nearly every fact is about need not stand in each; but a figure of one of its parts is not its own.
bool FrameMatcher::MayBeMissing(const Unit& unit) const {
  return IsOfAll(unit) && (!IsFigure(asked_.kind) || asked_.act == Act::kCompare) &&
         !IsOfAnother(match_.fact, unit, knowledge_, index_);
}

// What was told just now is meant again only where the question has little to say of its own; hardly where it asks on
// in the same breath.
double FrameMatcher::WorthOfTurn() const {
  if (std::find(asked_.context.earlier.begin(), asked_.context.earlier.end(), match_.fact) ==
      asked_.context.earlier.end())
    return 0;
  if (asked_.context.is_next && sums_.asks_anew) return -kToldCost;
  return sums_.said < kTelling ? kEarlierWorth : 0;
}

// "How many people does the hall seat", of a hall that has 900 seats: those who are counted are said by what is asked
// of it.
bool FrameMatcher::CountsWhomItIsFor() const {
  if (match_.left.size() != 1 || !sums_.subject || fact_->attribute == kNone) return false;
  const Unit& counted = units_[match_.left.front()];
  if (!counted.is_head || !counted.is_loose || counted.is_constraint) return false;
  return std::find(match_.terms.begin(), match_.terms.end(), KeyOf(TermSort::kAttribute, fact_->attribute)) !=
         match_.terms.end();
}

// "When is the fair", of which many facts tell something of some time: asked for is the day that it has, or the time of
// what happened, if it is an event.
bool FrameMatcher::TellsWhenItIs() const {
  if (asked_.kind != Kind::kDate || sums_.said > 0 || sums_.context_all > 0 || !sums_.subject) return false;
  if (match_.slot >= fact_->slots.size()) return false;
  const Slot& slot = fact_->slots[match_.slot];
  return slot.role == Role::kValue ? slot.kind == Kind::kDate : fact_->is_event && slot.role == Role::kWhen;
}

void FrameMatcher::Score() {
  const Sums& sums = sums_;
  if (TellsWhenItIs()) match_.score += kWhenItIsWorth;
  if (CountsWhomItIsFor()) match_.left.clear();
  if (IsToldByNestedName()) match_.left.push_back(*sums.nested);
  if (!sums.is_count_of_head) match_.left.insert(match_.left.end(), sums.listed.begin(), sums.listed.end());
  match_.coverage = sums.all > 0 ? sums.covered / sums.all : (sums.context_all > 0 ? 1 : 0);
  match_.covered_well = sums.covered > 0
                            ? sums.covered / (sums.covered + match_.missed + kLooseShare * match_.missed_loosely)
                            : match_.coverage;
  if (sums.said > 0) match_.evident = std::min(1.0, match_.evidence / sums.said);
  match_.by_name = sums.said == 0 && sums.all > 0 && !sums.subject && !sums.has_pronoun;
  match_.known = sums.known > 0 ? sums.covered / sums.known : 0;
  match_.context = sums.context_all > 0 ? sums.context_covered / sums.context_all : 0;
  match_.score += WorthOfTurn();
  match_.is_of_another = IsOfAnotherTopic(match_.fact, asked_, knowledge_, index_);
  if (match_.is_of_another) match_.score -= kOfAnotherTopicCost;
  const bool asks_time = asked_.kind == Kind::kDate || asked_.kind == Kind::kSpan || asked_.kind == Kind::kPlace;
  if (asked_.ahead && asks_time && IsToCome(*fact_)) match_.score += kToComeWorth;
  const bool is_list = match_.slot < fact_->slots.size() && fact_->slots[match_.slot].values.size() > 1;
  if (asked_.all && is_list) match_.score += kListWorth;
  if (sums.is_of_whole && !sums.subject) match_.score -= kOfWholeCost;
  match_.score += match_.coverage + kFitWorth * match_.fit + (sums.predicate ? kPredicateWorth : 0) +
                  (sums.subject ? kSubjectWorth : 0) +
                  (asked_.context.by_pronoun ? kContextWorthByPronoun : kContextWorth) * match_.context +
                  kExplainedWorth * ExplainedShare(match_.fact, units_, index_, terms_) -
                  kLeftConstraintCost * static_cast<double>(match_.left.size() + match_.opposed.size());
}

}  // namespace docent
