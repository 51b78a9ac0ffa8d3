#include "bot/dialogue/context.h"

#include <algorithm>
#include <unordered_map>

#include "bot/reading/marks.h"

namespace docent {
namespace {

// How much less an older or less likely antecedent counts.
constexpr float kFadeByRank = 0.06F;
constexpr float kFadeByTurn = 0.25F;
// What a description names, where a pronoun may mean what it describes: less than a pronoun needs (kCoveredPronoun in
// bot/answering/frame_matcher.cc), so that by itself it is not meant.
constexpr float kBesideTopic = 0.77F;
constexpr float kLeastSalience = 0.3F;
constexpr double kPronounWeight = 0.6;
constexpr double kOlderTurnShare = 0.4;
constexpr size_t kEllipticalUnits = 2;

struct Antecedent {
  EntityId entity = kNone;
  float salience = 1;
  bool is_described = false;
  bool is_beside = false;  // named in the description of another
};

std::vector<Antecedent> AntecedentsOf(const Conversation& conversation, const Brain& brain) {
  std::vector<Antecedent> antecedents;
  float salience = 1;
  for (auto turn = conversation.turns().rbegin(); turn != conversation.turns().rend(); ++turn) {
    float fading = salience;
    for (const std::string& name : turn->focus) {
      const bool is_first = name == turn->focus.front();
      const EntityId entity = brain.names().EntityNamed(name);
      const bool known = std::any_of(antecedents.begin(), antecedents.end(),
                                     [&](const Antecedent& one) { return one.entity == entity; });
      if (entity != kNone && !known)
        antecedents.push_back({entity, std::max(fading, kLeastSalience), turn->is_description && is_first,
                               turn->is_description && !is_first});
      fading -= kFadeByRank;
    }
    salience -= kFadeByTurn;
  }
  return antecedents;
}

// The last word for a type in the turns, or the type of what they were about.
std::string NounSpokenOf(const Conversation& conversation, const Brain& brain) {
  for (auto turn = conversation.turns().rbegin(); turn != conversation.turns().rend(); ++turn) {
    const MarkedQuestion marked = MarkText(brain.vocabulary(), turn->asked);
    for (auto mention = marked.mentions.rbegin(); mention != marked.mentions.rend(); ++mention) {
      const bool is_type = std::any_of(mention->meanings.begin(), mention->meanings.end(),
                                       [](const Meaning& meaning) { return meaning.kind == MeaningKind::kType; });
      const bool is_name = std::any_of(mention->meanings.begin(), mention->meanings.end(),
                                       [](const Meaning& meaning) { return meaning.kind == MeaningKind::kEntity; });
      if (is_type && !is_name)
        return JoinWords({marked.words.begin() + static_cast<long>(mention->span.begin),
                          marked.words.begin() + static_cast<long>(mention->span.end)});
    }
    for (const std::string& name : turn->focus) {
      const EntityId entity = brain.names().EntityNamed(name);
      if (entity == kNone || brain.knowledge().entities[entity].types.empty()) continue;
      return brain.knowledge().types[brain.knowledge().entities[entity].types.front()].name;
    }
  }
  return {};
}

// What the last question counted or asked to be listed, as it said it: "how many reading rooms are there".
std::string ThingsCounted(const Conversation& conversation, const Brain& brain) {
  const Turn& last = conversation.turns().back();
  const Inquiry earlier = Inquire(brain, last.asked, last.spelling);
  if (!earlier.form.head || earlier.form.asked.kind != Kind::kCount) return {};
  // "People" are counted as workers, guests, the dead: as what, the rest of the question says.
  const bool is_light = std::any_of(earlier.units.begin(), earlier.units.end(),
                                    [](const Unit& unit) { return unit.is_head && unit.is_loose; });
  if (is_light) return {};
  return TextOf(earlier.marked, *earlier.form.head);
}

enum class Pronoun { kNone, kPerson, kThing, kMany, kPlace, kTime };

Pronoun PronounOf(const Mention& mention, const RuleSet& rules) {
  if (IsMarked(mention, "pronoun person", rules)) return Pronoun::kPerson;
  if (IsMarked(mention, "pronoun thing", rules)) return Pronoun::kThing;
  if (IsMarked(mention, "pronoun many", rules)) return Pronoun::kMany;
  if (IsMarked(mention, "pronoun place", rules)) return Pronoun::kPlace;
  if (IsMarked(mention, "pronoun time", rules)) return Pronoun::kTime;
  return Pronoun::kNone;
}

bool Fits(Pronoun pronoun, EntityId entity, const Brain& brain) {
  const Kind kind = brain.knowledge().KindOf(entity);
  switch (pronoun) {
    case Pronoun::kPerson:
      return kind == Kind::kPerson;
    case Pronoun::kThing:
      return kind != Kind::kPerson;
    case Pronoun::kNone:
    case Pronoun::kMany:
    case Pronoun::kPlace:
    case Pronoun::kTime:
      return true;
  }
  return true;
}

// "What does it cost to get in": the pronoun stands for what is behind "to".
bool IsExpletive(const Inquiry& inquiry, const Mention& pronoun, const Brain& brain) {
  constexpr size_t kMostBetween = 3;  // "did it take the town to build the hall"
  const MarkedQuestion& marked = inquiry.marked;
  const size_t verb = pronoun.span.end;
  if (PronounOf(pronoun, brain.rules()) != Pronoun::kThing || verb >= marked.words.size()) return false;
  if (!BeginsMark(marked, verb, "leaves its subject to follow", brain.vocabulary(), brain.rules())) return false;
  for (size_t i = verb + 1; i + 1 < marked.words.size() && i <= verb + 1 + kMostBetween; ++i) {
    if (BeginsMark(marked, i, "introduces a deed", brain.vocabulary(), brain.rules())) return true;
  }
  return false;
}

// The pronouns that nothing before them in the question can be meant by.
std::vector<const Mention*> OpenPronouns(const Inquiry& inquiry, const Brain& brain) {
  std::vector<const Mention*> open;
  bool named = false;
  for (const Mention& mention : inquiry.marked.mentions) {
    const bool is_name = std::any_of(mention.meanings.begin(), mention.meanings.end(),
                                     [](const Meaning& meaning) { return meaning.kind == MeaningKind::kEntity; });
    named = named || is_name;
    if (!named && PronounOf(mention, brain.rules()) != Pronoun::kNone && !IsExpletive(inquiry, mention, brain))
      open.push_back(&mention);
  }
  return open;
}

// A type that the question names without saying which ("the company"): antecedents of that type are meant.
bool IsDefiniteType(const Unit& unit, const Antecedent& antecedent, const Brain& brain) {
  return std::any_of(unit.terms.begin(), unit.terms.end(), [&](const UnitTerm& term) {
    return SortOf(term.key) == TermSort::kType &&
           brain.knowledge().IsA(antecedent.entity, static_cast<TypeId>(term.key & 0xFFFFFFFF));
  });
}

// "That deal": one thing, behind a word that points back.
bool IsPointedBackTo(const Inquiry& inquiry, const Unit& unit, const Brain& brain) {
  const bool is_many = unit.text.ends_with("s") && !unit.text.ends_with("ss");
  // Not "is it true that mills ...": there a word with content of its own stands before it.
  const auto ends_before = [&](const Mention& mention) {
    return mention.span.end + 1 == unit.span.begin && !IsGrammar(mention);
  };
  const std::vector<Mention>& mentions = inquiry.marked.mentions;
  if (std::any_of(mentions.begin(), mentions.end(), ends_before)) return false;
  return !unit.is_name && !unit.quantity && !is_many && unit.span.begin > 0 &&
         HoldsMark(inquiry.marked, {unit.span.begin - 1, unit.span.begin}, "points back", brain.rules());
}

// "That company": of one type.
bool PointsBack(const Inquiry& inquiry, const Unit& unit, const Brain& brain) {
  const auto is_type = [](const UnitTerm& term) { return SortOf(term.key) == TermSort::kType; };
  return std::any_of(unit.terms.begin(), unit.terms.end(), is_type) && IsPointedBackTo(inquiry, unit, brain);
}

// Whether the question says little beside what it points back to: "how long is that deal for".
bool IsOfWhatWasTold(const Inquiry& inquiry, const Brain& brain) {
  const auto is_it = [&](const Unit& unit) { return IsPointedBackTo(inquiry, unit, brain); };
  double said = 0;
  for (const Unit& unit : inquiry.units) {
    if (unit.is_name || unit.quantity) return false;
    if (!is_it(unit)) said += unit.weight;
  }
  constexpr double kLittle = 0.3;
  return said < kLittle && std::any_of(inquiry.units.begin(), inquiry.units.end(), is_it);
}

// It is none but the one that was spoken of.
void PointBack(const Inquiry& inquiry, Unit& unit, const Brain& brain) {
  const auto is_entity = [](const UnitTerm& term) { return SortOf(term.key) == TermSort::kEntity; };
  const bool points = PointsBack(inquiry, unit, brain);
  // "That place" may be any that was spoken of, a town or a house in it.
  const bool is_place = std::any_of(unit.terms.begin(), unit.terms.end(), [&](const UnitTerm& term) {
    return is_entity(term) && brain.knowledge().KindOf(static_cast<EntityId>(term.key & 0xFFFFFFFF)) == Kind::kPlace;
  });
  if (!points || is_place || std::none_of(unit.terms.begin(), unit.terms.end(), is_entity)) return;
  std::erase_if(unit.terms, [&](const UnitTerm& term) { return !is_entity(term); });
  unit.terms.resize(1);  // the one that was spoken of last
  unit.parts.clear();
  unit.is_constraint = true;
}

Unit PronounUnit(const Inquiry& inquiry, const Mention& mention, const std::vector<Antecedent>& antecedents,
                 const Brain& brain) {
  Unit unit;
  unit.span = mention.span;
  unit.text = inquiry.marked.words[mention.span.begin].text;
  unit.weight = kPronounWeight;
  unit.is_constraint = true;
  const Pronoun pronoun = PronounOf(mention, brain.rules());
  // "Tell me about the institute": "it" is the institute, and "he" whoever was named in what was told of it.
  const bool may_be_described = std::any_of(antecedents.begin(), antecedents.end(), [&](const Antecedent& antecedent) {
    return antecedent.is_described && Fits(pronoun, antecedent.entity, brain);
  });
  for (const Antecedent& antecedent : antecedents) {
    if (!Fits(pronoun, antecedent.entity, brain)) continue;
    const bool is_less = antecedent.is_beside && may_be_described;
    const float salience = is_less ? std::min(antecedent.salience, kBesideTopic) : antecedent.salience;
    unit.terms.push_back({KeyOf(TermSort::kEntity, antecedent.entity), salience});
  }
  return unit;
}

Kind KindOfName(const Unit& unit, const Brain& brain) {
  for (const UnitTerm& term : unit.terms) {
    if (SortOf(term.key) == TermSort::kEntity)
      return brain.knowledge().KindOf(static_cast<EntityId>(term.key & 0xFFFFFFFF));
  }
  return Kind::kOpen;
}

void AddContextUnits(const Inquiry& earlier, double share, const Inquiry& inquiry, std::vector<Unit>& units) {
  for (Unit unit : earlier.units) {
    const bool said_again =
        std::any_of(inquiry.units.begin(), inquiry.units.end(), [&](const Unit& own) { return own.text == unit.text; });
    if (said_again) continue;
    unit.from_context = true;
    unit.is_constraint = false;
    unit.is_head = false;
    unit.weight *= share;
    units.push_back(std::move(unit));
  }
}

// The pronoun that is the question's only subject; empty if a name stands anywhere, if the pronoun belongs to the form
// ("is it true that"), or refers back to a thing that the question speaks of ("the museum ... its").
std::string OpenSubject(const Inquiry& inquiry, const Brain& brain) {
  constexpr double kSaysEnough = 0.95;  // "what was it that opened on 24 May": the rest says what is meant
  double said = 0;
  for (const Unit& unit : inquiry.units) {
    if (unit.is_name) return {};
    said += unit.weight;
  }
  if (said >= kSaysEnough) return {};
  for (const Mention* mention : OpenPronouns(inquiry, brain)) {
    const Pronoun pronoun = PronounOf(*mention, brain.rules());
    const bool is_form = inquiry.form.is_form[mention->span.begin];
    if (is_form || (pronoun != Pronoun::kPerson && pronoun != Pronoun::kThing)) continue;
    const bool follows = std::any_of(inquiry.units.begin(), inquiry.units.end(),
                                     [&](const Unit& unit) { return unit.span.end <= mention->span.begin; });
    if (follows && IsMarked(*mention, "refers back", brain.rules())) continue;
    return inquiry.marked.words[mention->span.begin].text;
  }
  return {};
}

// "And the lowest?", after a layer was spoken of, where the lowest layer is a name.
std::string WithNounUnderstood(const std::string& text, const MarkedQuestion& marked, const Conversation& conversation,
                               const Brain& brain) {
  constexpr size_t kMostWords = 5;
  const bool names_any = std::any_of(marked.mentions.begin(), marked.mentions.end(), [](const Mention& mention) {
    return Has(mention, MeaningKind::kEntity) || Has(mention, MeaningKind::kType);
  });
  if (marked.words.empty() || marked.words.size() > kMostWords || names_any) return text;
  const std::string noun = NounSpokenOf(conversation, brain);
  if (noun.empty()) return text;
  const MarkedQuestion name = MarkText(brain.vocabulary(), marked.words.back().text + " " + noun);
  const bool is_name = name.mentions.size() == 1 && Has(name.mentions.front(), MeaningKind::kEntity);
  const size_t end = marked.words.back().end;
  return is_name ? text.substr(0, end) + " " + noun + text.substr(end) : text;
}

}  // namespace

std::string NameOnes(const std::string& text, const Conversation& conversation, const Brain& brain) {
  if (conversation.turns().empty()) return text;
  const MarkedQuestion marked = MarkText(brain.vocabulary(), text);
  for (size_t i = 1; i < marked.words.size(); ++i) {
    const WordSpan one = {i, i + 1};
    if (HoldsMark(marked, one, "pronoun many", brain.rules())) {
      const std::string things = ThingsCounted(conversation, brain);
      if (things.empty()) continue;
      return text.substr(0, marked.words[i].begin) + things + text.substr(marked.words[i].end);
    }
    const bool stands_alone = HoldsMark(marked, one, "stands for a noun", brain.rules()) &&
                              !HoldsMark(marked, {i - 1, i}, "question word", brain.rules());
    if (!stands_alone) continue;
    const std::string noun = NounSpokenOf(conversation, brain);
    if (noun.empty()) return text;
    return text.substr(0, marked.words[i].begin) + noun + text.substr(marked.words[i].end);
  }
  return WithNounUnderstood(text, marked, conversation, brain);
}

std::optional<std::string> WithNameReplaced(const Inquiry& inquiry, const Leaning& leaning,
                                            const Conversation& conversation, const Brain& brain) {
  const bool continues = leaning.follows_up || leaning.corrects;
  if (!continues || conversation.turns().empty() || inquiry.units.size() != 1) return std::nullopt;
  const Unit& own = inquiry.units.front();
  if (!own.is_name) return std::nullopt;
  const Inquiry earlier = Inquire(brain, conversation.turns().back().asked, conversation.turns().back().spelling);
  if (earlier.form.asked.act == Act::kDescribe) return std::nullopt;
  const Unit* replaced = nullptr;
  for (const Unit& unit : earlier.units) {
    if (!unit.is_name || KindOfName(unit, brain) != KindOfName(own, brain)) continue;
    if (replaced != nullptr) return std::nullopt;
    replaced = &unit;
  }
  if (replaced == nullptr) return std::nullopt;
  const auto begin_of = [](const MarkedQuestion& marked, WordSpan span) { return marked.words[span.begin].begin; };
  const auto end_of = [](const MarkedQuestion& marked, WordSpan span) { return marked.words[span.end - 1].end; };
  const size_t from = begin_of(inquiry.marked, own.span);
  const std::string name = inquiry.marked.text.substr(from, end_of(inquiry.marked, own.span) - from);
  return earlier.marked.text.substr(0, begin_of(earlier.marked, replaced->span)) + name +
         earlier.marked.text.substr(end_of(earlier.marked, replaced->span));
}

Leaning LeaningOf(const Inquiry& inquiry, const Brain& brain) {
  Leaning leaning;
  leaning.has_pronoun = !OpenPronouns(inquiry, brain).empty();
  const MarkedQuestion& marked = inquiry.marked;
  const bool asks = HoldsMark(marked, {0, marked.words.size()}, "question word", brain.rules());
  size_t begin = 0;  // behind "ok", "well"
  for (const Mention& mention : marked.mentions) {
    if (mention.span.begin == begin && IsMarked(mention, "follows up", brain.rules())) leaning.follows_up = true;
    if (mention.span.begin == begin && Has(mention, MeaningKind::kFiller)) begin = mention.span.end;
    if (IsMarked(mention, "corrects", brain.rules())) leaning.corrects = true;
    const bool is_last = mention.span.end == marked.words.size();
    if (is_last && !asks && IsMarked(mention, "follows up at the end", brain.rules())) leaning.follows_up = true;
  }
  leaning.points_back = std::any_of(inquiry.units.begin(), inquiry.units.end(),
                                    [&](const Unit& unit) { return PointsBack(inquiry, unit, brain); }) ||
                        IsOfWhatWasTold(inquiry, brain);
  leaning.open_subject = OpenSubject(inquiry, brain);
  const bool has_name =
      std::any_of(inquiry.units.begin(), inquiry.units.end(), [](const Unit& unit) { return unit.is_name; });
  leaning.is_elliptical = inquiry.units.empty() || (!has_name && inquiry.units.size() <= kEllipticalUnits);
  return leaning;
}

Inquiry WithContext(const Inquiry& inquiry, const Leaning& leaning, const Conversation& conversation,
                    const Brain& brain) {
  Inquiry extended = inquiry;
  if (conversation.turns().empty()) return extended;
  const std::vector<Antecedent> antecedents = AntecedentsOf(conversation, brain);
  for (Unit& unit : extended.units) {
    if (unit.is_name) continue;
    for (const Antecedent& antecedent : antecedents) {
      // The antecedent accounts for "the company" at least as well as any company does.
      if (IsDefiniteType(unit, antecedent, brain))
        unit.terms.push_back({KeyOf(TermSort::kEntity, antecedent.entity), 1.0F});
    }
    PointBack(inquiry, unit, brain);
  }
  for (const Mention* pronoun : OpenPronouns(inquiry, brain)) {
    Unit unit = PronounUnit(inquiry, *pronoun, antecedents, brain);
    const bool names_time_or_place =
        IsMarked(*pronoun, "pronoun time", brain.rules()) || IsMarked(*pronoun, "pronoun place", brain.rules());
    unit.is_constraint = !names_time_or_place && !unit.terms.empty();
    if (!unit.terms.empty()) extended.units.push_back(std::move(unit));
  }
  constexpr double kSaysSomething = 0.3;
  double said = 0;
  for (const Unit& unit : inquiry.units) said += unit.is_name ? 0 : unit.weight;
  extended.form.asked.context.by_pronoun = leaning.has_pronoun && said >= kSaysSomething;
  // "And the other fund?" asks of it what was asked before.
  const bool is_bare = inquiry.form.rule == nullptr || (leaning.follows_up && inquiry.form.asked.act == Act::kDescribe);
  // What was told just now may be meant again, but not where another thing is put in the place of the one.
  const bool contrasts = leaning.follows_up && is_bare && !leaning.has_pronoun && !inquiry.units.empty();
  extended.form.asked.context.is_piece = contrasts;
  for (const std::string& name : conversation.turns().back().facts) {
    if (contrasts) break;
    const FactId fact = brain.names().FactNamed(name);
    if (fact != kNone) extended.form.asked.context.earlier.push_back(fact);
  }
  // "And the staff?" asks for another attribute, whose kind is its own.
  const bool names_attribute = std::any_of(inquiry.units.begin(), inquiry.units.end(), [](const Unit& unit) {
    return std::any_of(unit.terms.begin(), unit.terms.end(),
                       [](const UnitTerm& term) { return SortOf(term.key) == TermSort::kAttribute; });
  });
  // The "no" of "no, I meant" denies nothing.
  const bool says_no = HoldsMark(inquiry.marked, {0, 1}, "negation", brain.rules());
  if (leaning.corrects && says_no) extended.form.asked.negated = false;
  const bool names_any =
      std::any_of(inquiry.units.begin(), inquiry.units.end(), [](const Unit& unit) { return unit.is_name; });
  if (!names_any && !contrasts && !leaning.follows_up) {
    const Turn& last = conversation.turns().back();
    for (const std::string& name : last.focus) {
      const EntityId entity = brain.names().EntityNamed(name);
      if (entity != kNone) extended.form.asked.context.spoken_of.push_back(entity);
      if (last.is_description) break;
    }
    extended.form.asked.context.is_of_topic =
        (leaning.is_elliptical && last.is_description) || IsOfWhatWasTold(inquiry, brain);
  }
  // "Sorry, I meant the size": of the same thing, but neither what was asked of it nor what was told.
  const bool replaces_attribute = leaning.corrects && names_attribute;
  if (replaces_attribute) {
    extended.form.asked.context.is_next = true;
    std::erase_if(extended.units, [](const Unit& unit) { return unit.is_excluded; });
  }
  double share = 1;
  for (auto turn = conversation.turns().rbegin(); turn != conversation.turns().rend() && share > 0.1; ++turn) {
    const Inquiry earlier = Inquire(brain, turn->asked, turn->spelling);
    AddContextUnits(earlier, share, inquiry, extended.units);
    const bool takes_form = share == 1 && (is_bare || leaning.corrects) && !inquiry.marked.words.empty();
    if (takes_form) {
      extended.form.asked.act = earlier.form.asked.act == Act::kDescribe ? Act::kLookUp : earlier.form.asked.act;
      if (!names_attribute) extended.form.asked.kind = earlier.form.asked.kind;
      if (!names_attribute) extended.form.asked.role = earlier.form.asked.role;
    }
    share *= kOlderTurnShare;
  }
  if (replaces_attribute)
    std::erase_if(extended.units, [](const Unit& unit) { return unit.from_context && !unit.is_name; });
  return extended;
}

}  // namespace docent
