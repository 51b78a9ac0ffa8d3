#include "bot/answering/inquiry.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <utility>

#include "bot/answering/aside.h"
#include "bot/answering/best_time.h"
#include "bot/answering/contrary.h"
#include "bot/answering/counted_whole.h"
#include "bot/answering/date_bound.h"
#include "bot/answering/describe.h"
#include "bot/answering/echo.h"
#include "bot/answering/evaluate.h"
#include "bot/answering/every.h"
#include "bot/answering/excluded.h"
#include "bot/answering/extreme_reference.h"
#include "bot/answering/figures.h"
#include "bot/answering/filtering.h"
#include "bot/answering/group.h"
#include "bot/answering/look_up.h"
#include "bot/answering/match_text.h"
#include "bot/answering/name_run.h"
#include "bot/answering/nested.h"
#include "bot/answering/odd_one.h"
#include "bot/answering/offered.h"
#include "bot/answering/particles.h"
#include "bot/answering/query_answer.h"
#include "bot/answering/ranking.h"
#include "bot/answering/sharpen.h"
#include "bot/answering/speaker.h"
#include "bot/answering/standing.h"
#include "bot/answering/time_order.h"
#include "bot/answering/told_order.h"
#include "bot/answering/verify.h"
#include "bot/answering/whole.h"
#include "bot/knowledge/kind_fit.h"
#include "bot/reading/marks.h"

namespace docent {
namespace {

constexpr size_t kMostMatches = 24;
constexpr double kMostMissedByStated = 0.3;  // by a stated share, where one of two named things can be worked out

// `detail` is called only if steps are kept: a question that nobody wants explained pays nothing for it.
template <typename Detail>
void Record(std::vector<Step>* steps, std::string_view name, const Detail& detail) {
  if (steps != nullptr) steps->push_back({std::string(name), detail()});
}

// The entity that a description asks for: the only name, or the first of several meanings.
EntityId DescribedEntity(const Inquiry& inquiry) {
  for (const Unit& unit : inquiry.units) {
    if (!unit.is_name) continue;
    for (const UnitTerm& term : unit.terms) {
      if (SortOf(term.key) == TermSort::kEntity) return static_cast<EntityId>(term.key & 0xFFFFFFFF);
    }
  }
  return kNone;
}

Finding AnswerFrom(const Brain& brain, const std::vector<Unit>& units, const Asked& asked,
                   const std::vector<FrameMatch>& matches, std::string_view language) {
  const bool is_claim = asked.act == Act::kVerify || asked.kind == Kind::kFlag;
  Finding finding = is_claim ? Verify(brain, units, asked, matches) : LookUp(brain, units, asked, matches, language);
  if (!matches.empty()) finding.missed = matches.front().missed + matches.front().missed_loosely;
  return finding;
}

// Whether the claim names a thing of the type of what a description in it was taken for: what it says of the one is not
// borne out by the other, be it that "X is the director", who is somebody else.
bool NamesAnotherOfItsType(const Knowledge& knowledge, const std::vector<Unit>& units, EntityId described) {
  const std::vector<TypeId>& types = knowledge.entities[described].types;
  return !types.empty() && std::any_of(units.begin(), units.end(), [&](const Unit& unit) {
    return unit.is_name && std::any_of(unit.terms.begin(), unit.terms.end(), [&](const UnitTerm& term) {
             return SortOf(term.key) == TermSort::kEntity &&
                    knowledge.entities[static_cast<EntityId>(term.key & 0xFFFFFFFF)].types == types;
           });
  });
}

// The question with its descriptions put in the place of names, one after another. What misses more than `most_missed`
// is no better than what was found without.
Finding ResolveNested(const Brain& brain, StoreConnection& store, const Inquiry& inquiry, double most_missed,
                      std::vector<Step>* steps) {
  constexpr size_t kDeepest = 3;
  std::vector<Unit> units = inquiry.units;
  std::vector<FactId> through;
  double missed = 0;
  Finding best;
  for (size_t depth = 0; depth < kDeepest; ++depth) {
    const bool is_claim = inquiry.form.asked.act == Act::kVerify;
    const std::vector<NestedReference> references = ResolveDescriptions(brain, store, inquiry.marked, units, is_claim);
    const bool is_any_near = std::any_of(references.begin(), references.end(), [&](const NestedReference& reference) {
      return missed + reference.missed <= most_missed;
    });
    if (!is_any_near) return {};
    for (const NestedReference& reference : references) {
      // That there is such a thing bears out nothing: all of the claim went into its description.
      if (is_claim && (reference.units.size() < 2 || NamesAnotherOfItsType(brain.knowledge(), units, reference.entity)))
        continue;
      Record(steps, "reference", [&] {
        return "the description is " + brain.knowledge().entities[reference.entity].name + ", which leaves " +
               ToString(reference.units);
      });
      const std::vector<FrameMatch> matches =
          MatchFrames(reference.units, inquiry.form.asked, brain.knowledge(), brain.frames(), store, kMostMatches);
      Finding finding = AnswerFrom(brain, reference.units, inquiry.form.asked, matches, inquiry.marked.language);
      finding.missed += missed + reference.missed;
      // A claim about a thing that was only described is not refuted by what was taken for it.
      const bool is_refuted = finding.saying == "no" || (is_claim && inquiry.form.asked.either);
      if (finding.status != Status::kAnswered || is_refuted) continue;
      if (best.status == Status::kAnswered && best.missed <= finding.missed) continue;
      finding.facts.insert(finding.facts.end(), through.begin(), through.end());
      finding.facts.push_back(reference.fact);
      if (PassesOverPlaceInTime(brain, inquiry, finding.facts)) continue;
      best = std::move(finding);
    }
    if (best.status == Status::kAnswered) return best;
    units = references.front().units;
    missed += references.front().missed;
    through.push_back(references.front().fact);
  }
  return {};
}

// The question with what is described as the first or the most of its type in the place of its description. The fact
// must tell all else that is asked, for what it does not tell may say which of them is meant.
Finding ResolveOfExtreme(const Brain& brain, StoreConnection& store, const Inquiry& inquiry, std::vector<Step>* steps) {
  constexpr double kMostMissed = 0.3;
  if (inquiry.form.asked.act != Act::kLookUp) return {};
  for (const ExtremeReference& reference : ResolveExtremes(brain, store, inquiry)) {
    Record(steps, "reference", [&] {
      return "the description is " + brain.knowledge().entities[reference.entity].name + ", which leaves " +
             ToString(reference.units);
    });
    const std::vector<FrameMatch> matches =
        MatchFrames(reference.units, inquiry.form.asked, brain.knowledge(), brain.frames(), store, kMostMatches);
    Finding finding = AnswerFrom(brain, reference.units, inquiry.form.asked, matches, inquiry.marked.language);
    if (finding.status != Status::kAnswered || finding.missed > kMostMissed) continue;
    AddFacts(reference.facts, finding.facts);
    return finding;
  }
  return {};
}

// "How many stations has the line": a number that a fact states, before the count of those that facts happen to name.
std::optional<Finding> StatedCount(const Brain& brain, StoreConnection& store, const Inquiry& inquiry) {
  constexpr double kNearlyAll = 0.75;
  const std::vector<FrameMatch> matches =
      MatchFrames(inquiry.units, inquiry.form.asked, brain.knowledge(), brain.frames(), store, kMostMatches);
  if (matches.empty() || matches.front().fit < 1 || matches.front().coverage < kNearlyAll) return std::nullopt;
  // "How many teams": the members of a team are no number of teams.
  for (size_t i = 0; i < inquiry.units.size(); ++i) {
    if (inquiry.units[i].is_head && (matches.front().places[i] & kInPredicate) == 0) return std::nullopt;
  }
  Finding finding = AnswerFrom(brain, inquiry.units, inquiry.form.asked, matches, inquiry.marked.language);
  return finding.status == Status::kAnswered ? std::optional(std::move(finding)) : std::nullopt;
}

// "Who is the harbour master": who was it until 2022 is not, where a fact says who has been it since.
void LeaveOutWhatIsOver(const Brain& brain, Findings& found) {
  const std::vector<FoundValue> all = found.values;
  std::erase_if(found.values, [&](const FoundValue& value) {
    const bool is_over = std::any_of(all.begin(), all.end(), [&](const FoundValue& other) {
      return value.facts.size() == 1 && other.facts.size() == 1 &&
             IsSucceeded(brain, value.facts.front(), other.facts.front());
    });
    if (is_over) std::erase(found.facts, value.facts.front());
    return is_over;
  });
}

// "The job of the director": what was found by way of who was it until 2016, or is to be it, where somebody is it.
void LeaveOutWhatIsNotNow(const Brain& brain, Findings& found) {
  const std::vector<Fact>& facts = brain.knowledge().facts;
  const auto is_of_now = [&](FactId id) { return !IsOver(brain, facts[id]) && !IsToCome(facts[id]); };
  const auto has_successor = [&](FactId id) {
    const std::span<const RowId> rows = brain.rows().OfSubject(facts[id].subject, facts[id].attribute);
    return std::any_of(rows.begin(), rows.end(), [&](RowId row) { return is_of_now(brain.rows().At(row).fact); });
  };
  std::erase_if(found.values, [&](const FoundValue& value) {
    return value.facts.size() > 1 && std::any_of(value.facts.begin(), value.facts.end(), [&](FactId id) {
             return facts[id].attribute != kNone && !is_of_now(id) && has_successor(id);
           });
  });
}

// "By whom was it founded" is not told by the year in which it was.
bool MayBeOfKind(const Brain& brain, const Findings& found, Kind kind) {
  if (kind != Kind::kPerson && kind != Kind::kBody) return true;
  return found.values.empty() || std::any_of(found.values.begin(), found.values.end(), [&](const FoundValue& value) {
           return CanBe(value.value, kind, brain.knowledge());
         });
}

// What the first rule finds that covers the question whole and has an answer in the facts. That nothing is known, if
// they say the inverse of it: their words are no answer then either.
std::optional<Finding> ResolveByRules(const Brain& brain, StoreConnection& store, const Inquiry& inquiry,
                                      std::vector<Step>* steps) {
  for (const ReadingCandidate& candidate : inquiry.reading.candidates) {
    if (!candidate.left_over.empty()) continue;
    Findings found = Evaluate(*candidate.query, brain.knowledge(), brain.schema(), brain.rows());
    if (!inquiry.form.asked.was && !inquiry.form.asked.ever) {
      LeaveOutWhatIsOver(brain, found);
      LeaveOutWhatIsNotNow(brain, found);
    }
    Record(steps, "query", [&] {
      return ToString(candidate, inquiry.marked.words, brain.knowledge()) + " -> " + ToString(found, brain.knowledge());
    });
    if (IsSaidInversely(brain, *candidate.query, found)) return Finding();
    if (!inquiry.form.asked.negated) {
      if (auto other = AreTwoThings(brain, *candidate.query, found)) return other;
    }
    if (!MayBeOfKind(brain, found, inquiry.form.asked.kind)) continue;
    Finding finding = AnswerOf(brain, *candidate.query, found, inquiry.marked.language);
    if (finding.status != Status::kAnswered) continue;
    std::optional<Finding> stated;
    // Things of a type are counted as far as facts name them, whatever else the facts have all of.
    if (IsCount(*candidate.query) && (!found.complete || found.facts.empty()))
      stated = StatedCount(brain, store, inquiry);
    return stated ? std::move(stated) : finding;
  }
  return std::nullopt;
}

// By a superlative, a bound or an attribute alone that no rule covers.
Finding ResolveByRanking(const Brain& brain, StoreConnection& store, const Inquiry& inquiry, std::vector<Step>* steps) {
  Finding time = FindBestTime(brain, store, inquiry);
  if (time.status == Status::kAnswered) return time;
  QueryPtr query = ReadRanking(brain, store, inquiry);
  if (query == nullptr) query = ReadTimeOrder(brain, store, inquiry);
  if (query == nullptr) query = ReadFilter(brain, store, inquiry);
  if (query == nullptr) query = ReadEvery(brain, inquiry);
  if (query == nullptr) return {};
  Findings found = Evaluate(*query, brain.knowledge(), brain.schema(), brain.rows());
  if (!inquiry.form.asked.was) LeaveOutWhatIsOver(brain, found);
  Record(steps, "ranking",
         [&] { return ToString(*query, brain.knowledge()) + " -> " + ToString(found, brain.knowledge()); });
  return AnswerOf(brain, *query, found, inquiry.marked.language);
}

// A message of nothing but fillers is answered by the saying of the last one's group: "ok, thanks, bye" says goodbye.
// "Ok, and what was it before" asks.
std::string SayingForFillers(const Brain& brain, const MarkedQuestion& marked) {
  if (HoldsMark(marked, {0, marked.words.size()}, "question word", brain.rules())) return {};
  std::string saying;
  for (const Mention& mention : marked.mentions) {
    for (const Meaning& meaning : mention.meanings) {
      if (meaning.kind != MeaningKind::kFiller) continue;
      const std::string& group = brain.language().filler_groups[meaning.id];
      if (brain.language().sayings.contains(group)) saying = group;
    }
  }
  return saying;
}

// "Which of these is not one of them: A or B" offers as well, but is decided by which of them a fact holds.
bool MayOffer(const Asked& asked) {
  const bool asks_openly = asked.act == Act::kLookUp && (asked.kind == Kind::kOpen || asked.kind == Kind::kPlace);
  return !asked.negated && (asks_openly || asked.act == Act::kVerify);
}

// Reads the question by its form number `index`; without one, as keywords.
void TakeForm(const Brain& brain, size_t index, Inquiry& inquiry) {
  const std::vector<RuleMatch>& forms = inquiry.reading.forms;
  inquiry.form_index = index;
  inquiry.form = index >= forms.size() ? KeywordForm(inquiry.marked, brain.rules())
                                       : ReadForm(forms[index], inquiry.reading.form_row.tokens, inquiry.marked,
                                                  brain.knowledge(), brain.language(), brain.rules());
  inquiry.units = UnitsOf(inquiry.marked, inquiry.form.is_form, inquiry.form.asked.act, brain.knowledge(),
                          brain.language(), brain.rules(), brain.frames());
  MarkCountsOfAll(brain, inquiry.marked, inquiry.units);
  if (inquiry.form.asked.act == Act::kVerify)
    BoundDates(inquiry.marked, brain.rules(), inquiry.form.asked, inquiry.units);
  MarkNameRuns(inquiry.marked, brain.vocabulary(), inquiry.units);
  JoinParticles(brain, inquiry.marked, inquiry.units);
  if (inquiry.units.empty() && inquiry.form.say.empty()) inquiry.form.say = SayingForFillers(brain, inquiry.marked);
  LetPartsStandForWholes(inquiry.marked, brain.knowledge(), brain.rules(), brain.frames(), inquiry.units);
  SetSpeakerAside(inquiry.marked, brain.rules(), brain.frames(), inquiry.units);
  SharpenForm(brain, inquiry.marked, inquiry.form, inquiry.units);
  if (MayOffer(inquiry.form.asked)) JoinOffered(brain, inquiry.marked, inquiry.units);
  if (inquiry.form.asked.act == Act::kLookUp && inquiry.form.asked.kind != Kind::kFlag)
    MarkExcluded(inquiry.marked, brain.language(), brain.rules(), inquiry.form, inquiry.units);
}

// "By how many did it grow", and not "how many do they grow".
bool SaysByHowMuch(const Brain& brain, const Inquiry& inquiry) {
  for (size_t i = 0; i < inquiry.marked.words.size(); ++i) {
    const bool is_form = inquiry.form.is_form[i];
    if (is_form && HoldsMark(inquiry.marked, {i, i + 1}, "says by how much", brain.rules())) return true;
  }
  return false;
}

// The question by its next form that compares and adds up nothing, with what it took from the conversation.
Inquiry InNextForm(const Brain& brain, const Inquiry& inquiry) {
  Inquiry next = inquiry;
  do {
    TakeForm(brain, next.form_index + 1, next);
  } while (HoldsFiguresAgainstEachOther(next.form.asked.act));
  for (const Unit& unit : inquiry.units) {
    if (unit.from_context || IsPronoun(unit)) next.units.push_back(unit);
  }
  next.form.asked.context = inquiry.form.asked.context;
  // "By how many did it grow", "how much taller is it than the other", is not answered by how many they are, or how
  // tall.
  const Kind changed = inquiry.form.asked.kind;
  if (inquiry.form.asked.act == Act::kFactor && (changed == Kind::kCount || changed == Kind::kShare))
    next.form.asked.of_change = next.form.asked.of_change || SaysByHowMuch(brain, inquiry);
  if (inquiry.form.asked.act == Act::kCompare && changed == Kind::kNumber && inquiry.form.sides.size() > 1)
    next.form.asked.of_change = true;
  // "How many are outside it" is not answered by how many are in it.
  // "How many more are needed" is answered by "12 more".
  const bool asks_more = HoldsMark(inquiry.marked, {0, inquiry.marked.words.size()}, "in addition", brain.rules());
  if (inquiry.form.asked.act == Act::kRest && !inquiry.form.contrast)
    (asks_more ? next.form.asked.of_change : next.form.asked.negated) = true;
  return next;
}

// The same question by the next form that asks for what may tell what this one does. A share tells how many only where
// it is of all that was asked about.
Finding ResolveOtherwise(const Brain& brain, StoreConnection& store, const Inquiry& inquiry, std::vector<Step>* steps) {
  constexpr double kMostMissedByShare = 0.15;
  const std::optional<Kind> other = KindThatTellsToo(inquiry.form.asked.kind);
  if (inquiry.form.asked.act != Act::kLookUp || !other) return {};
  for (Inquiry next = inquiry; next.form_index + 1 < inquiry.reading.forms.size();) {
    next = InNextForm(brain, next);
    if (next.form.asked.kind != *other) continue;
    Finding finding = Resolve(brain, store, next, steps);
    return *other != Kind::kShare || finding.missed <= kMostMissedByShare ? finding : Finding();
  }
  return {};
}

// "How much more than planned did it cost": where an author calls something so, the words that would compare are its
// name.
bool IsNamedByForm(const Inquiry& inquiry) {
  const std::vector<bool>& is_form = inquiry.form.is_form;
  return inquiry.form.asked.act == Act::kCompare &&
         std::any_of(inquiry.marked.mentions.begin(), inquiry.marked.mentions.end(), [&](const Mention& mention) {
           const auto begin = is_form.begin() + static_cast<long>(mention.span.begin);
           const auto end = is_form.begin() + static_cast<long>(mention.span.end);
           return Has(mention, MeaningKind::kAttribute) && std::count(begin, end, true) > 1;
         });
}

// "Lingang plan": two words are no claim that a thing plans, of which nothing else is said.
bool ClaimsNothing(const Inquiry& inquiry) {
  constexpr size_t kMostWords = 3;  // "the mill's plan" has a mark of its own
  return inquiry.form.asked.act == Act::kVerify && inquiry.marked.words.size() <= kMostWords &&
         inquiry.units.size() == 1 && inquiry.units.front().is_name && !inquiry.units.front().from_context;
}

// "How many of the 132 are men", of what says how many of them are women.
Finding RestOfOpposite(const Brain& brain, StoreConnection& store, const Inquiry& inquiry, const FrameMatch& match) {
  if (inquiry.form.asked.kind != Kind::kCount || match.opposed.size() != 1) return {};
  const Unit& opposed = inquiry.units[match.opposed.front()];
  const auto is_one_of_two = [&](const Unit& unit) {
    return HoldsMark(inquiry.marked, unit.span, "one or the other", brain.rules());
  };
  // "How many men and women" asks for both.
  if (!is_one_of_two(opposed) || std::count_if(inquiry.units.begin(), inquiry.units.end(), is_one_of_two) > 1)
    return {};
  Form form = inquiry.form;
  form.asked.act = Act::kRest;
  std::vector<Unit> units = inquiry.units;
  units.erase(units.begin() + static_cast<long>(match.opposed.front()));
  Finding rest = WorkOut(brain, store, inquiry.marked, form, units);
  const bool is_of_it = rest.facts.size() == 1 && rest.facts.front() == match.fact;
  return is_of_it ? rest : Finding();
}

}  // namespace

Finding AsNearest(Finding finding) {
  Finding nearest;
  if (!finding.facts.empty()) nearest.facts.push_back(finding.facts.front());
  nearest.left = std::move(finding.left);
  nearest.unsaid = std::move(finding.unsaid);
  return nearest;
}

Inquiry Inquire(const Brain& brain, std::string_view text, Spelling spelling) {
  Inquiry inquiry;
  inquiry.marked = MarkQuestion(brain.vocabulary(), text, spelling);
  inquiry.reading = ReadQuestion(brain.rules(), brain.knowledge(), brain.vocabulary(), inquiry.marked);
  TakeForm(brain, 0, inquiry);
  return inquiry;
}

Finding Resolve(const Brain& brain, StoreConnection& store, const Inquiry& inquiry, std::vector<Step>* steps) {
  const Form& form = inquiry.form;
  const std::string& language = inquiry.marked.language;
  Record(steps, "form",
         [&] { return (form.rule == nullptr ? "keywords" : form.rule->name) + ": " + ToString(form.asked); });
  Record(steps, "content", [&] { return ToString(inquiry.units); });
  Finding finding;
  if (!form.say.empty()) {
    finding.status = form.say.starts_with("cannot") ? Status::kUnknown : Status::kAnswered;
    finding.saying = form.say;
    return finding;
  }
  if (ClaimsNothing(inquiry)) return Resolve(brain, store, InNextForm(brain, inquiry), steps);
  if (const std::optional<Finding> odd = FindOddOne(brain, store, inquiry)) return *odd;
  if (form.asked.act != Act::kDescribe) {
    if (const std::optional<Finding> by_rules = ResolveByRules(brain, store, inquiry, steps)) return *by_rules;
  }
  finding = ResolveByRanking(brain, store, inquiry, steps);
  if (finding.status == Status::kAnswered) return finding;
  if (form.asked.act == Act::kDescribe) {
    const EntityId entity = DescribedEntity(inquiry);
    if (entity != kNone) finding = Describe(brain, entity, language);
    if (finding.status == Status::kAnswered) return finding;
  }
  // A share that a fact states goes before one that can be worked out.
  std::optional<Finding> stated;
  if (form.asked.act == Act::kRatio && form.asked.kind == Kind::kShare) {
    const Inquiry next = InNextForm(brain, inquiry);
    if (next.form.asked.kind == Kind::kShare) stated = Resolve(brain, store, next, nullptr);
    const bool is_whole = stated && (form.sides.empty() || stated->missed <= kMostMissedByStated);
    if (is_whole && stated->status == Status::kAnswered) return *stated;
    if (!form.sides.empty()) stated.reset();  // of two things, what can be worked out is asked next
  }
  finding = FindToldOrder(brain, inquiry);
  if (finding.status == Status::kAnswered) return finding;
  finding = ResolveOfExtreme(brain, store, inquiry, steps);
  if (finding.status == Status::kAnswered) return finding;
  if (!IsNamedByForm(inquiry)) finding = WorkOut(brain, store, inquiry.marked, form, inquiry.units);
  if (finding.status == Status::kAnswered) return finding;
  if (stated) return *stated;
  // "Did more come than the year before" is not answered by those who came. But what was before may be told.
  const bool is_of_order =
      HoldsMark(inquiry.marked, {0, inquiry.marked.words.size()}, "tells the order", brain.rules());
  const bool is_claim = is_of_order || IsAgainstGiven(form, inquiry.units);
  if (form.asked.act == Act::kCompare && form.asked.kind == Kind::kFlag && !is_claim)
    return AsNearest(Resolve(brain, store, InNextForm(brain, inquiry), steps));
  if (HoldsFiguresAgainstEachOther(form.asked.act)) return Resolve(brain, store, InNextForm(brain, inquiry), steps);
  const std::vector<FrameMatch> matches =
      MatchFrames(inquiry.units, form.asked, brain.knowledge(), brain.frames(), store, kMostMatches);
  Record(steps, "facts", [&] { return MatchesToString(brain, inquiry.units, matches); });
  Record(steps, "covers", [&] { return CoversToString(brain, inquiry.units, matches); });
  finding = AnswerFrom(brain, inquiry.units, form.asked, matches, language);
  if (finding.status == Status::kUnknown && !matches.empty()) {
    Finding rest = RestOfOpposite(brain, store, inquiry, matches.front());
    if (rest.status == Status::kAnswered) return rest;
  }
  // "Who heads the institute that held the conference": one fact accounts for all but "heads", two for all of it.
  constexpr double kTellingWord = 0.3;
  const bool is_answered = finding.status == Status::kAnswered;
  const bool only_echoes = is_answered && form.asked.act == Act::kLookUp && !OffersAny(inquiry.units) &&
                           OnlyEchoes(brain, inquiry.units, form.asked, matches.front());
  if (is_answered && finding.missed < kTellingWord && !only_echoes) return finding;
  // "Where is the institute located" describes no other place.
  const bool is_bare_place =
      !matches.empty() && HappenedThere(brain.knowledge().facts[matches.front().fact], form.asked, matches.front());
  const bool came_after = !matches.empty() && CameAfter(brain.knowledge().facts[matches.front().fact], inquiry.units,
                                                        form.asked, matches.front());
  // And of two things that are offered neither describes the other.
  if ((is_bare_place || came_after || OffersAny(inquiry.units)) && !is_answered) return finding;
  const double most_missed = !is_answered  ? std::numeric_limits<double>::infinity()
                             : only_echoes ? finding.missed + kTellingWord
                                           : finding.missed - kTellingWord;
  Finding nested = ResolveNested(brain, store, inquiry, most_missed, steps);
  if (nested.status == Status::kAnswered && nested.missed <= most_missed) return nested;
  if (is_answered) return finding;
  Finding otherwise = ResolveOtherwise(brain, store, inquiry, steps);
  return otherwise.status == Status::kAnswered ? std::move(otherwise) : finding;
}

}  // namespace docent
