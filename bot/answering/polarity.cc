#include "bot/answering/polarity.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "bot/reading/marks.h"
#include "bot/reading/mention.h"
#include "bot/reading/term.h"

namespace docent {
namespace {

constexpr float kCovered = 0.5F;

// Where in a sentence a term stands; a term may stand in several places.
enum Place : unsigned {
  kSubject = 1,
  kDenied = 2,
  kElsewhere = 4,
  kExcepted = 8,    // "besides the old mill"
  kLeftOut = 16,    // "except the old mill"
  kDeniedTail = 32  // "but no mill": denied in a clause that has no verb of its own
};

class Sentence {
 public:
  Sentence(const Brain& brain, std::string_view text) : brain_(brain), marked_(MarkText(brain.vocabulary(), text)) {
    Split();
  }

  bool denies() const { return denies_; }

  // The places of the words of a unit, together, or of what is near to them in meaning; 0 if it stands nowhere in the
  // sentence.
  unsigned PlacesOf(const Unit& unit) const {
    unsigned own = 0;
    unsigned near = 0;
    for (const UnitTerm& term : unit.terms) (SortOf(term.key) == TermSort::kClass ? near : own) |= PlacesOf(term.key);
    for (const TermKey part : unit.parts) own |= PlacesOf(part);
    return own != 0 ? own : near;
  }

 private:
  // One clause after another; what stands before the first verb is what all of them are about.
  void Split() {
    WordSpan clause;
    Place kind = kElsewhere;
    for (size_t i = 0; i < marked_.mentions.size(); ++i) {
      const Mention& mention = marked_.mentions[i];
      const bool excepts = IsMarked(mention, "exclusion", brain_.rules());
      if (i > 0 && (excepts || marked_.words[mention.span.begin].after_break || BeginsClause(i))) {
        Close({clause.begin, mention.span.begin}, kind);
        clause.begin = mention.span.begin;
        kind = !excepts ? kElsewhere : IsMarked(mention, "leaves out", brain_.rules()) ? kLeftOut : kExcepted;
      }
    }
    Close({clause.begin, marked_.words.size()}, kind);
  }

  bool BeginsClause(size_t i) const {
    const Mention& mention = marked_.mentions[i];
    if (IsMarked(mention, "new clause", brain_.rules())) return true;
    // "Have strong growth and are not much sought", but not "dogs and cats".
    return IsMarked(mention, "joins things", brain_.rules()) && i + 1 < marked_.mentions.size() &&
           marked_.mentions[i + 1].span.begin == mention.span.end &&
           IsMarked(marked_.mentions[i + 1], "finite verb", brain_.rules());
  }

  // `kind` is kElsewhere, kExcepted or kLeftOut.
  void Close(WordSpan clause, Place kind) {
    const bool denied =
        kind == kElsewhere &&
        std::any_of(marked_.mentions.begin(), marked_.mentions.end(), [&](const Mention& mention) {
          return clause.Holds(mention.span) && IsNegation(marked_, mention, brain_.vocabulary(), brain_.rules());
        });
    denies_ = denies_ || denied;
    size_t verb = clause.begin;
    if (!has_verb_) {
      const auto found = std::find_if(marked_.mentions.begin(), marked_.mentions.end(), [&](const Mention& mention) {
        return clause.Holds(mention.span) && IsMarked(mention, "finite verb", brain_.rules());
      });
      has_verb_ = found != marked_.mentions.end();
      if (has_verb_) verb = found->span.begin;
    }
    AddTerms({clause.begin, verb}, kSubject);
    AddTerms({verb, clause.end}, !denied ? kind : clause.begin > 0 && !HoldsVerb(clause) ? kDeniedTail : kDenied);
  }

  bool HoldsVerb(WordSpan clause) const {
    return std::any_of(marked_.mentions.begin(), marked_.mentions.end(), [&](const Mention& mention) {
      if (!clause.Holds(mention.span)) return false;
      if (IsMarked(mention, "finite verb", brain_.rules())) return true;
      return std::any_of(mention.meanings.begin(), mention.meanings.end(), [&](const Meaning& meaning) {
        return meaning.kind == MeaningKind::kClass && brain_.language().classes[meaning.id].speech == Speech::kVerb;
      });
    });
  }

  unsigned PlacesOf(TermKey key) const {
    const auto found = places_.find(key);
    return found == places_.end() ? 0 : found->second;
  }

  void AddTerms(WordSpan span, Place place) {
    std::vector<TermKey> terms;
    for (const Mention& mention : marked_.mentions) {
      if (!span.Holds(mention.span)) continue;
      const std::vector<TermKey> own = TermsOfMention(marked_, mention);
      terms.insert(terms.end(), own.begin(), own.end());
    }
    AppendWordTerms(marked_.words, span, terms);
    for (const TermKey term : terms) places_[term] |= place;
  }

  const Brain& brain_;
  MarkedQuestion marked_;
  std::unordered_map<TermKey, unsigned> places_;
  bool has_verb_ = false;
  bool denies_ = false;
};

// "Dogs in the shop: not allowed".
bool HasNegatedValue(const Brain& brain, const Fact& fact) {
  const Slot* slot = fact.Find(Role::kValue);
  if (slot == nullptr || slot->values.front().entity != kNone) return false;
  const MarkedQuestion marked = MarkText(brain.vocabulary(), slot->values.front().text);
  return !marked.mentions.empty() && marked.mentions.front().span.begin == 0 &&
         IsNegation(marked, marked.mentions.front(), brain.vocabulary(), brain.rules());
}

long CountNegations(const Brain& brain, const MarkedQuestion& sentence) {
  return std::count_if(sentence.mentions.begin(), sentence.mentions.end(),
                       [&](const Mention& mention) { return IsMarked(mention, "negation", brain.rules()); });
}

bool SpeaksOf(const Brain& brain, const MarkedQuestion& sentence, std::string_view mark) {
  for (size_t i = 0; i < sentence.words.size(); ++i) {
    if (BeginsMark(sentence, i, mark, brain.vocabulary(), brain.rules())) return true;
  }
  return false;
}

}  // namespace

bool IsDeniedBySentence(const Brain& brain, const std::vector<Unit>& units, const FrameMatch& match) {
  const Fact& fact = brain.knowledge().facts[match.fact];
  const Sentence sentence(brain, fact.Says("en"));
  const bool by_value = HasNegatedValue(brain, fact);
  const bool denies = by_value || sentence.denies();
  bool is_in_clause = false;
  bool is_elsewhere = false;
  for (size_t i = 0; i < units.size(); ++i) {
    if (match.covers[i] < kCovered || units[i].is_name) continue;
    const unsigned places = sentence.PlacesOf(units[i]);
    if (places == kLeftOut) return !denies;  // "open every day except Sunday", "no dogs except guide dogs"
    if (places == kExcepted) return false;
    if (places == kDeniedTail) return true;  // "treats cats, but no horses": of horses the verb is denied too
    is_elsewhere = is_elsewhere || places == kElsewhere;
    is_in_clause = is_in_clause || places != 0;
  }
  if (!denies || (is_elsewhere && !by_value)) return false;
  return is_in_clause || by_value;
}

bool TellsOfHindrance(const Brain& brain, FactId fact) {
  const MarkedQuestion marked = MarkText(brain.vocabulary(), brain.knowledge().facts[fact].Says("en"));
  const bool denies = std::any_of(marked.mentions.begin(), marked.mentions.end(), [&](const Mention& mention) {
    return IsNegation(marked, mention, brain.vocabulary(), brain.rules());
  });
  return denies || SpeaksOf(brain, marked, "hindrance");
}

bool NegatesAlike(const Brain& brain, const Asked& asked, FactId fact) {
  const MarkedQuestion sentence = MarkText(brain.vocabulary(), brain.knowledge().facts[fact].Says(asked.language));
  return asked.negations > 0 && CountNegations(brain, sentence) == asked.negations;
}

bool Restates(const Brain& brain, const std::vector<Unit>& units, const Asked& asked, const FrameMatch& match) {
  constexpr double kNearlyAll = 0.9;
  for (size_t i = 0; i < units.size(); ++i) {
    if (!units[i].from_context && match.covers[i] < kCovered) return false;
  }
  const MarkedQuestion sentence =
      MarkText(brain.vocabulary(), brain.knowledge().facts[match.fact].Says(asked.language));
  std::vector<TermKey> said;
  AppendWordTerms(sentence.words, {0, sentence.words.size()}, said);
  const auto shared = std::count_if(said.begin(), said.end(), [&](TermKey key) {
    return std::find(asked.words.begin(), asked.words.end(), key) != asked.words.end();
  });
  return static_cast<double>(shared) >= kNearlyAll * static_cast<double>(said.size()) &&
         CountNegations(brain, sentence) == asked.negations && SpeaksOf(brain, sentence, "only") == asked.only;
}

bool TellsOfBefore(const Brain& brain, FactId fact) {
  const Fact& told = brain.knowledge().facts[fact];
  return told.Find(Role::kFrom) != nullptr ||
         SpeaksOf(brain, MarkText(brain.vocabulary(), told.Says("en")), "tells of before");
}

bool SpeaksOfOthers(const Brain& brain, FactId fact) {
  return SpeaksOf(brain, MarkText(brain.vocabulary(), brain.knowledge().facts[fact].Says("en")), "others");
}

bool SpeaksOfMost(const Brain& brain, FactId fact) {
  return SpeaksOf(brain, MarkText(brain.vocabulary(), brain.knowledge().facts[fact].Says("en")), "claims of most");
}

bool SaysLess(const Brain& brain, const Asked& asked, FactId fact) {
  const MarkedQuestion sentence = MarkText(brain.vocabulary(), brain.knowledge().facts[fact].Says("en"));
  const bool says_all = !asked.universal || SpeaksOf(brain, sentence, "universal");
  const bool is_bound =
      !sentence.words.empty() && BeginsMark(sentence, 0, "condition", brain.vocabulary(), brain.rules());
  return !says_all || (is_bound && !asked.conditional);
}

bool IsUnequalled(const Brain& brain, FactId fact) {
  return SpeaksOf(brain, MarkText(brain.vocabulary(), brain.knowledge().facts[fact].Says("en")), "unequalled");
}

}  // namespace docent
